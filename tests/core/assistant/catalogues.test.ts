import { describe, expect, test } from 'vitest';
import { sentences as german } from '../../../src/core/assistant/catalogue.de.ts';
import { sentences as english } from '../../../src/core/assistant/catalogue.en.ts';
import { sentences as italian } from '../../../src/core/assistant/catalogue.it.ts';
import type { Sentences } from '../../../src/core/assistant/catalogue.ts';

const today = '2026-11-21';
const catalogues = [english, italian, german];

describe('days', () => {
  test.each([
    ['2026-11-21', 'today', 'oggi', 'heute'],
    ['2026-11-22', 'tomorrow', 'domani', 'morgen'],
    ['2026-11-20', 'yesterday', 'ieri', 'gestern'],
    ['2026-11-27', 'Friday', 'venerdì', 'Freitag'],
    ['2026-11-28', 'Saturday 28 November', 'sabato 28 novembre', 'Samstag, 28. November'],
    ['2026-12-01', 'Tuesday 1 December', 'martedì 1º dicembre', 'Dienstag, 1. Dezember'],
    ['2027-03-08', 'Monday 8 March 2027', 'lunedì 8 marzo 2027', 'Montag, 8. März 2027'],
  ])('%s', (day, ...expected) => {
    expect(catalogues.map(({ dayInWords }) => dayInWords(day, today))).toEqual(expected);
  });
});

describe('rules', () => {
  const say = ({ suggestedTask }: Sentences, recurrence: string): string =>
    suggestedTask('x', { day: null, time: null, recurrence, priority: null, project: null }, today).slice(7);
  test.each([
    ['FREQ=DAILY', 'every day', 'ogni giorno', 'jeden Tag'],
    ['FREQ=DAILY;INTERVAL=3', 'every 3 days', 'ogni 3 giorni', 'alle 3 Tage'],
    ['FREQ=WEEKLY', 'every week', 'ogni settimana', 'jede Woche'],
    ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', 'every weekday', 'ogni giorno lavorativo', 'jeden Werktag'],
    ['FREQ=WEEKLY;BYDAY=MO,TH', 'every Monday and Thursday', 'ogni lunedì e giovedì', 'jeden Montag und Donnerstag'],
    [
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR;COUNT=5',
      'every 2 weeks on Friday, 5 times',
      'ogni 2 settimane di venerdì, 5 volte',
      'alle 2 Wochen am Freitag, 5-mal',
    ],
    ['FREQ=MONTHLY', 'every month', 'ogni mese', 'jeden Monat'],
    ['FREQ=MONTHLY;BYMONTHDAY=1', 'every month on the 1st', 'ogni mese il 1º', 'jeden Monat am 1.'],
    [
      'FREQ=MONTHLY;BYMONTHDAY=8,22',
      'every month on the 8th and 22nd',
      'ogni mese l’8 e il 22',
      'jeden Monat am 8. und 22.',
    ],
    [
      'FREQ=MONTHLY;BYMONTHDAY=-1',
      'every month on the last day',
      'ogni mese l’ultimo giorno',
      'jeden Monat am letzten Tag',
    ],
    [
      'FREQ=MONTHLY;BYDAY=-1FR',
      'every month on the last Friday',
      'ogni mese l’ultimo venerdì',
      'jeden Monat am letzten Freitag',
    ],
    [
      'FREQ=MONTHLY;BYDAY=1SU',
      'every month on the first Sunday',
      'ogni mese la prima domenica',
      'jeden Monat am ersten Sonntag',
    ],
    [
      'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
      'every month on the last weekday',
      'ogni mese l’ultimo giorno lavorativo',
      'jeden Monat am letzten Werktag',
    ],
    [
      'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=3;UNTIL=20281231',
      'every year on 3 December, until Sunday 31 December 2028',
      'ogni anno il 3 dicembre, fino a domenica 31 dicembre 2028',
      'jedes Jahr am 3. Dezember, bis Sonntag, 31. Dezember 2028',
    ],
    [
      'FREQ=YEARLY;BYWEEKNO=3',
      'again and again by its rule',
      'più volte, secondo la sua regola',
      'immer wieder nach seiner Regel',
    ],
  ])('%s', (rule, ...expected) => {
    expect(catalogues.map((catalogue) => say(catalogue, rule))).toEqual(expected);
  });
});

