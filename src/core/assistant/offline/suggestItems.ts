import type { ChangeService } from '../../workspace.ts';
import type { Sentences } from '../catalogue.ts';
import type { AnswerTask } from '../runs/runs.ts';
import { proposeOwn } from '../tools/propose.ts';
import { escapeMarkdown } from './escapeMarkdown.ts';
import type { ReadItem, Workplace } from './readItem.ts';
import { type NamedProject, type Place, projectOfPlace } from './readPlace.ts';
import { OFFLINE_PREFIX, type Teller } from './teller.ts';
import type { Intent } from './understand.ts';

interface SuggestParts {
  readonly task: AnswerTask;
  readonly teller: Teller;
  readonly agent: string;
  readonly sentences: Sentences;
  readonly changes: ChangeService;
}

/** Turns what was read into suggestions, one each, and says which. */
export async function suggestItems(
  { items, skipped, more }: Extract<Intent, { kind: 'items' }>,
  { projects, moment }: Workplace,
  around: Place,
  { task, teller, agent, changes, sentences }: SuggestParts,
): Promise<void> {
  const said: string[] = [];
  const wanting: string[] = [];
  for (const [index, item] of items.entries()) {
    const project = projectOfPlace(item.place, projects) ?? projectOfPlace(around, projects);
    const refusal = item.kind === 'checkpoint' ? whatIsMissing(item, project, sentences) : null;
    if (refusal !== null) {
      wanting.push(refusal);
      continue;
    }
    const tool = item.kind === 'task' ? 'proposeTask' : 'proposeCheckpoint';
    const callId = `${OFFLINE_PREFIX}.${index}`;
    await teller.step(
      String(index),
      tool,
      { title: item.title },
      () => {
        const context = { run: task.run, agent, callId };
        const suggestionId = proposeOwn(changes, changeOf(item, project), context);
        task.emit({ type: 'suggested', suggestionId });
      },
      () => 1,
    );
    said.push(lineOf(item, project, moment.today, sentences));
  }
  if (said.length > 0) await teller.say(`${sentences.suggested(said.length)}\n`);
  for (const line of said) await teller.say(`- ${line}`);
  for (const line of wanting) await teller.say(said.length > 0 ? `\n${line}` : line);
  if (more) await teller.say(`\n${sentences.onlyFirst(items.length)}`);
  if (skipped > 0) await teller.say(`\n${sentences.leftOut(skipped)}`);
}

function whatIsMissing(item: ReadItem, project: NamedProject | null, sentences: Sentences): string | null {
  if (project === null) return sentences.checkpointWantsProject(escapeMarkdown(item.title));
  return item.day === null ? sentences.checkpointWantsDate(escapeMarkdown(item.title)) : null;
}

function changeOf(item: ReadItem, project: NamedProject | null): Parameters<typeof proposeOwn>[1] {
  if (item.kind === 'checkpoint') {
    return {
      kind: 'checkpoint',
      operation: 'create',
      fields: { title: item.title, date: item.day, projectId: project?.id },
    };
  }
  return {
    kind: 'task',
    operation: 'create',
    fields: {
      title: item.title,
      dueDate: item.day,
      dueTime: item.time,
      recurrence: item.recurrence,
      projectId: project?.id ?? null,
      ...(item.priority === null ? {} : { priority: item.priority }),
    },
  };
}

function lineOf(item: ReadItem, project: NamedProject | null, today: string, sentences: Sentences): string {
  const title = escapeMarkdown(item.title);
  const place = project === null ? null : escapeMarkdown(project.name);
  if (item.kind === 'checkpoint') return sentences.suggestedCheckpoint(title, item.day ?? today, place ?? '', today);
  const { day, time, recurrence, priority } = item;
  return sentences.suggestedTask(title, { day, time, recurrence, priority, project: place }, today);
}
