import type { Sentences } from './catalogue.ts';
import { counted, joined, listed, sayDay, sayRule } from './saying.ts';

const WEEKDAYS = ['lunedì', 'martedì', 'mercoledì', 'giovedì', 'venerdì', 'sabato', 'domenica'];
const MONTHS = 'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre'.split(
  ' ',
);
const SUNDAY = 6;

/** The first of a month is an ordinal, the other days are plain numbers. */
const dayNumber = (day: number): string => (day === 1 ? '1º' : String(day));
/** "il 3", "l'8". */
const theDay = (day: number): string =>
  day === -1 ? 'l’ultimo giorno' : `${day === 8 || day === 11 ? 'l’' : 'il '}${dayNumber(day)}`;

const dayInWords = sayDay({
  today: 'oggi',
  tomorrow: 'domani',
  yesterday: 'ieri',
  weekdays: WEEKDAYS,
  months: MONTHS,
  date: (weekday, day, month) => `${weekday} ${dayNumber(day)} ${month}`,
});

const namesOf = (weekdays: readonly number[]): string =>
  listed(
    weekdays.map((weekday) => WEEKDAYS[weekday] ?? ''),
    'e',
  );

/** Sunday alone is feminine: "la prima domenica", "il primo lunedì". */
const ORDINALS = ['ultim', 'prim', 'second', 'terz', 'quart', 'quint'];
const nthWeekday = (ordinal: number, weekday: number): string => {
  const isFeminine = weekday === SUNDAY;
  const word = `${ORDINALS[Math.max(0, ordinal)] ?? 'ultim'}${isFeminine ? 'a' : 'o'}`;
  const article = ordinal < 0 ? 'l’' : isFeminine ? 'la ' : 'il ';
  return `${article}${word} ${WEEKDAYS[weekday] ?? ''}`;
};

const UNITS = {
  day: ['giorno', 'giorni'],
  week: ['settimana', 'settimane'],
  month: ['mese', 'mesi'],
  year: ['anno', 'anni'],
} as const;

const ruleInWords = sayRule({
  every: (unit, count) => (count === 1 ? `ogni ${UNITS[unit][0]}` : `ogni ${count} ${UNITS[unit][1]}`),
  everyWorkday: 'ogni giorno lavorativo',
  everyWeekday: (weekdays) => `ogni ${namesOf(weekdays)}`,
  onWeekdays: (weekdays) => `di ${namesOf(weekdays)}`,
  onDays: (days) => listed(days.map(theDay), 'e'),
  onNth: nthWeekday,
  onLastWorkday: 'l’ultimo giorno lavorativo',
  onDate: (day, month) => `${theDay(day)} ${MONTHS[month] ?? ''}`,
  until: (day, today) => `fino a ${dayInWords(day, today)}`,
  times: (count) => counted(count, 'volta', 'volte'),
  other: 'più volte, secondo la sua regola',
});

const PRIORITIES = { high: 'priorità alta', medium: 'priorità media', low: 'priorità bassa' } as const;

const CAN_DO =
  'Senza un modello cerco nel tuo workspace, elenco che cosa scade o è in ritardo e trasformo in suggerimenti frasi come «chiamare Rossi domani alle 10, alta».';

