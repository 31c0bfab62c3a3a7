import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, posix, relative, sep } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  environmentFolders,
  environmentMessage,
  fileRules,
  layers,
  liesIn,
  nodeMessage,
  packageRules,
} from './support/layers.mts';
import { type ImportedModule, readImports } from './support/readImports.ts';

const root = dirname(import.meta.dirname);

/** The only files that may gather others: ARCHITECTURE's two barrels. */
const barrels = [/^core\/db\/schema\.ts$/u, /^api\/(?:appRouter|router)\.ts$/u];

/**
 * The scripts that build and start the app run before there is an app, some on an old Node: they know Node, each other
 * and the builder, and none of the layers.
 */
const launcher = 'cli/launch/';
const launcherPackages = /^(?:node:.+|vite|electron\/package\.json)$/u;

/** Everything in a source that breaks the dependency rule, as `path:line message`. `path` is below src. */
function violationsIn(path: string, text: string): string[] {
  const layer = path.split('/')[0] ?? '';
  const rule = layers[layer];
  if (rule === undefined) return [`${path}:1 src/${layer} is no layer. Add it to tests/support/layers.mts or move it.`];
  const found: string[] = [];
  const report = (line: number, message: string): void => void found.push(`${path}:${line} ${message}`);
  const mayGather = barrels.some((pattern) => pattern.test(path));
  const module = readImports(path, text);
  if (path.startsWith(launcher)) {
    for (const { specifier, line } of module.imports) {
      if (specifier === undefined || specifier.startsWith('./') || launcherPackages.test(specifier)) continue;
      report(line, `The launcher may not import ${specifier}. It runs before the app does.`);
    }
    return found;
  }

  for (const imported of module.imports) {
    for (const message of problemsOf(path, imported)) report(imported.line, message);
    if (imported.reExport === 'star' && !mayGather) report(imported.line, 'export * hides where things are.');
  }
  if (module.isBarrel && !mayGather) report(1, 'A barrel: import from the file that has it.');
  if (!liesIn(path, environmentFolders)) {
    for (const line of module.environmentReads) report(line, environmentMessage);
  }
  return found;
}

function problemsOf(path: string, { specifier, typeOnly }: ImportedModule): string[] {
  if (specifier === undefined) return ['A computed import cannot be read. Name the module.'];
  const bare = specifier.replace(/\?.*$/u, '');
  if (bare.startsWith('.')) return problemsOfFile(path, posix.join(posix.dirname(path), bare), typeOnly);
  if (bare.startsWith('@/')) return problemsOfFile(path, posix.join('renderer', bare.slice(2)), typeOnly);
  return problemsOfPackage(path, bare, typeOnly);
}

function problemsOfFile(path: string, target: string, typeOnly: boolean): string[] {
  if (target.startsWith('../')) return ['Nothing in src imports from outside src.'];
  const problems: string[] = [];
  if (!/\.[a-z]+$/u.test(target)) problems.push(`${target} has no extension: Node runs these files as they are.`);
  const layer = path.split('/')[0] ?? '';
  const other = target.split('/')[0] ?? '';
  const rule = layers[layer];
  if (rule === undefined || other === layer) return problems;
  if (!rule.layers.includes(other)) {
    problems.push(`src/${layer} may not import src/${other}. ${rule.advice}`);
    return problems;
  }
  for (const { from, imported, typeOnly: typesAllowed, message } of fileRules) {
    if (from === layer && imported.test(target) && !(typesAllowed === true && typeOnly)) problems.push(message);
  }
  return problems;
}

function problemsOfPackage(path: string, name: string, typeOnly: boolean): string[] {
  const layer = path.split('/')[0] ?? '';
  const rule = layers[layer];
  if (rule === undefined) return [];
  const isNode = name.startsWith('node:') || builtinModules.includes(name);
  const problems: string[] = [];
  if (isNode && !rule.node) problems.push(nodeMessage);
  if (!isNode && rule.packages !== undefined && !rule.packages.test(name)) {
    problems.push(`src/${layer} may not import ${name}. ${rule.advice}`);
  }
  for (const { name: pattern, folders, typeFolders = [], message } of packageRules) {
    if (!pattern.test(name) || liesIn(path, folders) || (typeOnly && liesIn(path, typeFolders))) continue;
    problems.push(message);
  }
  return problems;
}

function sourceFiles(): string[] {
  return readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:ts|tsx|mts|mjs)$/u.test(entry.name) && !/\.gen\.ts$/u.test(entry.name))
    .map((entry) => relative(join(root, 'src'), join(entry.parentPath, entry.name)).split(sep).join('/'));
}

