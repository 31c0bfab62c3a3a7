import type { ReadItem, Workplace } from '../../../../src/core/assistant/offline/readItem.ts';
import { type Place, readPlace } from '../../../../src/core/assistant/offline/readPlace.ts';
import type { Question } from '../../../../src/core/assistant/offline/readQuestion.ts';
import { type Understanding, understand } from '../../../../src/core/assistant/offline/understand.ts';

const projects = [
  { id: 'shop', name: 'Wine shop relaunch', clientId: 'rossi' },
  { id: 'dashboard', name: 'Customer dashboard', clientId: 'nordlys' },
  { id: 'citta', name: 'Guida della città', clientId: null },
  { id: 'buero', name: 'Büroumbau', clientId: 'mueller' },
];
const clients = [
  { id: 'rossi', name: 'Rossi Vini' },
  { id: 'nordlys', name: 'Nordlys Energi' },
  { id: 'mueller', name: 'Müller & Söhne' },
];
/** A Saturday, half past nine. */
export const workplace: Workplace = { moment: { today: '2026-11-21', minutes: 570 }, projects, clients };

/**
 * What a message is understood as, on one line: the language, the intent, and its parts: `en items: Call Rossi | 2026-11-22
 * 10:00 !high ~rossi`, `it list: due 2026-11-23..2026-11-29 ~rossi`, `de search: Versand Rossi`.
 */
export function understood(message: string, isOnRecord = false): string {
  const intent = understand(message, workplace, isOnRecord);
  return `${intent.language} ${intent.kind}${details(intent, message)}`;
}

function details(intent: Understanding, message: string): string {
  switch (intent.kind) {
    case 'items':
      return `: ${intent.items.map(itemInWords).join(' / ')}${intent.skipped === 0 ? '' : ` (${intent.skipped} left out)`}`;
    case 'list':
      return `: ${intent.questions.map(questionInWords).join(' / ')}${placeInWords(readPlace(message, projects, clients))}`;
    case 'search':
      return `${intent.isQuestion ? '?' : ''}: ${intent.text}`;
    default:
      return '';
  }
}

function itemInWords({ kind, title, day, time, recurrence, priority, place }: ReadItem): string {
  const parts = [day, time, recurrence, priority === null ? null : `!${priority}`].filter((part) => part !== null);
  const words = `${kind === 'checkpoint' ? 'checkpoint ' : ''}${title}`;
  return `${parts.length === 0 ? words : `${words} | ${parts.join(' ')}`}${placeInWords(place)}`;
}

function questionInWords(question: Question): string {
  return 'span' in question ? `${question.kind} ${question.span.from ?? ''}..${question.span.to ?? ''}` : question.kind;
}

function placeInWords({ project, client }: Place): string {
  return `${project === null ? '' : ` @${project.id}`}${client === null ? '' : ` ~${client.id}`}`;
}
