import { TRPCClientError } from '@trpc/client';
import { describe, expect, test } from 'vitest';
import { AdiuvaError, errorCodeSchema } from '../../../src/contracts/errors.ts';
import { describeError, describeErrorCode, describeFields } from '../../../src/renderer/i18n/describeError.ts';

/** As it comes over the link. */
const arrived = (error: AdiuvaError) =>
  TRPCClientError.from({ error: { code: -32_000, message: error.code, data: { adiuva: error.toData() } } });

describe('every error code', () => {
  test.each(errorCodeSchema.options)('%s is a sentence, with its fields and without', (code) => {
    const fields = {
      recordKind: 'task',
      title: 'Call',
      host: 'localhost:1',
      model: 'm',
      path: '/p',
      movedTo: '/q',
      program: 'x',
      pid: 7,
      status: 503,
      retryAfter: 4,
    };
    for (const sentence of [describeErrorCode(code), describeError(arrived(new AdiuvaError(code, fields)))]) {
      expect(sentence).toMatch(/^[A-Z{“\w].*\.$/su);
      expect(sentence).not.toMatch(/\{\{|undefined|null|code\./u);
    }
  });
});

test('damage that is met while running names no place that nothing was moved to', () => {
  const sentenceOf = (movedTo: string | null) =>
    describeError(arrived(new AdiuvaError('workspaceCorrupt', { movedTo })));
  expect(sentenceOf(null)).toBe(
    'The workspace database is damaged. Nothing was overwritten. Start Adiuva again: it checks the file and moves it aside if need be.',
  );
  expect(sentenceOf('adiuva-damaged.db')).toContain('It was moved aside to adiuva-damaged.db,');
});

test('a code of a later version and a fault of the window are internal', () => {
  expect(describeErrorCode('fromTheFuture')).toBe(describeErrorCode('internal'));
  expect(describeError(new TypeError('x is not a function'))).toBe(describeErrorCode('internal'));
});

test('each wrong field has its own sentence', () => {
  const error = arrived(
    new AdiuvaError('validation', {
      title: { problem: 'tooLong', max: 1_000, actual: 10_000 },
      'changes.0.dueDate': { problem: 'notADate' },
      key: { problem: 'invalid' },
    }),
  );
  expect(describeFields(error)).toEqual({
    title: 'At most 1,000 characters; these are 10,000.',
    dueDate: 'This is not a date.',
    key: 'A key is one word without spaces or line breaks.',
  });
  expect(describeFields(new AdiuvaError('diskFull'))).toEqual({});
});
