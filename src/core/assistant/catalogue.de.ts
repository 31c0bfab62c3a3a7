import type { Sentences } from './catalogue.ts';
import { counted, joined, listed, sayDay, sayRule } from './saying.ts';

const WEEKDAYS = ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag', 'Sonntag'];
const MONTHS = 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' ');

const dayInWords = sayDay({
  today: 'heute',
  tomorrow: 'morgen',
  yesterday: 'gestern',
  weekdays: WEEKDAYS,
  months: MONTHS,
  date: (weekday, day, month) => `${weekday}, ${day}. ${month}`,
});
const isNear = (words: string): boolean => /^(?:heute|morgen|gestern)$/u.test(words);
const onDay = (day: string, today: string): string => {
  const words = dayInWords(day, today);
  return isNear(words) ? words : `am ${words}`;
};

const namesOf = (weekdays: readonly number[]): string =>
  listed(
    weekdays.map((weekday) => WEEKDAYS[weekday] ?? ''),
    'und',
  );

const UNITS = {
  day: ['jeden Tag', 'Tage'],
  week: ['jede Woche', 'Wochen'],
  month: ['jeden Monat', 'Monate'],
  year: ['jedes Jahr', 'Jahre'],
} as const;

const ruleInWords = sayRule({
  every: (unit, count) => (count === 1 ? UNITS[unit][0] : `alle ${count} ${UNITS[unit][1]}`),
  everyWorkday: 'jeden Werktag',
  everyWeekday: (weekdays) => `jeden ${namesOf(weekdays)}`,
  onWeekdays: (weekdays) => `am ${namesOf(weekdays)}`,
  onDays: (days) =>
    `am ${listed(
      days.map((day) => (day === -1 ? 'letzten Tag' : `${day}.`)),
      'und',
    )}`,
  onNth: (ordinal, weekday) =>
    `am ${['letzten', 'ersten', 'zweiten', 'dritten', 'vierten', 'fünften'][Math.max(0, ordinal)] ?? 'letzten'} ${WEEKDAYS[weekday] ?? ''}`,
  onLastWorkday: 'am letzten Werktag',
  onDate: (day, month) => `am ${day}. ${MONTHS[month] ?? ''}`,
  until: (day, today) => `bis ${dayInWords(day, today)}`,
  times: (count) => `${count}-mal`,
  other: 'immer wieder nach seiner Regel',
});

const PRIORITIES = { high: 'hohe Priorität', medium: 'mittlere Priorität', low: 'niedrige Priorität' } as const;

const CAN_DO =
  'Ohne Modell durchsuche ich deinen Workspace, zeige, was fällig oder überfällig ist, und mache aus Sätzen wie „Rossi morgen um 10 anrufen, hoch“ Vorschläge.';

