import { describe, expect, test } from 'vitest';
import { read, table } from './read.ts';

describe('Tage und Zeiten', () => {
  test.each(
    table(`
    Rossi morgen anrufen => Rossi anrufen | 2026-11-22
    Rossi morgen um 10 anrufen => Rossi anrufen | 2026-11-22 10:00
    Morgen um 9:30 Uhr Rossi anrufen => Rossi anrufen | 2026-11-22 09:30
    Miete heute zahlen => Miete zahlen | 2026-11-21
    Blumen gießen heute Abend => Blumen gießen | 2026-11-21
    Essen mit Anna heute Abend um 8 => Essen mit Anna | 2026-11-21 20:00
    Muster übermorgen bringen => Muster bringen | 2026-11-23
    Muster uebermorgen bringen => Muster bringen | 2026-11-23
    Laufen morgen früh um 7 => Laufen | 2026-11-22 07:00
    Rechnung Montag => Rechnung | 2026-11-23
    Montag Angebot schicken => Angebot schicken | 2026-11-23
    Rechnung am Montag => Rechnung | 2026-11-23
    Rechnung am Mo => Rechnung | 2026-11-23
    Abgabe bis Freitag => Abgabe | 2026-11-27
    Treffen nächsten Montag => Treffen | 2026-11-23
    Treffen kommenden Dienstag um halb drei => Treffen | 2026-11-24 14:30
    Treffen Donnerstag Nachmittag um 3 => Treffen | 2026-11-26 15:00
    Treffen am Mittwoch um 20 Uhr => Treffen | 2026-11-25 20:00
    Treffen am Mittwoch um 8 Uhr abends => Treffen | 2026-11-25 20:00
    Fotograf für den 3. Dezember buchen => Fotograf buchen | 2026-12-03
    Zahnarzt am 3. Dezember um 15 Uhr => Zahnarzt | 2026-12-03 15:00
    Zahnarzt am 3. Dez. um 15:30 Uhr => Zahnarzt | 2026-12-03 15:30
    Zahnarzt 3. Dezember 15 Uhr 30 => Zahnarzt | 2026-12-03 15:30
    Zahnarzt am Donnerstag, den 3. Dezember => Zahnarzt | 2026-12-03
    Messe am 3.12. => Messe | 2026-12-03
    Messe am 12.03.2027 => Messe | 2027-03-12
    Messe 12.3.27 => Messe | 2027-03-12
    Steuer bis zum 31. Januar => Steuer | 2027-01-31
    Steuer bis zum 15. => Steuer | 2026-12-15
    Nachfragen in 3 Tagen => Nachfragen | 2026-11-24
    Nachfragen in einer Woche => Nachfragen | 2026-11-28
    Nachfragen in zwei Monaten => Nachfragen | 2027-01-21
    Nachfragen in 2 Stunden => Nachfragen | 2026-11-21 14:40
    Reise planen nächste Woche => Reise planen | 2026-11-23
    Reise planen nächsten Monat => Reise planen | 2026-12-01
    Büro putzen am Wochenende => Büro putzen | 2026-11-21
    Abschluss bis Ende des Monats => Abschluss | 2026-11-30
    Abschluss bis Ende März => Abschluss | 2027-03-31
    Bericht bis Ende der Woche => Bericht | 2026-11-22
    Anruf um Viertel nach zehn => Anruf | 2026-11-22 10:15
    Anruf gegen 17 Uhr => Anruf | 2026-11-21 17:00
    Mittagessen mit Tor Montag mittags => Mittagessen mit Tor | 2026-11-23 12:00
    Bianchi morgen um 10 anrufen, hoch => Bianchi anrufen | 2026-11-22 10:00 !high
  `),
  )('%s', (sentence, expected) => {
    expect(read(sentence)).toBe(expected);
  });
});

describe('was sich wiederholt', () => {
  test.each(
    table(`
    jeden Freitag Nachmittag aufräumen => aufräumen | FREQ=WEEKLY;BYDAY=FR
    jeden Montag Morgen um 9 Bericht => Bericht | 09:00 FREQ=WEEKLY;BYDAY=MO
    jeden Freitagabend Kasse zählen => Kasse zählen | FREQ=WEEKLY;BYDAY=FR
    Blumen gießen jeden Tag => Blumen gießen | FREQ=DAILY
    Blumen gießen täglich um 8 => Blumen gießen | 08:00 FREQ=DAILY
    Tagebuch jeden Abend => Tagebuch | FREQ=DAILY
    Stand-up werktags um 9:15 => Stand-up | 09:15 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR
    Stand-up jeden Werktag => Stand-up | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR
    Bericht jeden Montag => Bericht | FREQ=WEEKLY;BYDAY=MO
    Bericht jeden zweiten Montag => Bericht | FREQ=WEEKLY;INTERVAL=2;BYDAY=MO
    Sport jeden Montag und Donnerstag => Sport | FREQ=WEEKLY;BYDAY=MO,TH
    Sport montags und donnerstags => Sport | FREQ=WEEKLY;BYDAY=MO,TH
    Rundbrief alle zwei Wochen => Rundbrief | FREQ=WEEKLY;INTERVAL=2;BYDAY=SA
    Rundbrief alle 2 Wochen am Montag => Rundbrief | FREQ=WEEKLY;INTERVAL=2;BYDAY=MO
    Rundbrief alle 14 Tage => Rundbrief | FREQ=DAILY;INTERVAL=14
    Miete jeden 1. => Miete | FREQ=MONTHLY;BYMONTHDAY=1
    Rechnung jeden Monat am 15. => Rechnung | FREQ=MONTHLY;BYMONTHDAY=15
    Rechnung am 15. jedes Monats => Rechnung | FREQ=MONTHLY;BYMONTHDAY=15
    Abschluss jeden 31. => Abschluss | FREQ=MONTHLY;BYMONTHDAY=-1
    Abschluss am letzten Tag des Monats => Abschluss | FREQ=MONTHLY;BYMONTHDAY=-1
    Rückblick jeden letzten Freitag => Rückblick | FREQ=MONTHLY;BYDAY=-1FR
    Rückblick jeden ersten Dienstag im Monat => Rückblick | FREQ=MONTHLY;BYDAY=1TU
    Umsatzsteuer vierteljährlich => Umsatzsteuer | FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=21
    Anna gratulieren jedes Jahr am 29. Februar => Anna gratulieren | FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1
    Dehnen täglich bis 3. Dezember => Dehnen | FREQ=DAILY;UNTIL=20261203
    Tabletten jeden Tag, 5 mal => Tabletten | FREQ=DAILY;COUNT=5
  `),
  )('%s', (sentence, expected) => {
    expect(read(sentence)).toBe(expected);
  });
});

describe('was nur so aussieht', () => {
  test.each(
    table(`
    Guten Morgen sagen
    Die Sonne zeichnen
    So machen wir das
    Di und Mi vergleichen
    Mai war schön
    Alle 10 Kunden anrufen
    Alle Rechnungen prüfen
    Preise um 10 Prozent senken
    Preise um 10% senken
    Rechnung 2026/041
    Protokoll vom Montag lesen
    Termin auf Donnerstag verschieben
    Version 1.2.3 testen
    10 Äpfel kaufen
    Montagsmeeting vorbereiten
    Jeder Kunde zählt
    Jedes Mal dasselbe
    Immer wieder üben
    Die Märznummer lesen
    Täglich Brot essen
    Letzten Freitag auswerten
    Frag Do, ob sie mag
    Sa. 3 Tische leihen
  `),
  )('%s', (sentence, expected) => {
    expect(read(sentence)).toBe(expected);
  });
});
