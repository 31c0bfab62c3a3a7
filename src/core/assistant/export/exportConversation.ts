import type { Conversation, Message, Scope } from '../../../contracts/conversation.ts';
import type { SuggestionId } from '../../../contracts/ids.ts';
import type { Suggestion } from '../../../contracts/suggestion.ts';
import { exportWords } from '../catalogue.en.ts';
import { escapeMarkdown } from '../offline/escapeMarkdown.ts';
import { orNull, type RecordReader } from '../records.ts';
import { containMarkdown, quoteMarkdown } from './containMarkdown.ts';
import { fileNameOf } from './fileNameOf.ts';

export interface ExportParts {
  readonly reader: Pick<RecordReader, 'read'>;
  /** @throws AdiuvaError `notFound` */
  suggestion(id: SuggestionId): Pick<Suggestion, 'title' | 'state'>;
}

/**
 * A conversation as one Markdown document: questions quoted, answers with their sources, suggestions with what became of
 * them, and who answered. The steps on the way are left out.
 */
export function exportConversation(
  conversation: Conversation,
  messages: readonly Message[],
  parts: ExportParts,
): { fileName: string; markdown: string } {
  const title = conversation.title.trim() === '' ? exportWords.untitled : conversation.title;
  const blocks = [
    `# ${escapeMarkdown(title)}`,
    exportWords.about(exportWords.moment(conversation.createdAt), nameOfScope(conversation.scope, parts)),
    ...messages.flatMap((message) =>
      message.role === 'user' ? questionBlocks(message) : answerBlocks(message, parts),
    ),
  ];
  return { fileName: `${fileNameOf(title)}.md`, markdown: `${blocks.join('\n\n')}\n` };
}

function questionBlocks({ content, createdAt, attachments }: Message): string[] {
  const names = attachments.map((attachment) =>
    attachment.kind === 'file'
      ? nameOf(attachment.name)
      : `${nameOf(attachment.title)} (${exportWords.kinds[attachment.recordKind]})`,
  );
  return [
    `## ${exportWords.question(exportWords.moment(createdAt))}`,
    quoteMarkdown(content),
    ...(names.length === 0 ? [] : [exportWords.attached(names.join(', '))]),
  ];
}

function answerBlocks(message: Message, parts: ExportParts): string[] {
  const { content, createdAt, sources, suggestionIds, provider, model, fallbacks } = message;
  const suggestions = suggestionIds.flatMap((id) => orNull(() => parts.suggestion(id)) ?? []);
  const by = [provider === 'offline' ? exportWords.offline : provider, model].filter((name) => name !== null);
  const foot = [
    ...fallbacks.map((fallback) => exportWords.fellBack(escapeMarkdown(fallback.provider))),
    message.state === 'done' ? '' : exportWords.state[message.state],
    by.length === 0 ? '' : exportWords.answeredBy(escapeMarkdown(by.join(', '))),
  ].filter((sentence) => sentence !== '');
  return [
    `## ${exportWords.answer(exportWords.moment(createdAt))}`,
    ...(content.trim() === '' ? [] : [containMarkdown(content)]),
    ...listBlocks(
      exportWords.sources,
      sources.map(({ number, title, kind }) => `\\[${number}\\] ${nameOf(title)} (${exportWords.kinds[kind]})`),
    ),
    ...listBlocks(
      exportWords.suggestions,
      suggestions.map(({ title, state }) => `“${nameOf(title)}” (${exportWords.suggestion[state]})`),
    ),
    ...(foot.length === 0 ? [] : [foot.join(' ')]),
  ];
}

function listBlocks(heading: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : [`**${heading}**`, items.map((item) => `- ${item}`).join('\n')];
}

function nameOfScope(scope: Scope, { reader }: ExportParts): string {
  if (scope.kind === 'workspace') return exportWords.workspace;
  const record = reader.read(scope.kind, scope.id);
  return `${exportWords.kinds[scope.kind]} ${record === null ? exportWords.gone : `“${nameOf(record.title)}”`}`;
}

function nameOf(title: string): string {
  return title.trim() === '' ? exportWords.untitled : escapeMarkdown(title);
}
