import type { Sentences } from './catalogue.ts';
import { counted, joined, listed, sayDay, sayRule } from './saying.ts';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MONTHS = 'January February March April May June July August September October November December'.split(' ');

const dayInWords = sayDay({
  today: 'today',
  tomorrow: 'tomorrow',
  yesterday: 'yesterday',
  weekdays: WEEKDAYS,
  months: MONTHS,
  date: (weekday, day, month) => `${weekday} ${day} ${month}`,
});

const namesOf = (weekdays: readonly number[]): string =>
  listed(
    weekdays.map((weekday) => WEEKDAYS[weekday] ?? ''),
    'and',
  );
const nth = (day: number): string => {
  if (day === -1) return 'last day';
  const ending = day % 100 >= 11 && day % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][day % 10] ?? 'th');
  return `${day}${ending}`;
};

const ruleInWords = sayRule({
  every: (unit, count) => (count === 1 ? `every ${unit}` : `every ${count} ${unit}s`),
  everyWorkday: 'every weekday',
  everyWeekday: (weekdays) => `every ${namesOf(weekdays)}`,
  onWeekdays: (weekdays) => `on ${namesOf(weekdays)}`,
  onDays: (days) => `on the ${listed(days.map(nth), 'and')}`,
  onNth: (ordinal, weekday) =>
    `on the ${['last', 'first', 'second', 'third', 'fourth', 'fifth'][Math.max(0, ordinal)] ?? 'last'} ${WEEKDAYS[weekday] ?? ''}`,
  onLastWorkday: 'on the last weekday',
  onDate: (day, month) => `on ${day} ${MONTHS[month] ?? ''}`,
  until: (day, today) => `until ${dayInWords(day, today)}`,
  times: (count) => counted(count, 'time', 'times'),
  other: 'again and again by its rule',
});

const CAN_DO =
  'Without a model I search your workspace, list what is due or overdue, and turn sentences like “call Rossi tomorrow at 10, high” into suggestions.';

