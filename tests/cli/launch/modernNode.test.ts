import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { findBroughtNode, isModern } from '../../../src/cli/launch/modernNode.mjs';

test.each([
  ['18.20.4', false],
  ['20.20.2', false],
  ['22.12.0', false],
  ['22.13.0', true],
  ['23.0.0', true],
  ['24.21.0', true],
  ['26.0.0', true],
])('Node %s is new enough for the app: %s', (version, expected) => {
  expect(isModern([22, 13], version)).toBe(expected);
});

test('the Node that came with the dependencies runs', () => {
  const node = findBroughtNode();
  // A system without such a package has its own Node, which is the one that runs this.
  const version =
    node === undefined ? process.version : spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim();
  expect(isModern([24, 0], version.slice(1))).toBe(true);
});
