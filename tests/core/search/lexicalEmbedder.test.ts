import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { lexicalEmbedder } from '../../../src/core/search/lexicalEmbedder.ts';
import { resembles } from '../../../src/core/search/wordSimilarity.ts';
import { toWords } from '../../../src/core/search/words.ts';

function similarity(query: string, title: string, body = ''): number {
  const wanted = lexicalEmbedder.embedQuery(query);
  const vector = lexicalEmbedder.embedDocument({ title, body });
  if (wanted === null || vector === null) throw new Error('a text without words');
  return wanted.reduce((sum, value, index) => sum + value * (vector[index] ?? 0), 0);
}

const paragraph =
  'We talked for an hour about the new website. They want the launch before the trade fair in March. '.repeat(20);

describe('vectors', () => {
  test('have length 1 and the dimension that is promised', () => {
    const vector = lexicalEmbedder.embedDocument({ title: 'Call with Nordlys', body: paragraph });
    expect(vector).toHaveLength(lexicalEmbedder.dimension);
    expect(Math.hypot(...(vector ?? []))).toBeCloseTo(1, 5);
  });

  test('are the same on every machine and in every version of this name', () => {
    const vector = lexicalEmbedder.embedDocument({ title: 'Küchenplanung Rossi', body: 'Perché no? 会議 🚀' });
    const rounded = [...(vector ?? [])].map((value) => value.toFixed(4)).join(' ');
    expect([lexicalEmbedder.name, createHash('sha256').update(rounded).digest('hex').slice(0, 16)]).toEqual([
      'lexical-1',
      'ec2b99f20b726e47',
    ]);
  });

  test.each(['', '   ', '?!…', '\u0000', '\u200b', '\ud800'])('of %j are none', (text) => {
    expect(lexicalEmbedder.embedDocument({ title: text, body: text })).toBeNull();
    expect(lexicalEmbedder.embedQuery(text)).toBeNull();
  });

  test('of stop words alone are there', () => {
    expect(similarity('the who', 'The Who')).toBeGreaterThan(0.9);
  });

  test('of 5 MB are made in a moment', () => {
    const body = Array.from({ length: 700_000 }, (_, index) => (index * 7_919).toString(36)).join(' ');
    const from = performance.now();
    expect(similarity('archive', 'Archive', body)).toBeGreaterThan(0.5);
    expect(performance.now() - from).toBeLessThan(500);
  });

  test.each([
    ['the same word', 'nordlys', 'Nordlys', 'Garden'],
    ['a typo', 'nordlyss', 'Call with Nordlys', 'Call with Aurora'],
    ['letters swapped', 'nrodlys', 'Nordlys', 'Aurora'],
    ['an Italian plural', 'fatture', 'Fattura n. 12', 'Preventivo n. 12'],
    ['a German compound', 'projektplanung', 'Projektplan Küche', 'Gartenplan Küche'],
    ['accents left out', 'strasse', 'Straße reparieren', 'Dach reparieren'],
    ['Chinese without spaces', '合同', '签署合同草案', '下周会议安排'],
    ['an emoji', '🚀', 'Launch 🚀', 'Launch'],
  ])('bring %s nearer than another', (_, query, near, far) => {
    expect(similarity(query, near)).toBeGreaterThan(similarity(query, far) + 0.1);
    expect(similarity(query, near)).toBeGreaterThan(lexicalEmbedder.minimumSimilarity);
  });

  test('of a title still count beside a long text', () => {
    expect(similarity('nordlyss', 'Nordlys', paragraph)).toBeGreaterThan(lexicalEmbedder.minimumSimilarity);
  });
});

describe('words', () => {
  test.each([
    [
      'STRASSE Straße Æther Øre łódź İstanbul ıssız',
      ['strasse', 'strasse', 'aether', 'ore', 'lodz', 'istanbul', 'issiz'],
    ],
    ['don’t e-mail C++ x_y 3.14', ['don', 't', 'e', 'mail', 'c', 'x', 'y', '3', '14']],
    ['ﬁle ２０２６ Ⅷ', ['file', '2026', 'viii']],
    ['会議 a', ['会', '会議', '議', 'a']],
    ['🚀🎉 👩‍💻 🇮🇹', ['🚀', '🎉', '👩', '💻', '🇮🇹']],
    ['שָׁלוֹם مَرْحَبًا', ['שלום', 'مرحبا']],
  ])('of %j are folded', (text, words) => {
    expect(toWords(text)).toEqual(words);
  });

  test.each([
    ['nordlyss', 'Call with Nordlys', true],
    ['recieve', 'Receive the parcel', true],
    ['projektplanung', 'Projektplan', true],
    ['rechnung', 'Schlussrechnung 2026', true],
    ['kitchen zzzzz', 'Kitchen', true],
    ['blorft', 'Blog', false],
    ['xqzvw', 'Fattura', false],
    ['cat', 'Car', false],
    ['zzzzz wwwww kitchen', 'Kitchen', false],
    ['', 'Kitchen', false],
  ])('%j has to do with %j: %s', (query, text, expected) => {
    expect(resembles(toWords(query), toWords(text))).toBe(expected);
  });
});
