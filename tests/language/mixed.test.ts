import { describe, expect, test } from 'vitest';
import { read, table } from './read.ts';

describe('a sentence of any language', () => {
  test.each(
    table(`
    Pay at 9 every workday => Pay | 09:00 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR
    Um 10 am Montag Rossi anrufen => Rossi anrufen | 2026-11-23 10:00
    Rossi 10 am Montag => Rossi 10 | 2026-11-23
    Meet Tor 10 am Monday => Meet Tor | 2026-11-23 10:00
    Alle 10 chiamare Rossi => chiamare Rossi | 2026-11-22 10:00
    Chiamare Rossi alle 10 con Marta => Chiamare Rossi con Marta | 2026-11-22 10:00
    every Monday at 9 review the inbox => review the inbox | 09:00 FREQ=WEEKLY;BYDAY=MO
    Book flights for 3 December => Book flights | 2026-12-03
    Sign contract tomorrow 14:30 => Sign contract | 2026-11-22 14:30
    tom at 5 => tom | 2026-11-21 17:00
    Email Tom => Email Tom
    call mom => call mom
    Do the dishes => Do the dishes
    So so good => So so good
    Mi piace => Mi piace
    Die Hard schauen => Die Hard schauen
    Read 1984 => Read 1984
    Pay 1200 euros => Pay 1200 euros
    Fix 404 page => Fix 404 page
    Buy tickets for May 5 => Buy tickets | 2027-05-05
    It may 5 times fail => It may 5 times fail
    Check the 2 may bugs => Check the 2 may bugs
    Run 5k on sunday => Run 5k | 2026-11-22
    Meeting with Mr. March => Meeting with Mr. March
    Prepare for the meeting on Tuesday and Thursday => Prepare for the meeting on Tuesday and Thursday | 2026-11-24
    Set mar apr colours => Set mar apr colours
    Release v3.12 => Release v3.12
    Open 12.5 MB file => Open 12.5 MB file
    Call +39 045 123456 => Call +39 045 123456
    Write 10:30 Talmud notes => Write Talmud notes | 2026-11-22 10:30
    Ratio 16:9 => Ratio 16:9
    Un giorno sì e uno no correre => correre | FREQ=DAILY;INTERVAL=2
    Fahre in 3 Städte => Fahre in 3 Städte
    Invite in 3 languages => Invite in 3 languages
    Order жtomorrow => Order жtomorrow
    Order tomorrow한 => Order tomorrow한
    Order 𝒳today => Order 𝒳today
    Позвонить Rossi tomorrow => Позвонить Rossi | 2026-11-22
    Call 📞tomorrow => Call 📞 | 2026-11-22
    Scegliere tra 3 colori => Scegliere tra 3 colori
    Lavorare entro 3 giorni => Lavorare | 2026-11-24
    Angebot für Montag vorbereiten => Angebot vorbereiten | 2026-11-23
    Ende gut => Ende gut
    Send it on the 31st of November => Send it on the 31st of November
    Party 31.11. => Party 31.11.
    Meet at 25:00 => Meet at 25:00
    Meet at 99 => Meet at 99
    Leap on 29 Feb => Leap | 2028-02-29
    Buy 2 second hand bikes => Buy 2 second hand bikes
    Check every file => Check every file
    every => every
    alle => alle
    ogni => ogni
    Ask for the day => Ask for the day
    tomorrow at 9 call Ada => call Ada | 2026-11-22 09:00
    tomorrow at 10 Downing Street => at 10 Downing Street | 2026-11-22
    Morgen um 10 Rossi anrufen => Rossi anrufen | 2026-11-22 10:00
    Morgen Preise um 10 Prozent senken => Preise um 10 Prozent senken | 2026-11-22
    domani alle 10 persone scrivere => alle 10 persone scrivere | 2026-11-22
    Weekly report => Weekly report
    Write weekly report => Write weekly report
    Send report weekly => Send report | FREQ=WEEKLY;BYDAY=SA
    Monthly review with Ada => Monthly review with Ada
    Plan 2027 => Plan 2027
    Budget 2027/28 => Budget 2027/28
    Watch "The Day After Tomorrow" => Watch "The Day After Tomorrow"
    Watch The Day After Tomorrow tomorrow => Watch The Day After Tomorrow | 2026-11-22
    Lunedì => Lunedì | 2026-11-23
    Call Rossi @stu => Call Rossi | @studio
  `),
  )('%s', (sentence, expected) => {
    expect(read(sentence)).toBe(expected);
  });
});
