#!/usr/bin/env node
// The adiuva command: finds a Node that is new enough, builds what is missing or stale, and becomes .vite/build/cli.cjs.

import { createRequire } from 'node:module';
import { continueOnModernNode } from './modernNode.mjs';

await continueOnModernNode([22, 13]);
const { ensureBuilt } = await import('./ensureBuilt.mjs');
ensureBuilt();
createRequire(import.meta.url)('../../../.vite/build/cli.cjs');
