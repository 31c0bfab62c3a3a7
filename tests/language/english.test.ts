import { describe, expect, test } from 'vitest';
import { read, table } from './read.ts';

describe('days and times', () => {
  test.each(
    table(`
    Call Rossi tomorrow => Call Rossi | 2026-11-22
    Call Rossi tomorrow at 10 => Call Rossi | 2026-11-22 10:00
    Call Rossi at 10 tomorrow => Call Rossi | 2026-11-22 10:00
    tomorrow at 9:30 call Rossi => call Rossi | 2026-11-22 09:30
    Pay the rent today => Pay the rent | 2026-11-21
    Water the plants tonight => Water the plants | 2026-11-21
    Dinner with Anna tonight at 8 => Dinner with Anna | 2026-11-21 20:00
    Send the offer the day after tomorrow => Send the offer | 2026-11-23
    Review the draft tomorrow morning => Review the draft | 2026-11-22
    Call the bank monday => Call the bank | 2026-11-23
    Call the bank on Monday at 3 => Call the bank | 2026-11-23 15:00
    Call the bank Monday about the loan => Call the bank about the loan | 2026-11-23
    Ship it by Friday => Ship it | 2026-11-27
    Ship it by Fri => Ship it | 2026-11-27
    Ship it this Friday => Ship it | 2026-11-27
    Lunch with Tom next Tuesday at noon => Lunch with Tom | 2026-11-24 12:00
    Plan the trip next week => Plan the trip | 2026-11-23
    Plan the trip next month => Plan the trip | 2026-12-01
    Clean the desk this weekend => Clean the desk | 2026-11-21
    Invoice Ferri by the end of the month => Invoice Ferri | 2026-11-30
    Invoice Ferri by the end of the week => Invoice Ferri | 2026-11-22
    Budget by end of March => Budget | 2027-03-31
    Send the tins in 3 days => Send the tins | 2026-11-24
    Ask again in two weeks => Ask again | 2026-12-05
    Ask again in a couple of weeks => Ask again | 2026-12-05
    Renew the domain in a year => Renew the domain | 2027-11-21
    Check the oven in 20 minutes => Check the oven | 2026-11-21 13:00
    Back up in 2 hours => Back up | 2026-11-21 14:40
    Renew the passport on 3 December => Renew the passport | 2026-12-03
    Renew the passport on December 3rd => Renew the passport | 2026-12-03
    Renew the passport on the 3rd of December at 3pm => Renew the passport | 2026-12-03 15:00
    Taxes due 31 Jan => Taxes | 2027-01-31
    Visit the fair Tuesday, 24 November => Visit the fair | 2026-11-24
    Launch on 12 March 2027 => Launch | 2027-03-12
    Launch 2027-03-12 => Launch | 2027-03-12
    Launch on 12/03/2027 => Launch | 2027-03-12
    Pay VAT by the 16th => Pay VAT | 2026-12-16
    Stand-up at 9.15 => Stand-up | 2026-11-22 09:15
    Stand-up 14:15 => Stand-up | 2026-11-21 14:15
    Call at 10am => Call | 2026-11-22 10:00
    Call at 5 p.m. => Call | 2026-11-21 17:00
    Call Tor at half past ten on Monday => Call Tor | 2026-11-23 10:30
    Workshop on Monday from 10:00 to 12:00 => Workshop | 2026-11-23 10:00
    Call Ingrid on 3 December at 15:00, high => Call Ingrid | 2026-12-03 15:00 !high
  `),
  )('%s', (sentence, expected) => {
    expect(read(sentence)).toBe(expected);
  });
});

describe('what repeats', () => {
  test.each(
    table(`
    Tidy the desk every Friday afternoon => Tidy the desk | FREQ=WEEKLY;BYDAY=FR
    Water the plants every day => Water the plants | FREQ=DAILY
    Write the journal every evening at 9pm => Write the journal | 21:00 FREQ=DAILY
    Stand-up every weekday at 9:15 => Stand-up | 09:15 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR
    Report every Monday => Report | FREQ=WEEKLY;BYDAY=MO
    Report every other Monday => Report | FREQ=WEEKLY;INTERVAL=2;BYDAY=MO
    Gym every Mon, Wed and Fri => Gym | FREQ=WEEKLY;BYDAY=MO,WE,FR
    Team call every 2 weeks on Mon and Thu => Team call | FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH
    Newsletter every two weeks => Newsletter | FREQ=WEEKLY;INTERVAL=2;BYDAY=SA
    Newsletter weekly => Newsletter | FREQ=WEEKLY;BYDAY=SA
    Call mum on Sundays => Call mum | FREQ=WEEKLY;BYDAY=SU
    Pay the rent every 1st => Pay the rent | FREQ=MONTHLY;BYMONTHDAY=1
    Pay the rent every month on the 15th => Pay the rent | FREQ=MONTHLY;BYMONTHDAY=15
    Pay the rent on the 1st of each month => Pay the rent | FREQ=MONTHLY;BYMONTHDAY=1
    Close the books every 31st => Close the books | FREQ=MONTHLY;BYMONTHDAY=-1
    Close the books every 30th => Close the books | FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1
    Payroll every 1st and 15th => Payroll | FREQ=MONTHLY;BYMONTHDAY=1,15
    Retro every last Friday => Retro | FREQ=MONTHLY;BYDAY=-1FR
    Retro on the first Tuesday of every month => Retro | FREQ=MONTHLY;BYDAY=1TU
    Timesheets on the last working day of each month => Timesheets | FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1
    VAT return every quarter => VAT return | FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=21
    Dentist every 6 months => Dentist | FREQ=MONTHLY;INTERVAL=6;BYMONTHDAY=21
    Wish Anna a happy birthday every year on 29 February => Wish Anna a happy birthday | FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1
    Cards every December 24 => Cards | FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24
    Stretch every day until 3 December => Stretch | FREQ=DAILY;UNTIL=20261203
    Antibiotics every day for 5 times => Antibiotics | FREQ=DAILY;COUNT=5
    Review every month starting 3 December => Review | 2026-12-03 FREQ=MONTHLY;BYMONTHDAY=3
  `),
  )('%s', (sentence, expected) => {
    expect(read(sentence)).toBe(expected);
  });
});

describe('what only looks like something', () => {
  test.each(
    table(`
    Issue invoice 2026/041, second instalment
    Use the 2025 rates
    Buy 10 apples
    Sun dried tomatoes
    Buy sun cream
    Find out where Ingrid sat
    Plan what Tor and Ada wed
    Set the bar high
    Read May report
    Ask what May said
    Write about the march of progress
    March numbers for Ada
    Test version 1.2.3
    Write the Friday newsletter
    Friday newsletter
    Prepare the Monday meeting
    Prepare tomorrow's meeting
    Read USA Today
    Fix issue #12
    Look at C# again
    Mail rossi@studio.it
    Every second counts
    Everyday carry list
    Meet every customer
    Read Daily Mail interview
    Watch Black Friday prices
    Crop to 3/4
    Order 2/3 of the tiles
    At 10 Downing Street
    Zoom in on 5 of them
    Move the meeting to Thursday
    Buy a second monitor
    Sell 1 monitor
    Do 20 push-ups
    Go over the numbers
    Quote “Monday morning” from the song
    Compare with last Monday
    Ship in 3 boxes
    Cut prices by 10
  `),
  )('%s', (sentence, expected) => {
    expect(read(sentence)).toBe(expected);
  });
});