/** In English. */
export const sentences: Sentences = {
  dayInWords,
  untitled: 'Untitled',

  waiting: (count) =>
    `I made ${counted(count, 'suggestion', 'suggestions')}. ${count === 1 ? 'It waits' : 'They wait'} for your approval.`,

  suggested: (count) =>
    count === 1 ? 'I suggest this, for you to approve:' : `I suggest these ${count}, for you to approve:`,
  suggestedTask: (title, given, today) => {
    const day = given.day === null ? null : dayInWords(given.day, today);
    return joined([
      `**${title}**`,
      day === null || given.time === null ? day : `${day} at ${given.time}`,
      given.recurrence === null ? null : ruleInWords(given.recurrence, today),
      given.priority === null ? null : `${given.priority} priority`,
      given.project === null ? null : `in ${given.project}`,
    ]);
  },
  suggestedCheckpoint: (title, day, project, today) =>
    `Checkpoint **${title}**, ${dayInWords(day, today)}, in ${project}`,
  onlyFirst: (count) => `These are the first ${count}. Send the others in another message.`,
  leftOut: (count) => `I left out ${counted(count, 'line', 'lines')} that did not read like a task.`,
  checkpointWantsProject: (title) => `A checkpoint belongs to a project. Say which one “${title}” is for, by its name.`,
  checkpointWantsDate: (title) => `A checkpoint has a date. Say when “${title}” is, for example “on 1 December”.`,
  wantsTitle: 'I did not see what it is called. Write it like “call Rossi tomorrow at 10, high”.',

  overdue: (count, where) => `${counted(count, 'task is', 'tasks are')} overdue${where}:`,
  noneOverdue: (where) => `Nothing is overdue${where}.`,
  due: (count, when, where) => `${counted(count, 'task is', 'tasks are')} due ${when}${where}:`,
  noneDue: (when, where) => `Nothing is due ${when}${where}.`,
  open: (count, where) => `${counted(count, 'task is', 'tasks are')} open${where}:`,
  noneOpen: (where) => `No task is open${where}.`,
  done: (count, when, where) => `You finished ${counted(count, 'task', 'tasks')} ${when}${where}:`,
  noneDone: (when, where) => `No task was finished ${when}${where}.`,
  checkpoints: (count, where) => `${count === 1 ? 'The next checkpoint' : `The next ${count} checkpoints`}${where}:`,
  noCheckpoints: (where) => `No checkpoint lies ahead${where}.`,
  more: (count) => `And ${count} more.`,
  whenToday: 'today',
  whenUntilToday: 'today or earlier',
  whenThisWeek: 'this week',
  whenNextWeek: 'next week',
  whenLastWeek: 'last week',
  when: (day, today) => {
    const words = dayInWords(day, today);
    return /^(?:today|tomorrow|yesterday)$/u.test(words) ? words : `on ${words}`;
  },
  whenRange: (from, to, today) => `from ${dayInWords(from, today)} to ${dayInWords(to, today)}`,
  inPlace: (name) => ` in ${name}`,
  forPlace: (name) => ` for ${name}`,
  taskLine: (title, day, time, priority, today) => {
    const words = day === null ? null : dayInWords(day, today);
    return joined([
      `**${title}**`,
      words === null || time === null ? words : `${words} at ${time}`,
      priority === 'high' ? 'high priority' : null,
    ]);
  },
  checkpointLine: (title, day, project, today) => joined([`**${title}**`, dayInWords(day, today), project]),

  found: (count) => `This is what I found in ${counted(count, 'record', 'records')}:`,
  foundNothing: 'I found nothing about that in the workspace.',
  foundNothingElse: 'I found nothing else about this.',
  saysAbout: (title) => `A summary needs a language model. This is what **${title}** says:`,
  saysNothing: (title) => `**${title}** is empty.`,
  facts: {
    Client: 'Client',
    Company: 'Company',
    'E-mail': 'E-mail',
    Projects: 'Projects',
    Project: 'Project',
    Status: 'Status',
    Tasks: 'Tasks',
    'Next checkpoint': 'Next checkpoint',
    Priority: 'Priority',
    Due: 'Due',
    Assignees: 'Assignees',
    Labels: 'Labels',
    'Comment by': 'Comment by',
    Date: 'Date',
    Done: 'Done',
    By: 'By',
  },
  values: { todo: 'to do', in_progress: 'in progress', user: 'you' },
  tasksDone: (count, done) => `${count}, ${done} done`,
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
  filesNeedModel: (names) => `Reading a file (${names}) needs a language model, which you can add in Settings.`,
  quote: (title, kind, text) => `**${title}** (${kind})${text === '' ? '' : `: ${text}`}`,
  quotes: ['“', '”'],

  pendingSuggestions: (count) => `${counted(count, 'suggestion waits', 'suggestions wait')} for your approval:`,
  noPendingSuggestions: 'No suggestion waits for your approval.',

  ideasNeedModel:
    'For ideas of my own I need a language model, which you can add in Settings. Without one I turn what you write into suggestions: name the tasks, one per line, and I add them.',
  canDo: `I did not understand that. ${CAN_DO}`,
  hello: `Hello. ${CAN_DO}`,
  thanks: 'You are welcome.',
  help: CAN_DO,

  brief: {
    overdueSince: (day, today) => ` was due ${dayInWords(day, today)}`,
    dueToday: (time) => (time === null ? ' is due today' : ` is due today at ${time}`),
    highPriority: ', high priority',
    checkpointOn: (day, today) =>
      ` is ${/^(?:today|tomorrow)$/u.test(dayInWords(day, today)) ? '' : 'on '}${dayInWords(day, today)}`,
    checkpointOverdue: (day, today) => ` was planned for ${dayInWords(day, today)} and is not done`,
    suggestionWaits: ' waits for your approval',
    inProject: ' in ',
    changed: { create: ' is new', update: ' was changed', approve: ' was approved', done: ' was finished' },
  },
  review: {
    finishedTasks: (count, isAll) => `: ${counted(count, 'task', 'tasks')} finished${isAll ? ', ' : ', among them '}`,
    finishedElsewhere: (count, isAll) =>
      `Without a project, ${counted(count, 'task was', 'tasks were')} finished${isAll ? ': ' : ', among them '}`,
    forClient: ' for ',
    separator: ', ',
    lastSeparator: ' and ',
    reached: (day, today) => ` was reached, planned for ${dayInWords(day, today)}`,
    nextDue: (day, time, today) => {
      const words = dayInWords(day, today);
      const at = time === null ? '' : ` at ${time}`;
      return ` is due ${/^(?:today|tomorrow)$/u.test(words) ? '' : 'on '}${words}${at}`;
    },
    quietSince: (day, today) => ` has been quiet since ${dayInWords(day, today)}`,
  },
  notices: {
    briefReady: 'Your daily brief is ready',
    reviewReady: 'Your weekly review is ready',
    briefCounts: (overdue, due) =>
      overdue === 0 && due === 0 ? 'Nothing is overdue or due today' : `${overdue} overdue, ${due} due today`,
    reviewCounts: (finished, slipped) => `${finished} finished, ${slipped} slipped`,
  },
};

/** The words of a conversation that is exported. Names come escaped. */
export const exportWords = {
  untitled: 'Untitled',
  gone: 'that is gone',
  workspace: 'the whole workspace',
  kinds: sentences.kinds,
  moment: (at: number) => new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' }).format(at),
  about: (moment: string, scope: string) => `A conversation of ${moment} about ${scope}.`,
  attached: (names: string) => `Attached: ${names}.`,
  question: (moment: string) => `Question, ${moment}`,
  answer: (moment: string) => `Answer, ${moment}`,
  sources: 'Sources',
  suggestions: 'Suggestions',
  suggestion: { pending: 'waits for approval', approved: 'approved', rejected: 'rejected' },
  offline: 'the offline assistant',
  answeredBy: (name: string) => `Answered by ${name}.`,
  fellBack: (name: string) => `${name} did not answer.`,
  state: {
    streaming: 'The answer was still being written.',
    stopped: 'The answer was stopped.',
    failed: 'The answer failed.',
  },
} as const;
