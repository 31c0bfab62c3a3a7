import type { Random } from '../random.ts';
import { english, german, italian, type Language, people } from './vocabulary.ts';

/** Titles and texts as people write them: some long, most short; English mostly, Italian and German sometimes. */
export function createSampleText(random: Random) {
  const language = (): Language => random.pick([english, english, english, italian, german]);

  const sentence = (words: Language): string =>
    capitalised(
      random
        .pick(words.sentences)
        .replace('{thing}', () => random.pick(words.things))
        .replace('{other}', () => random.pick(words.things))
        .replace('{person}', () => random.pick(people))
        .replace('{number}', () => String(2 + random.below(28)))
        .replace('{month}', () => random.pick(words.months)),
    );
  const paragraph = (words: Language): string =>
    Array.from({ length: 1 + random.below(4) }, () => sentence(words)).join(' ');
  const checklist = (words: Language, isDone: boolean): string =>
    Array.from({ length: 2 + random.below(4) }, () => {
      const box = isDone || random.below(3) === 0 ? 'x' : ' ';
      return `- [${box}] ${capitalised(random.pick(words.things))}`;
    }).join('\n');

  return {
    taskTitle(): string {
      const words = language();
      const title = `${random.pick(words.verbs)} ${random.pick(words.things)}`;
      return random.below(3) === 0 ? title : `${title} ${random.pick(words.details)}`;
    },
    /** None, a paragraph, or a paragraph with a checklist. */
    taskDescription(isDone: boolean): string {
      const kind = random.below(10);
      if (kind < 5) return '';
      const words = language();
      return kind < 8 ? paragraph(words) : `${paragraph(words)}\n\n${checklist(words, isDone)}`;
    },
    comment: (): string => paragraph(language()),
    noteTitle(): string {
      const words = language();
      return random.below(2) === 0
        ? `${random.pick(words.headings)}: ${random.pick(words.things)}`
        : capitalised(`${random.pick(words.things)}, ${random.pick(people)}`);
    },
    /** Markdown with headings: most of a page, one in fifty of ten. */
    noteContent(): string {
      const words = language();
      const sections = random.below(50) === 0 ? 20 + random.below(20) : 1 + random.below(4);
      const parts = [paragraph(words)];
      for (let section = 0; section < sections; section += 1) {
        parts.push(`## ${random.pick(words.headings)}`, paragraph(words));
        if (random.below(3) === 0) parts.push(checklist(words, false));
      }
      return `${parts.join('\n\n')}\n`;
    },
    checkpointTitle: (): string => capitalised(random.pick(language().things)),
  };
}

/** The first letter in upper case; texts begin with names and articles alike. */
function capitalised(text: string): string {
  const first = text.slice(0, 1);
  return first.toLocaleUpperCase() + text.slice(1);
}
