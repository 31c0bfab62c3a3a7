import { describe, expect, test } from 'vitest';
import { table } from '../../../language/read.ts';
import { understood } from './understood.ts';

describe('tasks from one sentence', () => {
  test.each(
    table(`
    add: buy tins => en items: Buy tins
    todo buy tins => en items: Buy tins
    reminder for Friday: buy tins => en items: Buy tins | 2026-11-27
    need to call Rossi => en items: Call Rossi ~rossi
    schedule a call with Rossi for Tuesday at 3pm => en items: Schedule a call with Rossi | 2026-11-24 15:00 ~rossi
    Set a reminder to call Rossi at 5 => en items: Call Rossi | 2026-11-21 17:00 ~rossi
    Rossi: send the contract => en items: Rossi: send the contract ~rossi
    every Friday afternoon tidy the desk => en items: Tidy the desk | 2026-11-27 FREQ=WEEKLY;BYDAY=FR
    call Rossi tomorrow at 10, high => en items: Call Rossi | 2026-11-22 10:00 !high ~rossi
    CALL ROSSI TOMORROW AT 10, HIGH => en items: CALL ROSSI | 2026-11-22 10:00 !high ~rossi
    tomorrow call Rossi => en items: Call Rossi | 2026-11-22 ~rossi
    to call Rossi tomorrow => en items: Call Rossi | 2026-11-22 ~rossi
    call Müller => en items: Call Müller ~mueller
    Brief the photographer on Monday => en items: Brief the photographer | 2026-11-23
    send an invoice => en items: Send an invoice
    buy a hat => en items: Buy a hat
    mail Rossi about the tins tomorrow => en items: Mail Rossi about the tins | 2026-11-22 ~rossi
    remind me that I need to call Rossi on Friday => en items: Call Rossi | 2026-11-27 ~rossi
    Can you remind me to call Rossi tomorrow? => en items: Call Rossi | 2026-11-22 ~rossi
    don’t forget to water the plants tonight => en items: Water the plants | 2026-11-21
    send the quote to Nordlys by 30/11 => en items: Send the quote to Nordlys | 2026-11-30 ~nordlys
    check the drafts on 29 February => en items: Check the drafts | 2028-02-29
    order the boxes in three days => en items: Order the boxes | 2026-11-24
    add a checkpoint Launch on 1 December => en items: checkpoint Launch | 2026-12-01
  `),
  )('%s', (message, expected) => {
    expect(understood(message)).toBe(expected);
  });
});

describe('what repeats', () => {
  test.each(
    table(`
    send the report every Monday at 9 => en items: Send the report | 2026-11-23 09:00 FREQ=WEEKLY;BYDAY=MO
    every second Tuesday at 10 send the report => en items: Send the report | 2026-11-24 10:00 FREQ=WEEKLY;INTERVAL=2;BYDAY=TU
    pay rent on the 1st of every month => en items: Pay rent | 2026-12-01 FREQ=MONTHLY;BYMONTHDAY=1
    back up every last Friday => en items: Back up | 2026-11-27 FREQ=MONTHLY;BYDAY=-1FR
    write the newsletter every 2 weeks until 31 March => en items: Write the newsletter | 2026-11-21 FREQ=WEEKLY;INTERVAL=2;UNTIL=20270331
  `),
  )('%s', (message, expected) => {
    expect(understood(message)).toBe(expected);
  });
});

