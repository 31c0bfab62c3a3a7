import { expect, test } from 'vitest';
import { rankCommands, scoreOf, SURE } from '../../../src/renderer/features/search/rankCommands.ts';

const labels = [
  'New task',
  'New note',
  'Go to Notes',
  'Go to Home',
  'Settings: AI providers',
  'Dark theme',
  'Undo: “Call” deleted',
];
const ranked = (text: string): string[] =>
  rankCommands(
    labels.map((label) => ({ label })),
    text,
  ).map(({ command }) => command.label);

test('a command is found by the beginnings of its words, in any order', () => {
  expect(ranked('dark')[0]).toBe('Dark theme');
  expect(ranked('theme d')[0]).toBe('Dark theme');
  expect(ranked('ai prov')[0]).toBe('Settings: AI providers');
});

test('a command is found by its letters with others between them', () => {
  expect(ranked('gtn')[0]).toBe('Go to Notes');
  expect(ranked('drk')).toContain('Dark theme');
});

test('accents and case are no matter, in what is typed and in what is there', () => {
  expect(scoreOf({ label: 'Visão: Perché è così' }, 'perche e cosi')).toBeGreaterThanOrEqual(SURE);
  expect(scoreOf({ label: 'Perche' }, 'PERCHÉ')).toBeGreaterThanOrEqual(SURE);
});

test('further words find a command too', () => {
  expect(scoreOf({ label: 'Settings: About', keywords: 'version folder' }, 'version')).toBeGreaterThanOrEqual(SURE);
});

test('letters that only happen to be there find nothing', () => {
  expect(ranked('x')).toEqual([]);
  expect(ranked('shipping to norway')).toEqual([]);
  expect(ranked('q')).toEqual([]);
});

test('what a command is about does not call it', () => {
  const undo = { label: 'Undo: “Call Rossi” deleted', name: 'Undo' };
  expect(scoreOf(undo, 'rossi')).toBe(0);
  expect(scoreOf(undo, 'undo')).toBeGreaterThan(SURE);
});

test('the best comes first, and nothing typed leaves all in their order', () => {
  expect(ranked('note').slice(0, 2)).toEqual(['New note', 'Go to Notes']);
  expect(ranked('  ')).toEqual(labels);
});

test('signs, emoji and very long texts are taken as they are', () => {
  for (const text of ['(', '\\', '.*', '👩‍👩‍👧', 'a'.repeat(2_000), '[[', '%', "'; drop table"]) {
    expect(() => ranked(text)).not.toThrow();
  }
});
