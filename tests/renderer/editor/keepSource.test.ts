import { describe, expect, test } from 'vitest';
import { keepSource } from '../../../src/renderer/editor/keepSource.ts';

const source = [
  '# Shipping',
  '',
  'Zones, _duty_ and papers, see [the rules][rules].',
  '',
  '* Norway',
  '* Switzerland',
  '',
  '| Zone | Rate |',
  '|---|---|',
  '| NO | 12 |',
  '',
  '[rules]: https://example.org/rules',
  '',
  'The end.',
].join('\n');

const written = [
  '# Shipping',
  '',
  'Zones, *duty* and papers, see [the rules](https://example.org/rules).',
  '',
  '- Norway',
  '- Switzerland',
  '',
  '| Zone | Rate |',
  '| ---- | ---- |',
  '| NO   | 12   |',
  '',
  'The end.',
  '',
].join('\n');

describe('keepSource', () => {
  test('an untouched document stays as it was, byte by byte', () => {
    expect(keepSource(source, written)(written)).toBe(source);
  });

  test('an editor that writes the same is believed', () => {
    expect(keepSource('a\n', 'a\n')('b\n')).toBe('b\n');
  });

  test('one changed line changes that line alone', () => {
    expect(keepSource(source, written)(written.replace('The end.', 'The very end.'))).toBe(
      source.replace('The end.', 'The very end.'),
    );
  });

  test('a definition that the editor dropped survives a change elsewhere', () => {
    const edited = written.replace('- Norway', '- Norway, with the number');
    expect(keepSource(source, written)(edited)).toBe(source.replace('* Norway', '- Norway, with the number'));
  });

  test('a touched paragraph is taken as the editor wrote it', () => {
    const edited = written.replace('Zones, ', 'All zones, ');
    expect(keepSource(source, written)(edited)).toContain(
      'All zones, *duty* and papers, see [the rules](https://example.org/rules).',
    );
    expect(keepSource(source, written)(edited)).toContain('[rules]: https://example.org/rules');
  });

  test('a new paragraph is put where it was typed', () => {
    const edited = written.replace('| Zone | Rate |', 'New.\n\n| Zone | Rate |');
    expect(keepSource(source, written)(edited)).toBe(source.replace('| Zone | Rate |', 'New.\n\n| Zone | Rate |'));
  });

  test('a deleted list goes, the rest stays', () => {
    const edited = written.replace('- Norway\n- Switzerland\n\n', '');
    expect(keepSource(source, written)(edited)).toBe(source.replace('* Norway\n* Switzerland\n\n', ''));
  });

  test('two changes at once', () => {
    const edited = written.replace('# Shipping', '# Shipping rules').replace('| NO   | 12   |', '| NO   | 14   |');
    const kept = keepSource(source, written)(edited);
    expect(kept).toContain('# Shipping rules\n\nZones, _duty_');
    expect(kept).toContain('| NO   | 14   |');
    expect(kept).toContain('* Norway\n* Switzerland');
    expect(kept).not.toContain('| NO | 12 |');
  });

  test('everything deleted', () => {
    expect(keepSource(source, written)('').trim()).toBe('');
  });

  test('line ends of the note stay its own', () => {
    const crlf = 'One\r\n\r\nTwo\r\n';
    expect(keepSource(crlf, 'One\n\nTwo\n')('One\n\nTwo\n\nThree\n')).toBe('One\r\n\r\nTwo\r\n\r\nThree\r\n');
  });

  test('every word typed is in what is saved, wherever it is typed', () => {
    const lines = written.split('\n');
    for (let line = 0; line <= lines.length; line += 1) {
      const edited = lines.toSpliced(line, 0, `typed ${line}`).join('\n');
      const kept = keepSource(source, written)(edited);
      expect(kept).toContain(`typed ${line}`);
      for (const word of ['Shipping', 'duty', 'Norway', 'Switzerland', 'Zone', 'NO', 'The end.'])
        expect(kept).toContain(word);
    }
    for (let line = 0; line < lines.length; line += 1) {
      if (lines[line] === '') continue;
      const edited = lines.with(line, `typed ${line}`).join('\n');
      expect(keepSource(source, written)(edited).split('\n')).toContain(`typed ${line}`);
    }
  });

  test('whatever is changed, the result says what the editor said', () => {
    const say = (text: string) => text.split('\n').map((line) => line.replace(/[*\- ]/gu, ''));
    const random = seeded(7);
    const below = (count: number) => Math.floor(random() * count);
    for (let round = 0; round < 500; round += 1) {
      // Few different lines, so that many are alike and the alignment has to guess.
      const own = Array.from({ length: 3 + below(20) }, () => (below(4) === 0 ? '' : `* line ${below(8)}`));
      const rewritten = own.map((line) => line.replace('* ', '- '));
      const edited = [...rewritten];
      for (let change = below(4); change >= 0; change -= 1) {
        const typed = Array.from({ length: below(3) }, () => (below(3) === 0 ? '' : `- typed ${below(100)}`));
        edited.splice(below(edited.length + 1), below(4), ...typed);
      }
      const kept = keepSource(own.join('\n'), rewritten.join('\n'))(edited.join('\n'));
      expect(say(kept)).toEqual(say(edited.join('\n')));
    }
  });

  test('thousands of lines that all differ in their marks take well under a second', () => {
    const long = Array.from({ length: 20_000 }, (_, index) => `* item ${index % 500}`).join('\n');
    const longWritten = `${long.replaceAll('* ', '- ')}\n`;
    const started = performance.now();
    const kept = keepSource(long, longWritten)(longWritten.replace('- item 499\n', '- item changed\n'));
    expect(performance.now() - started).toBeLessThan(1_000);
    expect(kept).toContain('- item changed');
    expect(kept.split('\n').filter((line) => line.startsWith('* '))).toHaveLength(19_999);
  });
});

/** mulberry32: the same numbers at each run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
