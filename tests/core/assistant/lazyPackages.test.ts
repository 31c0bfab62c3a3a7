import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readImports } from '../../support/readImports.ts';

const core = resolve(import.meta.dirname, '../../../src/core');

/** Every module and package that opening a workspace loads at once: what `import()` brings is left out. */
function loadedAtOnce(entry: string): Set<string> {
  const loaded = new Set<string>();
  const waiting = [entry];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (loaded.has(file)) continue;
    loaded.add(file);
    const text = readFileSync(file, 'utf8');
    const lines = text.split('\n');
    for (const { specifier, typeOnly, line } of readImports(file, text).imports) {
      if (specifier === undefined || typeOnly || lines[line - 1]?.includes('import(') === true) continue;
      if (specifier.startsWith('.')) waiting.push(join(dirname(file), specifier));
      else loaded.add(specifier);
    }
  }
  return loaded;
}

test('opening a workspace loads no package for language models, nor what reads sentences', () => {
  const loaded = [...loadedAtOnce(join(core, 'createWorkspace.ts'))];
  expect(loaded).toContain(join(core, 'assistant', 'createAssistant.ts'));
  expect(loaded.filter((name) => /^(?:@langchain|langchain|langsmith|openai)(?:\/|$)/u.test(name))).toEqual([]);
  expect(loaded.filter((name) => /(?:language.read|offline.wording)/u.test(name))).toEqual([]);
});

test('the offline provider loads none for language models either', () => {
  const loaded = [...loadedAtOnce(join(core, 'assistant', 'offline', 'answerOffline.ts'))];
  expect(loaded.filter((name) => name.startsWith('@langchain'))).toEqual([]);
  expect(loaded).toContain(join(core, '..', 'language', 'readDay.ts'));
});
