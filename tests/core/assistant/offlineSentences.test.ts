import { describe, expect, test } from 'vitest';
import { readItem, type Workplace } from '../../../src/core/assistant/offline/readItem.ts';
import { understand } from '../../../src/core/assistant/offline/understand.ts';

const projects = [
  { id: 'shop', name: 'Wine shop relaunch', clientId: 'rossi' },
  { id: 'dashboard', name: 'Customer dashboard', clientId: 'nordlys' },
  { id: 'letters', name: 'Bill and letter templates', clientId: 'nordlys' },
  { id: 'odd', name: 'C++ (v2) *site*', clientId: null },
];
const clients = [
  { id: 'rossi', name: 'Rossi Vini' },
  { id: 'nordlys', name: 'Nordlys Energi' },
  { id: 'bianchi', name: 'Studio Legale Bianchi' },
];
/** A Saturday, half past nine. */
const workplace: Workplace = { moment: { today: '2026-11-21', minutes: 570 }, projects, clients };
const on = (today: string): Workplace => ({ ...workplace, moment: { today, minutes: 570 } });

describe('a sentence becomes a task', () => {
  const nothing = { kind: 'task', day: null, time: null, priority: null, project: undefined, client: undefined };
  test.each<[string, object]>([
    [
      'call Rossi tomorrow at 10, high',
      { title: 'Call Rossi', day: '2026-11-22', time: '10:00', priority: 'high', client: 'rossi' },
    ],
    [
      'call Rossi tomorrow at 10, high.',
      { title: 'Call Rossi', day: '2026-11-22', time: '10:00', priority: 'high', client: 'rossi' },
    ],
    [
      'call Rossi, high, tomorrow at 10',
      { title: 'Call Rossi', day: '2026-11-22', time: '10:00', priority: 'high', client: 'rossi' },
    ],
    [
      'call Rossi tomorrow at 10 high',
      { title: 'Call Rossi', day: '2026-11-22', time: '10:00', priority: 'high', client: 'rossi' },
    ],
    ['tomorrow call Rossi', { title: 'Call Rossi', day: '2026-11-22', client: 'rossi' }],
    ['remind me tomorrow to call Rossi', { title: 'Call Rossi', day: '2026-11-22', client: 'rossi' }],
    ['remind me at 5 to leave', { title: 'Leave', day: '2026-11-21', time: '17:00' }],
    ['I need to buy milk', { title: 'Buy milk' }],
    ["don't forget to water the plants tonight", { title: 'Water the plants', day: '2026-11-21' }],
    ['Please add a task to check the invoice on Monday', { title: 'Check the invoice', day: '2026-11-23' }],
    ['Could you add a task to check the invoice tomorrow?', { title: 'Check the invoice', day: '2026-11-22' }],
    ['todo: order paper', { title: 'Order paper' }],
    ['- [ ] Test orders, Norway and Switzerland', { title: 'Test orders, Norway and Switzerland' }],
    ['1. book the photographer', { title: 'Book the photographer' }],
  ])('%s', (sentence, expected) => {
    expect(read(sentence)).toEqual({ ...nothing, ...expected });
  });
});

describe('times', () => {
  test.each([
    ['call Paolo at 15:00', '2026-11-21', '15:00'],
    ['call Paolo at 09:05', '2026-11-22', '09:05'],
    ['call Paolo at 3', '2026-11-21', '15:00'],
    ['call Paolo tomorrow at 3:30', '2026-11-22', '15:30'],
    ['call Paolo tomorrow at 03:30', '2026-11-22', '03:30'],
    ['call Paolo tomorrow at 3 am', '2026-11-22', '03:00'],
    ['call Paolo at 9 pm', '2026-11-21', '21:00'],
    ['call Paolo at 12 pm tomorrow', '2026-11-22', '12:00'],
    ['call Paolo at 12am tomorrow', '2026-11-22', '00:00'],
    ['call Paolo tomorrow at 00:15', '2026-11-22', '00:15'],
    ['call Paolo at noon', '2026-11-21', '12:00'],
    ['call Paolo at 14.30 tomorrow', '2026-11-22', '14:30'],
    ['call Paolo from 10 to 12 tomorrow', '2026-11-22', '10:00'],
    ['call Paolo in 2 hours', '2026-11-21', '11:30'],
    ['call Paolo at 10 tomorrow', '2026-11-22', '10:00'],
    ['call Paolo at 25:00', null, null],
    ['pay invoice 12 tomorrow', '2026-11-22', null],
    ['print 40 on Monday', '2026-11-23', null],
  ])('%s', (sentence, day, time) => {
    expect(read(sentence)).toMatchObject({ day, time });
  });
});

