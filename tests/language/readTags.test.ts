import { describe, expect, test } from 'vitest';
import { read, table } from './read.ts';

const labels = ['Büro', 'money', 'Wine'];

describe('labels', () => {
  test.each(
    table(`
    Pay #money => Pay | #money
    Pay #Money => Pay | #money
    Pay #büro #neu => Pay | #Büro #neu
    Pay #"two words" now => Pay now | #two words
    #money Pay => Pay | #money
    Pay #übrig_2 => Pay | #übrig_2
    Pay #money, then rest => Pay, then rest | #money
    Pay #a #a => Pay | #a
    Fix #12
    Note C# and F#
    Mail a#b
    # heading
    #
  `),
  )('%s', (sentence, expected) => {
    expect(read(sentence, labels)).toBe(expected);
  });
});

describe('projects', () => {
  test.each(
    table(`
    Corks @Wine => Corks | @wine
    Corks @wine shop relaunch => Corks | @shop
    Corks @"Wine shop relaunch" tomorrow => Corks | 2026-11-22 @shop
    Corks @wines
    Corks @studio => Corks | @studio
    Corks @Stu, high => Corks | !high @studio
    Corks, Studio Ferri => Corks | @studio
    Corks in Studio Ferri => Corks | @studio
    Etiketten für Studio Ferri => Etiketten | @studio
    Etichette per Studio Ferri, alta => Etichette | !high @studio
    Corks #"Studio Ferri" => Corks | @studio
    Corks #Studio Ferri => Corks | @studio
    Corks #Wine => Corks | #Wine
    Mail rossi@studio.it
    Mail @nobody
    Read it @C++ (part 2) => Read it | @odd
    Corks @
  `),
  )('%s', (sentence, expected) => {
    expect(read(sentence, labels)).toBe(expected);
  });
});

describe('priorities', () => {
  test.each(
    table(`
    Pay !high => Pay | !high
    Pay !1 => Pay | !high
    Pay !2 now => Pay now | !medium
    Pay !3 => Pay | !low
    Paga !alta => Paga | !high
    Paga !bassa => Paga | !low
    Paga, priorità alta => Paga | !high
    Paga priorità media => Paga | !medium
    Zahlen !hoch => Zahlen | !high
    Zahlen !niedrig => Zahlen | !low
    Zahlen, Priorität hoch => Zahlen | !high
    Zahlen, niedrig => Zahlen | !low
    Pay, high priority => Pay | !high
    Pay, high, tomorrow => Pay | 2026-11-22 !high
    Pay !low !high => Pay !low | !high
    Wow!high
    Do it now!
    Aim high
    Pay !4
    Una strada alta
    Zu hoch gestapelt
  `),
  )('%s', (sentence, expected) => {
    expect(read(sentence, labels)).toBe(expected);
  });
});

test('a label that is a project by its whole name is the project only where no label is called so', () => {
  expect(read('Corks #Wine')).toBe('Corks | @wine');
  expect(read('Corks #Wine', ['wine'])).toBe('Corks | #wine');
});
