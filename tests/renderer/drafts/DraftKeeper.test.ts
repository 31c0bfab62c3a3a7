import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { AdiuvaError } from '../../../src/contracts/errors.ts';
import { DraftKeeper, type DraftTarget } from '../../../src/renderer/features/drafts/DraftKeeper.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A record with one text, as core keeps it. */
function open(saved = 'Old') {
  const keeper = new DraftKeeper();
  const record = { text: saved, version: 1 };
  const problems: AdiuvaError[] = [];
  const calls: string[] = [];
  const target = (): DraftTarget => ({
    field: 'title',
    saved: record.text,
    version: record.version,
    save: async (text, expectedVersion) => {
      calls.push(text);
      await Promise.resolve();
      const problem = problems.shift();
      if (problem) throw problem;
      if (expectedVersion !== undefined && expectedVersion !== record.version) throw new AdiuvaError('conflict');
      record.text = text;
      record.version += 1;
      keeper.aimAt(target());
    },
  });
  keeper.aimAt(target());
  return { keeper, record, problems, calls, seeRecord: () => keeper.aimAt(target()) };
}

describe('a text that is typed', () => {
  test('is saved on leaving the field, once', async () => {
    const { keeper, record, calls } = open();
    keeper.type('New');
    await keeper.save();
    await keeper.save();
    expect({ text: record.text, calls, draft: keeper.draft }).toEqual({
      text: 'New',
      calls: ['New'],
      draft: undefined,
    });
  });

  test('is saved by itself after a pause', async () => {
    const { keeper, record } = open();
    keeper.type('N');
    keeper.type('New');
    await vi.advanceTimersByTimeAsync(1_600);
    expect(record.text).toBe('New');
  });

  test('that is as it was before saves nothing', async () => {
    const { keeper, calls } = open();
    keeper.type('Old');
    await keeper.save();
    expect({ calls, draft: keeper.draft }).toEqual({ calls: [], draft: undefined });
  });

  test('is kept with the reason when it cannot be saved, and saved by a second try', async () => {
    const { keeper, record, problems } = open();
    problems.push(new AdiuvaError('diskFull', { path: '/data' }));
    keeper.type('New');
    await keeper.save();
    expect(keeper.draft).toMatchObject({ text: 'New', state: 'failed' });
    expect(keeper.draft?.problem).toMatch(/disk is full/iu);
    await keeper.save();
    expect({ text: record.text, draft: keeper.draft }).toEqual({ text: 'New', draft: undefined });
  });

  test('goes on where another field of the record changed meanwhile', async () => {
    const { keeper, record, seeRecord } = open();
    keeper.type('New');
    record.version += 1;
    await keeper.save();
    expect(keeper.draft).toMatchObject({ text: 'New', state: 'typing' });
    seeRecord();
    await vi.advanceTimersByTimeAsync(300);
    expect({ text: record.text, draft: keeper.draft }).toEqual({ text: 'New', draft: undefined });
  });

  test('is a conflict where the same text changed meanwhile, and nothing is overwritten until the user says so', async () => {
    const { keeper, record, seeRecord } = open();
    keeper.type('Mine');
    Object.assign(record, { text: 'Theirs', version: 2 });
    seeRecord();
    await keeper.save();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(keeper.draft).toMatchObject({ text: 'Mine', state: 'conflict' });
    expect(record.text).toBe('Theirs');
    await keeper.save(true);
    expect({ text: record.text, draft: keeper.draft }).toEqual({ text: 'Mine', draft: undefined });
  });

  test('goes on being typed while it is saved, and the rest is saved after it', async () => {
    const { keeper, record, calls } = open();
    keeper.type('One');
    const saving = keeper.save();
    keeper.type('One two');
    await saving;
    expect(keeper.draft).toMatchObject({ text: 'One two', base: 'One' });
    await vi.advanceTimersByTimeAsync(1_600);
    expect({ text: record.text, calls }).toEqual({ text: 'One two', calls: ['One', 'One two'] });
  });
});
