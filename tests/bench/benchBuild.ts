import { join } from 'node:path';
import { findBuildFolders } from '../../src/platform/buildFolders.ts';

/** The program as it runs from its sources. */
export const benchBuild = findBuildFolders(join(import.meta.dirname, '..', '..', 'src', 'core'));