describe('the dependency rule', () => {
  test('every import in src stays within its layer', () => {
    const files = sourceFiles();
    const found = files.flatMap((path) => violationsIn(path, readFileSync(join(root, 'src', path), 'utf8')));
    expect(files.length).toBeGreaterThan(20);
    expect(found).toEqual([]);
  });

  test.each([
    ['core/tasks.ts', "import { app } from 'electron';", 'Electron stays'],
    ['core/tasks.ts', "import type { App } from 'electron';", 'Electron stays'],
    ['core/tasks.ts', "const electron = await import('electron');", 'Electron stays'],
    ['core/tasks.ts', "const electron = require('electron');", 'Electron stays'],
    ['core/tasks.ts', "let app: import('electron').App;", 'Electron stays'],
    ['core/tasks.ts', "import electron = require('electron');", 'Electron stays'],
    ['core/tasks.ts', "export { app } from 'electron';", 'Electron stays'],
    ['core/records/task.ts', "import Database from 'better-sqlite3';", 'SQLite driver'],
    ['platform/lock.ts', "import { DatabaseSync } from 'node:sqlite';", 'SQLite driver'],
    ['core/records/task.ts', "import { connect } from '@lancedb/lancedb';", 'LanceDB stays'],
    ['core/search/rank.ts', "import { tool } from '@langchain/core/tools';", 'LangGraph stay'],
    ['core/createWorkspace.ts', "import { useState } from 'react';", 'React and its libraries'],
    ['core/createWorkspace.ts', "import { tasks } from '../api/tasks.ts';", 'src/core may not import src/api'],
    ['core/db/x.ts', "await import('../../main/window.ts');", 'src/core may not import src/main'],
    ['core/createWorkspace.ts', 'const name = process.env.HOME;', 'Only a host reads'],
    ['core/createWorkspace.ts', "import { env } from 'node:process';", 'Only a host reads'],
    ['contracts/task.ts', "import { readFileSync } from 'node:fs';", 'also runs in the window'],
    ['contracts/task.ts', "import { tidy } from 'tidy';", 'may not import tidy'],
    [
      'language/readDay.ts',
      "import { addDays } from '../core/assistant/days.ts';",
      'src/language may not import src/core',
    ],
    ['language/readDay.ts', "import { tidy } from 'tidy';", 'src/language may not import tidy'],
    ['language/readDay.ts', "import { readFileSync } from 'node:fs';", 'also runs in the window'],
    ['api/tasks.ts', "import { readDay } from '../language/readDay.ts';", 'src/api may not import src/language'],
    ['main/main.ts', "import { serve } from '../cli/serve.ts';", 'src/main may not import src/cli'],
    ['platform/lock.ts', "import { open } from '../core/db/open.ts';", 'import src/core/ports.ts'],
    ['renderer/trpc.ts', "import { appRouter } from '../api/appRouter.ts';", 'by type alone'],
    ['renderer/a/b.ts', "import { x } from '@/../core/workspace.ts';", 'src/renderer may not import src/core'],
    ['renderer/x.ts', "import path from 'path';", 'also runs in the window'],
    ['preload/preload.ts', "import ws from 'ws';", 'may not import ws'],
    ['core/x.ts', 'const module = await import(name);', 'cannot be read'],
    ['core/x.ts', "import { y } from './y';", 'has no extension'],
    ['core/x.ts', "import pack from '../../package.json';", 'outside src'],
    ['core/x.ts', "export * from './y.ts';", 'hides where things are'],
    ['core/index.ts', "export { y } from './y.ts';", 'A barrel'],
    ['shared/x.ts', 'export const x = 1;', 'is no layer'],
    ['cli/launch/x.mjs', "import { z } from 'zod';", 'runs before the app'],
    ['cli/launch/x.mjs', "import { serve } from '../serve.ts';", 'runs before the app'],
  ])('reports %s: %s', (path, text, message) => {
    expect(violationsIn(path, text)).toEqual(expect.arrayContaining([expect.stringContaining(message)]));
  });

  test.each([
    ['core/db/openDatabase.ts', "import Database from 'better-sqlite3';"],
    ['core/db/schema.ts', "export * from '../records/task.ts';"],
    ['core/search/vectors.ts', "const lance = await import('@lancedb/lancedb');"],
    ['renderer/trpc.ts', "import type { AppRouter } from '../api/appRouter.ts';"],
    ['renderer/trpc.ts', "import type { inferRouterOutputs } from '@trpc/server';"],
    ['core/assistant/x.ts', "import { findDays } from '../../language/readDay.ts';"],
    ['renderer/features/x.ts', "import { findDays } from '../../language/readDay.ts';"],
    ['language/readTags.ts', "import type { Priority } from '../contracts/task.ts';"],
    ['renderer/App.tsx', "import './styles.css'; import worker from './x.ts?worker';"],
    ['platform/keychain.ts', "import type { Ports } from '../core/ports.ts'; import keytar from 'keytar/keytar.js';"],
    ['main/main.ts', "import { app } from 'electron'; const home = process.env['HOME'];"],
  ])('accepts %s: %s', (path, text) => {
    expect(violationsIn(path, text)).toEqual([]);
  });
});