describe('days, also where months end', () => {
  test.each([
    ['2026-11-21', 'send it next Friday', '2026-11-27'],
    ['2026-11-18', 'send it next Friday', '2026-11-27'],
    ['2026-11-18', 'send it on Friday', '2026-11-20'],
    ['2026-11-18', 'send it this Friday', '2026-11-20'],
    ['2026-11-21', 'send it on 1 December', '2026-12-01'],
    ['2026-11-21', 'send it Dec 1', '2026-12-01'],
    ['2026-11-21', 'send it by 31 Jan', '2027-01-31'],
    ['2026-12-31', 'send it tomorrow', '2027-01-01'],
    ['2028-02-28', 'send it tomorrow', '2028-02-29'],
    ['2027-02-28', 'send it tomorrow', '2027-03-01'],
    ['2027-01-31', 'send it in a month', '2027-02-28'],
    ['2027-10-31', 'send it in 13 months', '2028-11-30'],
    ['2026-12-31', 'send it next month', '2027-01-31'],
    ['2026-11-21', 'send it in 3 months at 10', '2027-02-21'],
    ['2026-11-21', 'send it by the end of the month', '2026-11-30'],
    ['2028-02-10', 'send it by the end of the month', '2028-02-29'],
    ['2026-11-18', 'send it by the end of the week', '2026-11-20'],
    ['2026-11-21', 'send it by the end of the week', '2026-11-22'],
    ['2026-11-21', 'send it on the 31st', '2026-12-31'],
    ['2026-11-21', 'send it by the 5th', '2026-12-05'],
    ['2026-11-21', 'send it in 3 days', '2026-11-24'],
    ['2026-11-21', 'send it in two weeks', '2026-12-05'],
    ['2026-11-21', 'send it the day after tomorrow', '2026-11-23'],
    ['2026-11-21', 'send it on 2027-03-01', '2027-03-01'],
    ['2026-11-21', 'send it on 31/12/2026', '2026-12-31'],
    ['2026-11-21', 'send it by 3/12', '2026-12-03'],
    ['2026-11-21', 'send it by 1.12.2026', '2026-12-01'],
    ['2026-11-21', 'send it on 31 December 9999', '9999-12-31'],
    ['2026-11-21', 'send it on 31 February', null],
    ['2026-11-21', 'send it in 100000 years', null],
  ])('on %s: %s', (today, sentence, day) => {
    expect(readItem(sentence, on(today))?.day ?? null).toBe(day);
  });

  test.each([
    ['water the plants every day', '2026-11-21', null, 'FREQ=DAILY'],
    ['send the report every Monday at 9', '2026-11-23', '09:00', 'FREQ=WEEKLY;BYDAY=MO'],
    ['post the log every weekday', '2026-11-23', null, 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'],
    ['pay the rent every month', '2026-11-21', null, 'FREQ=MONTHLY'],
  ])('%s', (sentence, day, time, recurrence) => {
    expect(readItem(sentence, workplace)).toMatchObject({ day, time, recurrence });
  });
});

describe('what only looks like a date, a priority or a place stays in the title', () => {
  test.each([
    ['buy sun cream', 'Buy sun cream'],
    ['review high resolution images', 'Review high resolution images'],
    ['book 3 days of photography in March', 'Book 3 days of photography in March'],
    ['read chapter 3/4', 'Read chapter 3/4'],
    ['issue invoice 2026/041', 'Issue invoice 2026/041'],
    ['update to version 2.10', 'Update to version 2.10'],
    ['print 10-12 pages', 'Print 10-12 pages'],
    ['aim high', 'Aim high'],
    ['call the "next Friday" band', 'Call the "next Friday" band'],
    ['add task "Friday report, high"', 'Friday report, high'],
    ['finish the iPhone mockups', 'Finish the iPhone mockups'],
  ])('%s', (sentence, title) => {
    expect(read(sentence)).toMatchObject({ title, day: null, time: null, priority: null });
  });

  test('a weekday inside the sentence dates it and stays', () => {
    expect(read('Write Friday newsletter')).toMatchObject({ title: 'Write Friday newsletter', day: '2026-11-27' });
    expect(read('email Ingrid on Tuesday and Thursday')).toMatchObject({
      title: 'Email Ingrid on Tuesday and Thursday',
      day: '2026-11-24',
    });
  });
});

describe('priorities', () => {
  test.each([
    ['urgent: fix the checkout', 'Fix the checkout', 'high'],
    ['fix the checkout asap', 'Fix the checkout', 'high'],
    ['fix the checkout, high priority', 'Fix the checkout', 'high'],
    ['fix the checkout (high priority)', 'Fix the checkout', 'high'],
    ['fix the checkout !high', 'Fix the checkout', 'high'],
    ['fix the checkout, priority: low', 'Fix the checkout', 'low'],
    ['low priority: tidy the desk', 'Tidy the desk', 'low'],
    ['tidy the desk, low', 'Tidy the desk', 'low'],
    ['tidy the desk p2', 'Tidy the desk', 'medium'],
    ['add a high priority task to ring Paolo', 'Ring Paolo', 'high'],
  ])('%s', (sentence, title, priority) => {
    expect(read(sentence)).toMatchObject({ title, priority });
  });
});

describe('projects and clients by name', () => {
  test.each([
    ['Add a task to write copy for Wine shop relaunch by the 5th', 'Write copy', 'shop', '2026-12-05'],
    ['add a task for Customer dashboard: check contrast', 'Check contrast', 'dashboard', null],
    ['send the quote #Customer dashboard tomorrow', 'Send the quote', 'dashboard', '2026-11-22'],
    ['check contrast in the dashboard', 'Check contrast', 'dashboard', null],
    ['draft the wine shop relaunch mail', 'Draft the wine shop relaunch mail', 'shop', null],
    ['fix the build for C++ (v2) *site*', 'Fix the build', 'odd', null],
    ['check templates for nobody', 'Check templates for nobody', undefined, null],
  ])('%s', (sentence, title, project, day) => {
    expect(read(sentence)).toMatchObject({ title, project, day });
  });

  test('a checkpoint', () => {
    expect(read('add a checkpoint Launch on 1 December')).toMatchObject({
      kind: 'checkpoint',
      title: 'Launch',
      day: '2026-12-01',
    });
    expect(read('checkpoint: Design signed off, 15 December, for the dashboard')).toMatchObject({
      kind: 'checkpoint',
      title: 'Design signed off',
      day: '2026-12-15',
      project: 'dashboard',
    });
  });
});

describe('emoji, other scripts and hostile text', () => {
  test.each([
    ['🎉 party planning tomorrow 🎉', '🎉 party planning 🎉', '2026-11-22'],
    ['call ロッシ tomorrow', 'Call ロッシ', '2026-11-22'],
    ['send العقد on Friday', 'Send العقد', '2026-11-27'],
    ['call <b>Rossi</b> [x](javascript:1) tomorrow', 'Call <b>Rossi</b> [x](javascript:1)', '2026-11-22'],
    ["send '; drop table tasks; -- tomorrow", "Send '; drop table tasks", '2026-11-22'],
  ])('%s', (sentence, title, day) => {
    expect(read(sentence)).toMatchObject({ title, day });
  });

  test.each(['tomorrow at 10', 'create task', 'add a milestone', '???', '🎉', '"" tomorrow', '   '])(
    '%j has no title',
    (sentence) => {
      expect(readItem(sentence, workplace)?.title ?? null).toSatisfy((title) => title === null || title === '🎉');
    },
  );

  test.each([
    ['words', 'call '.repeat(20_000)],
    ['one word', 'a'.repeat(100_000)],
    ['brackets', '['.repeat(100_000)],
    ['spaces', `call${' '.repeat(99_000)}x`],
    ['quotes', '"'.repeat(100_000)],
    ['lines', 'call Rossi tomorrow\n'.repeat(5_000)],
    ['commas', 'high, '.repeat(16_000)],
    ['dates', 'suggest tasks: on monday and tomorrow at 10 and '.repeat(2_000)],
  ])('100,000 characters of %s take no second', (_name, text) => {
    const startedAt = performance.now();
    understand(text, workplace, true);
    expect(performance.now() - startedAt).toBeLessThan(2_000);
  });
});

describe('what a message wants', () => {
  test.each([
    ['what is overdue?', 'list'],
    ['overdue', 'list'],
    ["what's overdue for Rossi", 'list'],
    ['what is due today', 'list'],
    ['what is due this week?', 'list'],
    ['due tomorrow', 'list'],
    ['what do I have to do on Monday?', 'list'],
    ['next checkpoints', 'list'],
    ['pending suggestions', 'list'],
    ['what did I finish last week?', 'list'],
    ['show my daily brief', 'list'],
    ['what changed since yesterday?', 'list'],
    ['plan my week from the open tasks', 'list'],
    ['call Rossi tomorrow at 10, high', 'items'],
    ['Rossi meeting tomorrow', 'items'],
    ['find a venue by Friday', 'items'],
    ['call about the overdue invoice', 'items'],
    ['call Rossi tomorrow\nsend the quote on Friday', 'items'],
    ['Call Rossi tomorrow. Send the quote on Friday.', 'items'],
    ['suggest tasks for the launch: write copy, book the photographer', 'items'],
    ['find the tariff table', 'search'],
    ['who is Ingrid?', 'search'],
    ['Norway importer number', 'search'],
    ['notes from yesterday', 'search'],
    ['when is the photo shoot?', 'search'],
    ['Where did I write about tins? It was last week', 'search'],
    ['help me plan the launch', 'ideas'],
    ['suggest the next three tasks', 'ideas'],
    ['hello', 'hello'],
    ['add a task', 'untitled'],
    ['summarise this note', 'about'],
    ['suggest tasks from this note', 'tasksWithin'],
    ['break this task into smaller ones', 'tasksWithin'],
    ['which other notes are about this?', 'related'],
  ])('%s: %s', (message, kind) => {
    expect(understand(message, workplace, true).kind).toBe(kind);
  });

  test('several lines are several suggestions, at most twenty, with the place of their heading', () => {
    const message = [
      'Tasks for Customer dashboard:',
      '- check contrast',
      '- staging access by Friday, high',
      '',
      'ok?',
    ].join('\n');
    const intent = understand(message, workplace, false);
    expect(
      intent.kind === 'items'
        ? intent.items.map((item) => [item.title, item.place.project?.id, item.priority])
        : intent,
    ).toEqual([
      ['Check contrast', 'dashboard', null],
      ['Staging access', 'dashboard', 'high'],
    ]);
    const many = understand(
      Array.from({ length: 60 }, (_, index) => `call number ${index}`).join('\n'),
      workplace,
      false,
    );
    expect(many).toMatchObject({ kind: 'items', more: true });
    expect(many.kind === 'items' ? many.items.length : 0).toBe(20);
  });

  test('a list in one sentence is split where a verb begins', () => {
    const intent = understand(
      'suggest tasks for Wine shop relaunch: write copy and texts, book the photographer and send invitations',
      workplace,
      false,
    );
    expect(intent.kind === 'items' ? intent.items.map((item) => [item.title, item.place.project?.id]) : intent).toEqual(
      [
        ['Write copy and texts', 'shop'],
        ['Book the photographer', 'shop'],
        ['Send invitations', 'shop'],
      ],
    );
  });
});

function read(sentence: string) {
  const item = readItem(sentence, workplace);
  if (item === null) return null;
  const { kind, title, day, time, priority, place } = item;
  return { kind, title, day, time, priority, project: place.project?.id, client: place.client?.id };
}