describe('lists', () => {
  test.each(
    table(`
    Hi! what's overdue? => en list: overdue
    could you tell me what I have to do today => en list: due 2026-11-21..2026-11-21
    anything due today? => en list: due 2026-11-21..2026-11-21
    schedule for Monday => en list: due 2026-11-23..2026-11-23
    today => en list: due 2026-11-21..2026-11-21
    tomorrow => en list: due 2026-11-22..2026-11-22
    next week => en list: due 2026-11-23..2026-11-29
    what are we doing tomorrow? => en list: due 2026-11-22..2026-11-22
    what is overdue? => en list: overdue
    whats overdue for rossi => en list: overdue ~rossi
    WHAT IS OVERDUE? => en list: overdue
    what is overdue, and what comes next? => en list: overdue / due 2026-11-21..2026-11-28
    what is due today? => en list: due 2026-11-21..2026-11-21
    what is due by Friday => en list: due 2026-11-21..2026-11-27
    what is due this weekend? => en list: due 2026-11-21..2026-11-22
    what is due in the next 3 days? => en list: due 2026-11-21..2026-11-24
    what is due this month => en list: due 2026-11-01..2026-11-30
    what is due for Customer dashboard next week => en list: due 2026-11-23..2026-11-29 @dashboard
    today's agenda => en list: due ..2026-11-21
    upcoming deadlines => en list: due 2026-11-21..2026-11-28
    and tomorrow? => en list: due 2026-11-22..2026-11-22
    what about tomorrow? => en list: due 2026-11-22..2026-11-22
    what's left for Rossi? => en list: open ~rossi
    tasks for mueller => en list: open ~mueller
    do I need to call Rossi? => en list: due ..2026-11-21 ~rossi
    what did I do last week? => en list: done 2026-11-09..2026-11-15
    what did i do on monday? => en list: done 2026-11-16..2026-11-16
    what did I do last monday => en list: done 2026-11-16..2026-11-16
    what did I do on 12 November => en list: done 2026-11-12..2026-11-12
    what did I do on 12 December => en list: done 2025-12-12..2025-12-12
    what have we finished this month for Rossi? => en list: done 2026-11-01..2026-11-30 ~rossi
    what did I do in the last 7 days? => en list: done 2026-11-14..2026-11-21
    what did I do yesterday? => en list: done 2026-11-20..2026-11-20
    what happened since yesterday? => en list: changes
    next milestones for the dashboard => en list: checkpoints @dashboard
    suggestions => en list: suggestions
    what is waiting for approval? => en list: suggestions
    brief => en list: brief
    show me my daily brief => en list: brief
  `),
  )('%s', (message, expected) => {
    expect(understood(message)).toBe(expected);
  });
});

describe('what is looked for', () => {
  test.each(
    table(`
    when is the quote due? => en search?: when is the quote due
    who is late with the payment? => en search?: who is late with the payment
    what did Rossi say about shipping? => en search?: what did Rossi say about shipping
    summarise the shipping note => en search?: the shipping note
    quote the shipping note => en search?: the shipping note
    where did I write about the boxes? => en search?: where did I write about the boxes
    find "overdue" => en search?: "overdue"
    any news from Rossi? => en search?: any news from Rossi
    has Rossi paid? => en search?: has Rossi paid
  `),
  )('%s', (message, expected) => {
    expect(understood(message)).toBe(expected);
  });
});

describe('words that are no tasks', () => {
  test.each(
    table(`
    I called Rossi yesterday => en search: I called Rossi yesterday
    tomorrow is a holiday => en search: tomorrow is a holiday
    the cellar is down the road => en search: the cellar is down the road
    Norway importer number => en search: Norway importer number
  `),
  )('%s', (message, expected) => {
    expect(understood(message)).toBe(expected);
  });
});

describe('greetings', () => {
  test.each(
    table(`
    hello => en hello
    good morning! => en hello
    thanks a lot => en thanks
    what can you do? => en help
    help => en help
  `),
  )('%s', (message, expected) => {
    expect(understood(message)).toBe(expected);
  });
});

describe('in no language', () => {
  test.each(
    table(`
    Rossi => en search: Rossi
    2026/041 => en search: 2026/041
    ロッシ => en search: ロッシ
  `),
  )('%s', (message, expected) => {
    expect(understood(message)).toBe(expected);
  });
});

describe('other words in a sentence of English', () => {
  test.each(
    table(`
    what is overdue in Büroumbau? => en list: overdue @buero
    what is due today for Guida della città? => en list: due 2026-11-21..2026-11-21 @citta
    call "die Bäckerei am Markt" tomorrow => en items: Call "die Bäckerei am Markt" | 2026-11-22
  `),
  )('%s', (message, expected) => {
    expect(understood(message)).toBe(expected);
  });
});

test('each line is read in its own language, the answer is in that of most words', () => {
  expect(understood('buy tins\nchiamare Rossi domani\nAngebot morgen an Nordlys schicken')).toBe(
    'de items: Buy tins / Chiamare Rossi | 2026-11-22 ~rossi / Angebot an Nordlys schicken | 2026-11-22 ~nordlys',
  );
});

test('what is ticked off is no task any more', () => {
  expect(understood('- [ ] call Rossi\n- [x] send the quote\n* invoice on Friday')).toBe(
    'en items: Call Rossi ~rossi / Invoice | 2026-11-27 (1 left out)',
  );
});