test('one and several are told apart', () => {
  const told = (count: number): string[] =>
    catalogues.flatMap((words) => [
      words.waiting(count),
      words.suggested(count),
      words.leftOut(count),
      words.overdue(count, words.forPlace('Rossi')),
      words.due(count, words.whenNextWeek, words.inPlace('Wine shop')),
      words.open(count, ''),
      words.done(count, words.whenLastWeek, ''),
      words.checkpoints(count, ''),
      words.more(count),
      words.found(count),
      words.pendingSuggestions(count),
    ]);
  expect(told(1)).toEqual([
    'I made 1 suggestion. It waits for your approval.',
    'I suggest this, for you to approve:',
    'I left out 1 line that did not read like a task.',
    '1 task is overdue for Rossi:',
    '1 task is due next week in Wine shop:',
    '1 task is open:',
    'You finished 1 task last week:',
    'The next checkpoint:',
    'And 1 more.',
    'This is what I found in 1 record:',
    '1 suggestion waits for your approval:',
    'Ho preparato 1 suggerimento. Aspetta la tua approvazione.',
    'Ti suggerisco questo, da approvare:',
    'Ho tralasciato 1 riga che non sembrava un’attività.',
    '1 attività è in ritardo per Rossi:',
    '1 attività scade la prossima settimana nel progetto Wine shop:',
    '1 attività è aperta:',
    'Hai completato 1 attività la settimana scorsa:',
    'Il prossimo checkpoint:',
    'E ancora 1.',
    'Ecco che cosa ho trovato in 1 elemento:',
    '1 suggerimento aspetta la tua approvazione:',
    'Ich habe 1 Vorschlag gemacht. Er wartet auf deine Freigabe.',
    'Mein Vorschlag, zur Freigabe:',
    'Ich habe 1 Zeile ausgelassen, die nicht nach einer Aufgabe aussah.',
    '1 Aufgabe ist für Rossi überfällig:',
    '1 Aufgabe ist nächste Woche im Projekt Wine shop fällig:',
    '1 Aufgabe ist offen:',
    'Du hast letzte Woche 1 Aufgabe erledigt:',
    'Der nächste Checkpoint:',
    'Und noch 1.',
    'Das habe ich in 1 Eintrag gefunden:',
    '1 Vorschlag wartet auf deine Freigabe:',
  ]);
  expect(told(2)).toEqual([
    'I made 2 suggestions. They wait for your approval.',
    'I suggest these 2, for you to approve:',
    'I left out 2 lines that did not read like a task.',
    '2 tasks are overdue for Rossi:',
    '2 tasks are due next week in Wine shop:',
    '2 tasks are open:',
    'You finished 2 tasks last week:',
    'The next 2 checkpoints:',
    'And 2 more.',
    'This is what I found in 2 records:',
    '2 suggestions wait for your approval:',
    'Ho preparato 2 suggerimenti. Aspettano la tua approvazione.',
    'Ti suggerisco queste 2 cose, da approvare:',
    'Ho tralasciato 2 righe che non sembravano attività.',
    '2 attività sono in ritardo per Rossi:',
    '2 attività scadono la prossima settimana nel progetto Wine shop:',
    '2 attività sono aperte:',
    'Hai completato 2 attività la settimana scorsa:',
    'I prossimi 2 checkpoint:',
    'E ancora 2.',
    'Ecco che cosa ho trovato in 2 elementi:',
    '2 suggerimenti aspettano la tua approvazione:',
    'Ich habe 2 Vorschläge gemacht. Sie warten auf deine Freigabe.',
    'Meine 2 Vorschläge, zur Freigabe:',
    'Ich habe 2 Zeilen ausgelassen, die nicht nach Aufgaben aussahen.',
    '2 Aufgaben sind für Rossi überfällig:',
    '2 Aufgaben sind nächste Woche im Projekt Wine shop fällig:',
    '2 Aufgaben sind offen:',
    'Du hast letzte Woche 2 Aufgaben erledigt:',
    'Die nächsten 2 Checkpoints:',
    'Und noch 2.',
    'Das habe ich in 2 Einträgen gefunden:',
    '2 Vorschläge warten auf deine Freigabe:',
  ]);
});

test('what is due from a day to another, and since', () => {
  expect(catalogues.map((words) => words.noneDue(words.whenRange('2026-11-21', '2026-11-28', today), ''))).toEqual([
    'Nothing is due from today to Saturday 28 November.',
    'Non scade nulla da oggi a sabato 28 novembre.',
    'Nichts ist von heute bis Samstag, 28. November fällig.',
  ]);
});

test('a week and a notification, of one and of several', () => {
  const told = (count: number): string[] =>
    catalogues.flatMap(({ review, notices }) => [
      review.finishedTasks(count, count < 4),
      review.finishedElsewhere(count, count < 4),
      review.nextDue('2026-11-22', '15:00', today),
      review.quietSince('2026-11-02', today),
      notices.briefCounts(count, 0),
      notices.reviewCounts(count, 2),
    ]);
  expect(told(1)).toEqual([
    ': 1 task finished, ',
    'Without a project, 1 task was finished: ',
    ' is due tomorrow at 15:00',
    ' has been quiet since Monday 2 November',
    '1 overdue, 0 due today',
    '1 finished, 2 slipped',
    ': 1 attività completata, ',
    'Senza progetto, 1 attività completata: ',
    ' scade domani alle 15:00',
    ' è fermo da lunedì 2 novembre',
    '1 in ritardo, 0 per oggi',
    '1 completata, 2 in ritardo',
    ': 1 Aufgabe erledigt, ',
    'Ohne Projekt wurde 1 Aufgabe erledigt: ',
    ' ist morgen um 15:00 Uhr fällig',
    ' ruht seit Montag, 2. November',
    '1 überfällig, 0 heute fällig',
    '1 erledigt, 2 liegen geblieben',
  ]);
  expect(told(5).filter((text) => text.includes('5'))).toEqual(
    expect.arrayContaining([
      ': 5 tasks finished, among them ',
      'Senza progetto, 5 attività completate, tra cui ',
      'Ohne Projekt wurden 5 Aufgaben erledigt, darunter ',
      '5 completate, 2 in ritardo',
    ]),
  );
  expect(catalogues.map(({ notices }) => notices.briefCounts(0, 0))).toEqual([
    'Nothing is overdue or due today',
    'Niente in ritardo, niente in scadenza oggi',
    'Nichts ist überfällig oder heute fällig',
  ]);
});
