// What npm's scripts run their tools with: `onModernNode.mjs vitest run`, or a file of the project in place of a tool.
// npm 11 puts the Node that came with the dependencies on the path, npm 10 does not; this finds it for both.

import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { root } from './bundles.mjs';
import { findBroughtNode, isModern, runToEnd } from './modernNode.mjs';

/** Where a command does not come from a package of its own name. */
const packagesOfTools = new Map([
  ['tsc', 'typescript'],
  ['playwright', '@playwright/test'],
  ['electron-forge', '@electron-forge/cli'],
]);

const [tool = '', ...args] = process.argv.slice(2);
// The first that runs TypeScript without asking.
const node = isModern([22, 18]) ? process.execPath : findBroughtNode();
if (node === undefined) {
  process.stderr.write(`Working on Adiuva needs Node 22.18 or newer, and this is ${process.versions.node}.\n`);
  process.exit(1);
}
// The project's own files have no "type", which Node would remark on once per process.
const flags = ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON'];
await runToEnd(node, [...flags, findScript(tool), ...args], {
  PATH: [dirname(node), process.env['PATH']].join(delimiter),
});

/** @param {string} name */
function findScript(name) {
  const file = join(root, name);
  if (/\.m?[jt]s$/u.test(name) && existsSync(file)) return file;
  const folder = join(root, 'node_modules', packagesOfTools.get(name) ?? name);
  /** @type {{ bin: string | Record<string, string> }} */
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const script = typeof bin === 'string' ? bin : bin[name];
  if (script === undefined) throw new Error(`${folder} has no command ${name}.`);
  return join(folder, script);
}
