import { z } from 'zod';
import { clientIdSchema, noteIdSchema, projectIdSchema, taskIdSchema } from './ids.ts';
import { prioritySchema } from './task.ts';
import { LABEL_MAX, lineSchema } from './text.ts';

/**
 * What the app draws in an answer: a fenced code block whose language is `adiuva-` and a kind, and whose body is JSON. A
 * model writes them, so every text and list is bounded, and what is not named here is dropped.
 */
export const BLOCK_LANGUAGE = 'adiuva-';

/** UTF-16 code units of a body. */
export const BLOCK_MAX = 60_000;
export const CHOICES_MAX = 6;
export const BLOCK_TASKS_MAX = 20;

/** Reorders letters or cannot be seen: with it a choice could send other words than it shows. Joiners of scripts and emoji stay. */
const UNSEEN = /[\u00AD\u200B\u202A-\u202E\u2060-\u206F\uFEFF\u{E0000}-\u{E007F}]/gu;

const shownLine = (max: number) =>
  z
    .union([z.string(), z.number()])
    .transform((text) => String(text).replace(UNSEEN, ''))
    .pipe(lineSchema(max));
const titleSchema = shownLine(200).optional().catch(undefined);
const labelSchema = shownLine(120);
const unique = <Value>(values: readonly Value[]): Value[] => [...new Set(values)];

/** One question back, when a better answer hangs on it. A press sends the choice as the user's next message. */
export const questionBlockSchema = z.object({
  kind: z.literal('question'),
  question: shownLine(500),
  choices: z.array(shownLine(160)).max(CHOICES_MAX).transform(unique).pipe(z.array(z.string()).min(2)),
  isMultiple: z.boolean().default(false),
});
export type QuestionBlock = z.infer<typeof questionBlockSchema>;

/** A screen of the app, with what its address can say. */
export const screenSchema = z.discriminatedUnion('screen', [
  z.object({ screen: z.literal('home') }),
  z.object({
    screen: z.literal('tasks'),
    status: z.enum(['open', 'todo', 'in_progress', 'done', 'all']).optional(),
    project: z.union([z.literal('none'), projectIdSchema]).optional(),
    client: z.union([z.literal('none'), clientIdSchema]).optional(),
    priority: prioritySchema.optional(),
    label: lineSchema(LABEL_MAX).optional(),
    assignee: lineSchema(LABEL_MAX).optional(),
    due: z.enum(['overdue', 'today', 'week', 'none']).optional(),
    text: lineSchema(200).optional(),
    layout: z.enum(['list', 'board']).optional(),
    group: z.enum(['due', 'status', 'priority', 'project', 'client', 'none']).optional(),
  }),
  z.object({ screen: z.literal('task'), id: taskIdSchema }),
  z.object({ screen: z.literal('projects') }),
  z.object({ screen: z.literal('project'), id: projectIdSchema }),
  z.object({ screen: z.literal('client'), id: clientIdSchema }),
  z.object({ screen: z.literal('notes') }),
  z.object({ screen: z.literal('note'), id: noteIdSchema }),
  z.object({ screen: z.literal('activity') }),
  z.object({ screen: z.literal('trash') }),
  z.object({
    screen: z.literal('settings'),
    section: z.enum(['appearance', 'providers', 'assistant', 'about']).default('appearance'),
  }),
]);
export type Screen = z.infer<typeof screenSchema>;

/** A way to a screen. Nothing happens until the user presses it. */
export const linkBlockSchema = z.object({
  kind: z.literal('link'),
  /** The name alone will do: `"trash"`. */
  to: z.preprocess((to) => (typeof to === 'string' ? { screen: to } : to), screenSchema),
  label: labelSchema,
});
export type LinkBlock = z.infer<typeof linkBlockSchema>;