/** In Italian. */
export const sentences: Sentences = {
  dayInWords,
  untitled: 'Senza titolo',

  waiting: (count) =>
    count === 1
      ? 'Ho preparato 1 suggerimento. Aspetta la tua approvazione.'
      : `Ho preparato ${count} suggerimenti. Aspettano la tua approvazione.`,
  suggested: (count) =>
    count === 1 ? 'Ti suggerisco questo, da approvare:' : `Ti suggerisco queste ${count} cose, da approvare:`,
  suggestedTask: (title, given, today) => {
    const day = given.day === null ? null : dayInWords(given.day, today);
    return joined([
      `**${title}**`,
      day === null || given.time === null ? day : `${day} alle ${given.time}`,
      given.recurrence === null ? null : ruleInWords(given.recurrence, today),
      given.priority === null ? null : PRIORITIES[given.priority],
      given.project === null ? null : `nel progetto ${given.project}`,
    ]);
  },
  suggestedCheckpoint: (title, day, project, today) =>
    `Checkpoint **${title}**, ${dayInWords(day, today)}, nel progetto ${project}`,
  onlyFirst: (count) => `Queste sono le prime ${count}. Manda le altre in un altro messaggio.`,
  leftOut: (count) =>
    count === 1
      ? 'Ho tralasciato 1 riga che non sembrava un’attività.'
      : `Ho tralasciato ${count} righe che non sembravano attività.`,
  checkpointWantsProject: (title) =>
    `Un checkpoint appartiene a un progetto. Scrivi il nome del progetto di «${title}».`,
  checkpointWantsDate: (title) =>
    `Un checkpoint ha una data. Scrivi quando è «${title}», per esempio «il 1º dicembre».`,
  wantsTitle: 'Non ho trovato un titolo. Scrivilo così: «chiamare Rossi domani alle 10, alta».',

  overdue: (count, where) => `${counted(count, 'attività è', 'attività sono')} in ritardo${where}:`,
  noneOverdue: (where) => `Non c’è nulla in ritardo${where}.`,
  due: (count, when, where) => `${counted(count, 'attività scade', 'attività scadono')} ${when}${where}:`,
  noneDue: (when, where) => `Non scade nulla ${when}${where}.`,
  open: (count, where) => `${counted(count, 'attività è aperta', 'attività sono aperte')}${where}:`,
  noneOpen: (where) => `Nessuna attività è aperta${where}.`,
  done: (count, when, where) => `Hai completato ${count} attività ${when}${where}:`,
  noneDone: (when, where) => `Nessuna attività è stata completata ${when}${where}.`,
  checkpoints: (count, where) =>
    count === 1 ? `Il prossimo checkpoint${where}:` : `I prossimi ${count} checkpoint${where}:`,
  noCheckpoints: (where) => `Non ci sono checkpoint in arrivo${where}.`,
  more: (count) => `E ancora ${count}.`,
  whenToday: 'oggi',
  whenUntilToday: 'oggi o prima',
  whenThisWeek: 'questa settimana',
  whenNextWeek: 'la prossima settimana',
  whenLastWeek: 'la settimana scorsa',
  when: dayInWords,
  whenRange: (from, to, today) => `da ${dayInWords(from, today)} a ${dayInWords(to, today)}`,
  inPlace: (name) => ` nel progetto ${name}`,
  forPlace: (name) => ` per ${name}`,
  taskLine: (title, day, time, priority, today) => {
    const words = day === null ? null : dayInWords(day, today);
    return joined([
      `**${title}**`,
      words === null || time === null ? words : `${words} alle ${time}`,
      priority === 'high' ? PRIORITIES.high : null,
    ]);
  },
  checkpointLine: (title, day, project, today) => joined([`**${title}**`, dayInWords(day, today), project]),

  found: (count) => `Ecco che cosa ho trovato in ${counted(count, 'elemento', 'elementi')}:`,
  foundNothing: 'Non ho trovato nulla su questo nel workspace.',
  foundNothingElse: 'Non ho trovato altro su questo.',
  saysAbout: (title) => `Per un riassunto serve un modello linguistico. Ecco che cosa dice **${title}**:`,
  saysNothing: (title) => `In **${title}** non c’è ancora nulla.`,
  facts: {
    Client: 'Cliente',
    Company: 'Azienda',
    'E-mail': 'E-mail',
    Projects: 'Progetti',
    Project: 'Progetto',
    Status: 'Stato',
    Tasks: 'Attività',
    'Next checkpoint': 'Prossimo checkpoint',
    Priority: 'Priorità',
    Due: 'Scadenza',
    Assignees: 'Assegnata a',
    Labels: 'Etichette',
    'Comment by': 'Commento da',
    Date: 'Data',
    Done: 'Raggiunto',
    By: 'Di',
  },
  values: {
    todo: 'da fare',
    in_progress: 'in corso',
    done: 'completata',
    high: 'alta',
    medium: 'media',
    low: 'bassa',
    active: 'attivo',
    archived: 'archiviato',
    yes: 'sì',
    no: 'no',
    user: 'te',
  },
  tasksDone: (count, done) => `${count}, di cui ${done} completate`,
  noTasksWithin:
    'Qui non ho trovato caselle da spuntare né voci di elenco che comincino con un verbo. Per avere idee mie mi serve un modello linguistico, che puoi aggiungere nelle impostazioni.',
  noneChanged: 'Da ieri non è cambiato nulla.',
  kinds: {
    client: 'cliente',
    project: 'progetto',
    task: 'attività',
    checkpoint: 'checkpoint',
    note: 'nota',
    comment: 'commento',
    view: 'vista',
  },
  filesNeedModel: (names) =>
    `Per leggere un file (${names}) serve un modello linguistico, che puoi aggiungere nelle Impostazioni.`,
  quote: (title, kind, text) => `**${title}** (${kind})${text === '' ? '' : `: ${text}`}`,
  quotes: ['«', '»'],

  pendingSuggestions: (count) =>
    `${counted(count, 'suggerimento aspetta', 'suggerimenti aspettano')} la tua approvazione:`,
  noPendingSuggestions: 'Nessun suggerimento aspetta la tua approvazione.',

  ideasNeedModel:
    'Per avere idee mie mi serve un modello linguistico, che puoi aggiungere nelle impostazioni. Senza, trasformo in suggerimenti quello che scrivi: elenca le attività, una per riga, e le aggiungo.',
  canDo: `Non ho capito. ${CAN_DO}`,
  hello: `Ciao. ${CAN_DO}`,
  thanks: 'Prego.',
  help: CAN_DO,

  brief: {
    overdueSince: (day, today) => ` scadeva ${dayInWords(day, today)}`,
    dueToday: (time) => (time === null ? ' scade oggi' : ` scade oggi alle ${time}`),
    highPriority: ', priorità alta',
    checkpointOn: (day, today) => ` è ${dayInWords(day, today)}`,
    checkpointOverdue: (day, today) => ` era previsto per ${dayInWords(day, today)} e non è raggiunto`,
    suggestionWaits: ' aspetta la tua approvazione',
    inProject: ' nel progetto ',
    changed: {
      create: ' è nuovo',
      update: ' è stato modificato',
      approve: ' è stato approvato',
      done: ' è stato completato',
    },
  },
  review: {
    finishedTasks: (count, isAll) =>
      `: ${counted(count, 'attività completata', 'attività completate')}${isAll ? ', ' : ', tra cui '}`,
    finishedElsewhere: (count, isAll) =>
      `Senza progetto, ${counted(count, 'attività completata', 'attività completate')}${isAll ? ': ' : ', tra cui '}`,
    forClient: ' per ',
    separator: ', ',
    lastSeparator: ' e ',
    reached: (day, today) => ` è raggiunto, era previsto per ${dayInWords(day, today)}`,
    nextDue: (day, time, today) => ` scade ${dayInWords(day, today)}${time === null ? '' : ` alle ${time}`}`,
    quietSince: (day, today) => ` è fermo da ${dayInWords(day, today)}`,
  },
  notices: {
    briefReady: 'Il riepilogo di oggi è pronto',
    reviewReady: 'Il riepilogo della settimana è pronto',
    briefCounts: (overdue, due) =>
      overdue === 0 && due === 0
        ? 'Niente in ritardo, niente in scadenza oggi'
        : `${overdue} in ritardo, ${due} per oggi`,
    reviewCounts: (finished, slipped) => `${counted(finished, 'completata', 'completate')}, ${slipped} in ritardo`,
  },
};
