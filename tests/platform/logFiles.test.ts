import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { AdiuvaError } from '../../src/contracts/errors.ts';
import { type LogFiles, openLogFiles, type LogFilesOptions } from '../../src/platform/logFiles.ts';
import { createTemporaryFolder } from './temporaryFolder.ts';

function open(
  options: Partial<LogFilesOptions> = {},
): LogFiles & { workspace: string; lines(): Record<string, unknown>[] } {
  const workspace = options.workspace ?? createTemporaryFolder();
  const log = openLogFiles({ workspace, host: 'test', ...options });
  return {
    ...log,
    workspace,
    lines: () =>
      readFileSync(log.path, 'utf8')
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as Record<string, unknown>),
  };
}

test('a line is JSON with time, level, process and host, and is there at once', () => {
  const { logger, lines, workspace } = open();
  expect(readdirSync(workspace)).toEqual([]);
  logger.info('workspace opened', { took: 12 });
  logger.debug('not written at this level');
  expect(lines()).toEqual([
    {
      level: 'info',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/u) as unknown,
      pid: process.pid,
      host: 'test',
      message: 'workspace opened',
      took: 12,
    },
  ]);
});

test('an error is written with its stack and all causes', () => {
  const { logger, lines } = open();
  const error = new AdiuvaError(
    'diskFull',
    {},
    { cause: new Error('outer', { cause: new TypeError('the very cause') }) },
  );
  logger.error('write failed', { error });
  expect(lines()[0]?.['error']).toMatchObject({
    name: 'AdiuvaError',
    code: 'diskFull',
    stack: expect.stringContaining('logFiles.test.ts') as unknown,
    cause: { message: 'outer', cause: { name: 'TypeError', message: 'the very cause' } },
  });
});

test('no secret gets in, by whatever way', () => {
  const { logger, path } = open();
  const secret = 'canary-4f9a7c';
  logger.warn(`GET /?token=${secret} failed`, {
    key: secret,
    apiKey: secret,
    nested: { deep: [{ authorization: secret, 'set-cookie': [secret] }] },
    headers: `Authorization: Bearer ${secret}`,
    address: `https://user:${secret}@example.org/v1?api_key=${secret}&x=1`,
    error: new Error(`refused Bearer ${secret}`, { cause: new Error(`sk-${secret}-abcdef`) }),
    password: { value: secret },
    promptTokens: 12,
  });
  const text = readFileSync(path, 'utf8');
  expect(text).not.toContain(secret);
  expect(text).toContain('"promptTokens":12');
});

test('whatever is handed in is a line of bounded size', () => {
  const { logger, lines, path } = open();
  const circular: Record<string, unknown> = {};
  circular['self'] = circular;
  logger.info('odd', {
    circular,
    big: 10n,
    text: 'x'.repeat(1_000_000),
    list: Array.from({ length: 10_000 }, () => 'entry'),
    bytes: new Uint8Array(1_000),
    run: () => undefined,
    nothing: undefined,
    lineBreak: 'a\nb',
  });
  expect(lines()).toHaveLength(1);
  expect(statSync(path).size).toBeLessThan(20_000);
});

test('files are set aside when they are full, and the oldest goes', () => {
  const { logger, workspace } = open({ sizeMax: 2_000 });
  for (let index = 0; index < 200; index++) logger.info('line', { index });
  const folder = join(workspace, 'logs');
  const names = readdirSync(folder).sort();
  expect(names).toEqual(['adiuva.log', 'adiuva.log.1', 'adiuva.log.2', 'adiuva.log.3', 'adiuva.log.4']);
  for (const name of names) expect(statSync(join(folder, name)).size).toBeLessThanOrEqual(2_000);
  const inOrder = [...names]
    .reverse()
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').trimEnd().split('\n'));
  const indexes = inOrder.map((line) => (JSON.parse(line) as { index: number }).index);
  expect(indexes).toEqual(Array.from({ length: indexes.length }, (_, index) => 200 - indexes.length + index));
});

test('a full file of an earlier run is set aside first', () => {
  const { workspace, logger, path } = open({ sizeMax: 100 });
  mkdirSync(join(workspace, 'logs'));
  writeFileSync(path, 'x'.repeat(100));
  logger.info('first');
  expect(readdirSync(join(workspace, 'logs')).sort()).toEqual(['adiuva.log', 'adiuva.log.1']);
});

test('where nothing can be written, logging does nothing', () => {
  const folder = createTemporaryFolder();
  const workspace = join(folder, 'file');
  writeFileSync(workspace, 'a file where the folder should be');
  const { logger, close } = open({ workspace });
  logger.error('lost', { error: new Error('x') });
  close();
  logger.error('after the end');
  expect(readdirSync(folder)).toEqual(['file']);
});