/** Task cards, drawn from the workspace as it is now. What is no id, and what is there twice, is dropped. */
export const tasksBlockSchema = z.object({
  kind: z.literal('tasks'),
  ids: z
    .array(z.unknown())
    .min(1)
    .max(BLOCK_TASKS_MAX)
    .transform((ids) =>
      unique(
        ids.flatMap((id) => {
          const { data } = taskIdSchema.safeParse(id);
          return data === undefined ? [] : [data];
        }),
      ),
    ),
});
export type TasksBlock = z.infer<typeof tasksBlockSchema>;

const cellSchema = z.union([
  z
    .string()
    .max(2_000)
    .transform((text) => text.toWellFormed().replaceAll('\0', '').replace(UNSEEN, '')),
  z.number(),
  z.null(),
]);

export const tableBlockSchema = z
  .object({
    kind: z.literal('table'),
    title: titleSchema,
    columns: z.array(labelSchema).min(1).max(8),
    rows: z.array(z.array(cellSchema)).min(1).max(50),
  })
  .refine(({ columns, rows }) => rows.every((row) => row.length <= columns.length))
  .transform((table) => ({
    ...table,
    rows: table.rows.map((row) => [...row, ...Array<null>(table.columns.length - row.length).fill(null)]),
  }));
export type TableBlock = z.infer<typeof tableBlockSchema>;
export type TableCell = z.infer<typeof cellSchema>;

/** Beyond it a scale has no whole steps any more. */
const CHART_VALUE_MAX = 1e15;

export const chartBlockSchema = z
  .object({
    kind: z.literal('chart'),
    type: z.enum(['bar', 'line']),
    title: titleSchema,
    labels: z.array(labelSchema).min(1).max(40),
    series: z
      .array(
        z.object({
          name: labelSchema,
          /** One for each label; null where there is none. */
          values: z.array(z.number().min(-CHART_VALUE_MAX).max(CHART_VALUE_MAX).nullable()),
        }),
      )
      .min(1)
      .max(4),
    unit: shownLine(20).optional().catch(undefined),
  })
  .refine(({ labels, series }) => series.every(({ values }) => values.length === labels.length))
  .refine(({ series }) => series.some(({ values }) => values.some((value) => value !== null)));
export type ChartBlock = z.infer<typeof chartBlockSchema>;

/** Boxes and arrows. An arrow to a box that is not there is dropped, and so is one from a box to itself. */
export const diagramBlockSchema = z
  .object({
    kind: z.literal('diagram'),
    title: titleSchema,
    nodes: z
      .array(z.object({ id: labelSchema, label: labelSchema }))
      .min(2)
      .max(20),
    edges: z
      .array(z.object({ from: labelSchema, to: labelSchema, label: labelSchema.optional().catch(undefined) }))
      .max(60),
  })
  .refine(({ nodes }) => new Set(nodes.map(({ id }) => id)).size === nodes.length)
  .transform((diagram) => {
    const ids = new Set(diagram.nodes.map(({ id }) => id));
    const pairs = new Set<string>();
    const edges = diagram.edges.filter(({ from, to }) => {
      const pair = JSON.stringify([from, to]);
      if (from === to || !ids.has(from) || !ids.has(to) || pairs.has(pair)) return false;
      pairs.add(pair);
      return true;
    });
    return { ...diagram, edges };
  });
export type DiagramBlock = z.infer<typeof diagramBlockSchema>;

const blockSchema = z.discriminatedUnion('kind', [
  questionBlockSchema,
  linkBlockSchema,
  tasksBlockSchema,
  tableBlockSchema,
  chartBlockSchema,
  diagramBlockSchema,
]);
export type Block = z.infer<typeof blockSchema>;

/** The kind that a code block's language names, known or not; null where it is the language of code. */
export function blockKindOf(language: string): string | null {
  return language.startsWith(BLOCK_LANGUAGE) ? language.slice(BLOCK_LANGUAGE.length) : null;
}

/** @returns null where there is no such kind, or the body is not what the kind wants: then it is shown as text */
export function readBlock(kind: string, body: string): Block | null {
  if (body.length > BLOCK_MAX) return null;
  const value = parseObject(body);
  return value === null ? null : (blockSchema.safeParse({ ...value, kind }).data ?? null);
}

function parseObject(json: string): object | null {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}
