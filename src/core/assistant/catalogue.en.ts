import type { Priority } from '../../contracts/task.ts';
import { addDays, weekdayOf } from './days.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const WEEKDAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

/** A day as one says it: "today", "Friday", "Monday 7 December", with the year where it is another one. */
function dayInWords(day: string, today: string): string {
  if (day === today) return 'today';
  if (day === addDays(today, 1)) return 'tomorrow';
  if (day === addDays(today, -1)) return 'yesterday';
  const [year = '', month = '', number = ''] = day.split('-');
  const weekday = WEEKDAYS[weekdayOf(day)] ?? '';
  if (day > today && day <= addDays(today, 6)) return weekday;
  const date = `${weekday} ${Number(number)} ${MONTHS[Number(month) - 1] ?? ''}`;
  return year === today.slice(0, 4) ? date : `${date} ${year}`;
}

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

const RECURRENCES: Readonly<Record<string, string>> = {
  'FREQ=DAILY': 'every day',
  'FREQ=WEEKLY': 'every week',
  'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR': 'every weekday',
  'FREQ=MONTHLY': 'every month',
  'FREQ=YEARLY': 'every year',
};

/** What the assistant says by itself, without a model. Markdown, except where only a name goes. */
export const sentences = {
  dayInWords,
  untitled: 'Untitled',

  /** After a model that proposed and said nothing, or failed after it had proposed. */
  waiting: (count: number) =>
    `I made ${plural(count, 'suggestion', 'suggestions')}. ${count === 1 ? 'It waits' : 'They wait'} for your approval.`,

  suggested: (count: number) =>
    count === 1 ? 'I suggest this, for you to approve:' : `I suggest these ${count}, for you to approve:`,
  suggestedTask: (
    title: string,
    given: {
      day: string | null;
      time: string | null;
      recurrence: string | null;
      priority: Priority | null;
      project: string | null;
    },
    today: string,
  ) => {
    const day = given.day === null ? null : dayInWords(given.day, today);
    const parts = [
      day === null ? null : given.time === null ? day : `${day} at ${given.time}`,
      given.recurrence === null ? null : (RECURRENCES[given.recurrence] ?? 'every week on that day'),
      given.priority === null ? null : `${given.priority} priority`,
      given.project === null ? null : `in ${given.project}`,
    ];
    return [`**${title}**`, ...parts.filter((part) => part !== null)].join(', ');
  },
  suggestedCheckpoint: (title: string, day: string, project: string, today: string) =>
    `Checkpoint **${title}**, ${dayInWords(day, today)}, in ${project}`,
  onlyFirst: (count: number) => `These are the first ${count}. Send the others in another message.`,
  leftOut: (count: number) => `I left out ${plural(count, 'line', 'lines')} that did not read like a task.`,
  checkpointWantsProject: (title: string) =>
    `A checkpoint belongs to a project. Say which one “${title}” is for, by its name.`,
  checkpointWantsDate: (title: string) =>
    `A checkpoint has a date. Say when “${title}” is, for example “on 1 December”.`,
  wantsTitle: 'I did not see what it is called. Write it like “call Rossi tomorrow at 10, high”.',

  overdue: (count: number, where: string) => `${plural(count, 'task is', 'tasks are')} overdue${where}:`,
  noneOverdue: (where: string) => `Nothing is overdue${where}.`,
  due: (count: number, when: string, where: string) => `${plural(count, 'task is', 'tasks are')} due ${when}${where}:`,
  noneDue: (when: string, where: string) => `Nothing is due ${when}${where}.`,
  open: (count: number, where: string) => `${plural(count, 'task is', 'tasks are')} open${where}:`,
  noneOpen: (where: string) => `No task is open${where}.`,
  done: (count: number, when: string, where: string) =>
    `You finished ${plural(count, 'task', 'tasks')} ${when}${where}:`,
  noneDone: (when: string, where: string) => `No task was finished ${when}${where}.`,
  checkpoints: (count: number, where: string) =>
    `${count === 1 ? 'The next checkpoint' : `The next ${count} checkpoints`}${where}:`,
  noCheckpoints: (where: string) => `No checkpoint lies ahead${where}.`,
  more: (count: number) => `And ${count} more.`,
  whenToday: 'today',
  whenUntilToday: 'today or earlier',
  whenThisWeek: 'this week',
  whenNextWeek: 'next week',
  whenLastWeek: 'last week',
  when: (day: string, today: string) => {
    const words = dayInWords(day, today);
    return /^(?:today|tomorrow|yesterday)$/u.test(words) ? words : `on ${words}`;
  },
  whenRange: (from: string, to: string, today: string) => `from ${dayInWords(from, today)} to ${dayInWords(to, today)}`,
  inPlace: (name: string) => ` in ${name}`,
  forPlace: (name: string) => ` for ${name}`,
  taskLine: (title: string, day: string | null, time: string | null, priority: Priority, today: string) =>
    [
      `**${title}**`,
      ...(day === null ? [] : [time === null ? dayInWords(day, today) : `${dayInWords(day, today)} at ${time}`]),
      ...(priority === 'high' ? ['high priority'] : []),
    ].join(', '),
  checkpointLine: (title: string, day: string, project: string | null, today: string) =>
    [`**${title}**`, dayInWords(day, today), ...(project === null ? [] : [project])].join(', '),

  found: (count: number) => `This is what I found in ${plural(count, 'record', 'records')}:`,
  foundNothing: 'I found nothing about that in the workspace.',
  foundNothingElse: 'I found nothing else about this.',
  saysAbout: (title: string) => `A summary needs a language model. This is what **${title}** says:`,
  noTasksWithin:
    'I found no open check box and no list item that begins with a verb here. For ideas of my own I need a language model, which you can add in Settings.',
  noneChanged: 'Nothing has changed since yesterday.',
  kinds: {
    client: 'client',
    project: 'project',
    task: 'task',
    checkpoint: 'checkpoint',
    note: 'note',
    comment: 'comment',
    view: 'view',
  },
  quote: (title: string, kind: string, text: string) => `**${title}** (${kind})${text === '' ? '' : `: ${text}`}`,

  pendingSuggestions: (count: number) => `${plural(count, 'suggestion waits', 'suggestions wait')} for your approval:`,
  noPendingSuggestions: 'No suggestion waits for your approval.',

  ideasNeedModel:
    'For ideas of my own I need a language model, which you can add in Settings. Without one I turn what you write into suggestions: name the tasks, one per line, and I add them.',
  canDo:
    'I did not understand that. Without a model I search your workspace, list what is due or overdue, and turn sentences like “call Rossi tomorrow at 10, high” into suggestions.',
  hello:
    'Hello. Without a model I search your workspace, list what is due or overdue, and turn sentences like “call Rossi tomorrow at 10, high” into suggestions.',

  /** The brief. Pieces of plain text; a link stands between them. */
  brief: {
    overdueSince: (day: string, today: string) => ` was due ${dayInWords(day, today)}`,
    dueToday: (time: string | null) => (time === null ? ' is due today' : ` is due today at ${time}`),
    highPriority: ', high priority',
    checkpointOn: (day: string, today: string) =>
      ` is ${/^(?:today|tomorrow)$/u.test(dayInWords(day, today)) ? '' : 'on '}${dayInWords(day, today)}`,
    checkpointOverdue: (day: string, today: string) => ` was planned for ${dayInWords(day, today)} and is not done`,
    suggestionWaits: ' waits for your approval',
    inProject: ' in ',
    changed: { create: ' is new', update: ' was changed', approve: ' was approved', done: ' was finished' },
  },
} as const;