/** In German. */
export const sentences: Sentences = {
  dayInWords,
  untitled: 'Ohne Titel',

  waiting: (count) =>
    count === 1
      ? 'Ich habe 1 Vorschlag gemacht. Er wartet auf deine Freigabe.'
      : `Ich habe ${count} Vorschläge gemacht. Sie warten auf deine Freigabe.`,
  suggested: (count) => (count === 1 ? 'Mein Vorschlag, zur Freigabe:' : `Meine ${count} Vorschläge, zur Freigabe:`),
  suggestedTask: (title, given, today) => {
    const day = given.day === null ? null : dayInWords(given.day, today);
    return joined([
      `**${title}**`,
      day === null || given.time === null ? day : `${day} um ${given.time} Uhr`,
      given.recurrence === null ? null : ruleInWords(given.recurrence, today),
      given.priority === null ? null : PRIORITIES[given.priority],
      given.project === null ? null : `im Projekt ${given.project}`,
    ]);
  },
  suggestedCheckpoint: (title, day, project, today) =>
    `Checkpoint **${title}**, ${dayInWords(day, today)}, im Projekt ${project}`,
  onlyFirst: (count) => `Das sind die ersten ${count}. Schick die anderen in einer weiteren Nachricht.`,
  leftOut: (count) =>
    count === 1
      ? 'Ich habe 1 Zeile ausgelassen, die nicht nach einer Aufgabe aussah.'
      : `Ich habe ${count} Zeilen ausgelassen, die nicht nach Aufgaben aussahen.`,
  checkpointWantsProject: (title) =>
    `Ein Checkpoint gehört zu einem Projekt. Schreib dazu, wie das Projekt von „${title}“ heißt.`,
  checkpointWantsDate: (title) =>
    `Ein Checkpoint hat ein Datum. Schreib dazu, wann „${title}“ ist, zum Beispiel „am 1. Dezember“.`,
  wantsTitle: 'Ich habe keinen Titel erkannt. Schreib es so: „Rossi morgen um 10 anrufen, hoch“.',

  overdue: (count, where) => `${counted(count, 'Aufgabe ist', 'Aufgaben sind')}${where} überfällig:`,
  noneOverdue: (where) => `Nichts ist${where} überfällig.`,
  due: (count, when, where) => `${counted(count, 'Aufgabe ist', 'Aufgaben sind')} ${when}${where} fällig:`,
  noneDue: (when, where) => `Nichts ist ${when}${where} fällig.`,
  open: (count, where) => `${counted(count, 'Aufgabe ist', 'Aufgaben sind')}${where} offen:`,
  noneOpen: (where) => `Keine Aufgabe ist${where} offen.`,
  done: (count, when, where) => `Du hast ${when}${where} ${counted(count, 'Aufgabe', 'Aufgaben')} erledigt:`,
  noneDone: (when, where) => `Es wurde ${when}${where} keine Aufgabe erledigt.`,
  checkpoints: (count, where) =>
    count === 1 ? `Der nächste Checkpoint${where}:` : `Die nächsten ${count} Checkpoints${where}:`,
  noCheckpoints: (where) => `Es steht kein Checkpoint${where} an.`,
  more: (count) => `Und noch ${count}.`,
  whenToday: 'heute',
  whenUntilToday: 'bis heute',
  whenThisWeek: 'diese Woche',
  whenNextWeek: 'nächste Woche',
  whenLastWeek: 'letzte Woche',
  when: onDay,
  whenRange: (from, to, today) => `von ${dayInWords(from, today)} bis ${dayInWords(to, today)}`,
  inPlace: (name) => ` im Projekt ${name}`,
  forPlace: (name) => ` für ${name}`,
  taskLine: (title, day, time, priority, today) => {
    const words = day === null ? null : dayInWords(day, today);
    return joined([
      `**${title}**`,
      words === null || time === null ? words : `${words} um ${time} Uhr`,
      priority === 'high' ? PRIORITIES.high : null,
    ]);
  },
  checkpointLine: (title, day, project, today) => joined([`**${title}**`, dayInWords(day, today), project]),

  found: (count) => `Das habe ich in ${counted(count, 'Eintrag', 'Einträgen')} gefunden:`,
  foundNothing: 'Dazu habe ich im Workspace nichts gefunden.',
  foundNothingElse: 'Dazu habe ich sonst nichts gefunden.',
  saysAbout: (title) => `Für eine Zusammenfassung brauche ich ein Sprachmodell. Das steht in **${title}**:`,
  saysNothing: (title) => `In **${title}** steht noch nichts.`,
  facts: {
    Client: 'Kunde',
    Company: 'Firma',
    'E-mail': 'E-Mail',
    Projects: 'Projekte',
    Project: 'Projekt',
    Status: 'Status',
    Tasks: 'Aufgaben',
    'Next checkpoint': 'Nächster Checkpoint',
    Priority: 'Priorität',
    Due: 'Fällig',
    Assignees: 'Zuständig',
    Labels: 'Labels',
    'Comment by': 'Kommentar von',
    Date: 'Datum',
    Done: 'Erreicht',
    By: 'Von',
  },
  values: {
    todo: 'zu erledigen',
    in_progress: 'in Arbeit',
    done: 'erledigt',
    high: 'hoch',
    medium: 'mittel',
    low: 'niedrig',
    active: 'aktiv',
    archived: 'archiviert',
    yes: 'ja',
    no: 'nein',
    user: 'dir',
  },
  tasksDone: (count, done) => `${count}, davon ${done} erledigt`,
  noTasksWithin:
    'Ich habe hier kein offenes Kästchen und keinen Listenpunkt mit einem Verb gefunden. Für eigene Ideen brauche ich ein Sprachmodell, das du in den Einstellungen hinzufügen kannst.',
  noneChanged: 'Seit gestern hat sich nichts geändert.',
  kinds: {
    client: 'Kunde',
    project: 'Projekt',
    task: 'Aufgabe',
    checkpoint: 'Checkpoint',
    note: 'Notiz',
    comment: 'Kommentar',
    view: 'Ansicht',
  },
  filesNeedModel: (names) =>
    `Um eine Datei (${names}) zu lesen, braucht es ein Sprachmodell. Du kannst eines in den Einstellungen hinzufügen.`,
  quote: (title, kind, text) => `**${title}** (${kind})${text === '' ? '' : `: ${text}`}`,
  quotes: ['„', '“'],

  pendingSuggestions: (count) => `${counted(count, 'Vorschlag wartet', 'Vorschläge warten')} auf deine Freigabe:`,
  noPendingSuggestions: 'Kein Vorschlag wartet auf deine Freigabe.',

  ideasNeedModel:
    'Für eigene Ideen brauche ich ein Sprachmodell, das du in den Einstellungen hinzufügen kannst. Ohne mache ich aus dem, was du schreibst, Vorschläge: Nenn die Aufgaben, eine pro Zeile, und ich füge sie hinzu.',
  canDo: `Das habe ich nicht verstanden. ${CAN_DO}`,
  hello: `Hallo. ${CAN_DO}`,
  thanks: 'Gern geschehen.',
  help: CAN_DO,

  brief: {
    overdueSince: (day, today) => ` war ${onDay(day, today)} fällig`,
    dueToday: (time) => (time === null ? ' ist heute fällig' : ` ist heute um ${time} Uhr fällig`),
    highPriority: ', hohe Priorität',
    checkpointOn: (day, today) => ` ist ${onDay(day, today)}`,
    checkpointOverdue: (day, today) => ` war für ${dayInWords(day, today)} geplant und ist nicht erreicht`,
    suggestionWaits: ' wartet auf deine Freigabe',
    inProject: ' im Projekt ',
    changed: { create: ' ist neu', update: ' wurde geändert', approve: ' wurde freigegeben', done: ' wurde erledigt' },
  },
  review: {
    finishedTasks: (count, isAll) =>
      `: ${counted(count, 'Aufgabe', 'Aufgaben')} erledigt${isAll ? ', ' : ', darunter '}`,
    finishedElsewhere: (count, isAll) =>
      `Ohne Projekt ${count === 1 ? 'wurde' : 'wurden'} ${counted(count, 'Aufgabe', 'Aufgaben')} erledigt${isAll ? ': ' : ', darunter '}`,
    forClient: ' für ',
    separator: ', ',
    lastSeparator: ' und ',
    reached: (day, today) => ` ist erreicht, geplant für ${dayInWords(day, today)}`,
    nextDue: (day, time, today) => ` ist ${onDay(day, today)}${time === null ? '' : ` um ${time} Uhr`} fällig`,
    quietSince: (day, today) => ` ruht seit ${dayInWords(day, today)}`,
  },
  notices: {
    briefReady: 'Dein Tagesüberblick ist fertig',
    reviewReady: 'Dein Wochenrückblick ist fertig',
    briefCounts: (overdue, due) =>
      overdue === 0 && due === 0
        ? 'Nichts ist überfällig oder heute fällig'
        : `${overdue} überfällig, ${due} heute fällig`,
    reviewCounts: (finished, slipped) => `${finished} erledigt, ${slipped} liegen geblieben`,
  },
};
