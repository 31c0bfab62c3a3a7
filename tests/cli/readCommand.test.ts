import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readCommand } from '../../src/cli/readCommand.ts';
import { clearTracing } from '../../src/platform/clearTracing.ts';
import { takeApiToken } from '../../src/platform/takeApiToken.ts';

const served = { kind: 'serve', port: 4317, workspace: undefined, open: false };

test.each([
  [[], { kind: 'help' }],
  [['--help'], { kind: 'help' }],
  [['-h'], { kind: 'help' }],
  [['help'], { kind: 'help' }],
  [['serve', '--help'], { kind: 'help' }],
  [['--version'], { kind: 'version' }],
  [['serve'], served],
  [
    ['serve', '--port', '8080', '--workspace', 'my notes', '--open'],
    { ...served, port: 8080, workspace: 'my notes', open: true },
  ],
  [['--port=0', 'serve', '--workspace=/tmp/ü'], { ...served, port: 0, workspace: '/tmp/ü' }],
  [['serve', '--port', '1', '--port', '2'], { ...served, port: 2 }],
])('%o', (args, command) => {
  expect(readCommand(args)).toEqual(command);
});

test.each([
  ['--port', 'serve'],
  ['serve', '--port', '-1'],
  ['serve', '--port', '1.5'],
  ['serve', '--port', '0x10'],
  ['serve', '--port', '99999'],
  ['serve', '--port='],
  ['serve', '--workspace'],
  ['serve', '--workspace='],
  ['serve', '--host', '0.0.0.0'],
  ['serve', 'twice'],
  ['Serve'],
  ['--open'],
  ['--', '--port'],
])('%s %s %s is a mistake that is told in a sentence', (...args) => {
  const command = readCommand(args.filter((argument) => typeof argument === 'string'));
  expect(command).toEqual({
    kind: 'mistake',
    sentence: expect.stringMatching(/^[^\n]+\. See adiuva --help\.$/u) as unknown,
  });
});

test('nothing that a library would report to its makers is left in the environment', () => {
  const environment = {
    LANGSMITH_TRACING: 'true',
    LANGCHAIN_API_KEY: 'x',
    LANGCHAIN_TRACING_V2: '1',
    LANGUAGE: 'it',
    PATH: '/bin',
  };
  clearTracing(environment);
  expect(environment).toEqual({ LANGUAGE: 'it', PATH: '/bin' });
});

test.each([
  [undefined, undefined],
  ['', undefined],
  ['  ', undefined],
  [' secret\n', 'secret'],
  ['two words', null],
  ['schlüssel', null],
])('the API token %j is taken from the environment as %j', (value, expected) => {
  const environment: NodeJS.ProcessEnv = { PATH: '/bin', ...(value === undefined ? {} : { ADIUVA_API_TOKEN: value }) };
  expect(takeApiToken(environment)).toBe(expected);
  expect(environment).toEqual({ PATH: '/bin' });
});

test('npm start, adiuva serve and the README name one port', () => {
  const command = readCommand(['serve']);
  const port = command.kind === 'serve' ? String(command.port) : 'none';
  const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');
  expect([...readme.matchAll(/(?:--port |127\.0\.0\.1:)(\d+)/gu)].map(([, named]) => named)).toEqual([port, port]);
});
