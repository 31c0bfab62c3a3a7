import { describe, expect, test } from 'vitest';
import { table } from '../../../language/read.ts';
import { understood } from './understood.ts';

describe('Aufgaben aus einem Satz', () => {
  test.each(
    table(`
    füge hinzu: Dosen kaufen => de items: Dosen kaufen
    füge Dosen kaufen hinzu => de items: Dosen kaufen
    Bilder hinzufügen => de items: Bilder hinzufügen
    Aufgabe für morgen: Dosen kaufen => de items: Dosen kaufen | 2026-11-22
    Noch zu erledigen: Dosen kaufen => de items: Dosen kaufen
    setze eine Erinnerung um 17 Uhr Rossi anzurufen => de items: Rossi anrufen | 2026-11-21 17:00 ~rossi
    muss noch Rossi anrufen => de items: Rossi anrufen ~rossi
    Erinnerst du mich daran, morgen die Miete zu zahlen? => de items: Die Miete zahlen | 2026-11-22
    Rossi: Vertrag schicken => de items: Rossi: Vertrag schicken ~rossi
    Vertrag schicken (Rossi) => de items: Vertrag schicken (Rossi) ~rossi
    Arzt anrufen, weil der Rücken weh tut => de items: Arzt anrufen, weil der Rücken weh tut
    Zahlung der Rechnung 2026/041 bei Rossi bis Montag anmahnen, hohe Priorität => de items: Zahlung der Rechnung 2026/041 bei Rossi anmahnen | 2026-11-23 !high ~rossi
    Milch, Eier und Brot kaufen => de items: Milch, Eier und Brot kaufen
    Fotograf für den 3. Dezember buchen => de items: Fotograf buchen | 2026-12-03
    am 16. jeden Monats Steuern zahlen => de items: Steuern zahlen | 2026-12-16 FREQ=MONTHLY;BYMONTHDAY=16
    Rossi morgen um 10 anrufen, hoch => de items: Rossi anrufen | 2026-11-22 10:00 !high ~rossi
    rossi morgen um 10 anrufen hoch => de items: Rossi anrufen | 2026-11-22 10:00 !high ~rossi
    ROSSI MORGEN UM 10 ANRUFEN, HOCH => de items: ROSSI ANRUFEN | 2026-11-22 10:00 !high ~rossi
    Rossi anrufen => de items: Rossi anrufen ~rossi
    Rossi zurueckrufen => de items: Rossi zurueckrufen ~rossi
    Rossi zurückrufen, eilig => de items: Rossi zurückrufen | !high ~rossi
    morgen Steuerberater anrufen => de items: Steuerberater anrufen | 2026-11-22
    Angebot an Nordlys schicken bis Freitag => de items: Angebot an Nordlys schicken | 2026-11-27 ~nordlys
    Brief an Rossi schreiben => de items: Brief an Rossi schreiben ~rossi
    Ruf Rossi am Montag an => de items: Ruf Rossi an | 2026-11-23 ~rossi
    Erinnere mich daran, Rossi morgen anzurufen => de items: Rossi anrufen | 2026-11-22 ~rossi
    erinnere mich morgen an das Angebot => de items: Das Angebot | 2026-11-22
    erinner mich am freitag die rechnung zu schreiben => de items: Die rechnung schreiben | 2026-11-27
    erinnere mich in zwei Stunden daran Rossi anzurufen => de items: Rossi anrufen | 2026-11-21 11:30 ~rossi
    kannst du mich morgen daran erinnern, Rossi anzurufen? => de items: Rossi anrufen | 2026-11-22 ~rossi
    Füge eine Aufgabe hinzu: Kontraste prüfen im Customer dashboard => de items: Kontraste prüfen @dashboard
    fuege eine Aufgabe hinzu: Texte für Wine shop relaunch schreiben, hohe Priorität => de items: Texte für Wine shop relaunch schreiben | !high @shop
    Kannst du eine Aufgabe anlegen: Muster bestellen? => de items: Muster bestellen
    Aufgabe: "Bericht am Freitag, hoch" => de items: Bericht am Freitag, hoch
    ich muss morgen Milch kaufen => de items: Milch kaufen | 2026-11-22
    Wir müssen bis Ende des Monats die Fotos neu machen => de items: Die Fotos neu machen | 2026-11-30
    wir muessen bis Montag die Texte pruefen => de items: Die Texte pruefen | 2026-11-23
    Vergiss nicht, heute Abend die Blumen zu gießen => de items: Die Blumen gießen | 2026-11-21
    dringend: Checkout reparieren => de items: Checkout reparieren | !high
    Checkout so schnell wie möglich reparieren => de items: Checkout reparieren | !high
    Etiketten drucken, niedrig => de items: Etiketten drucken | !low
    Gespräch mit Rossi am 3.12. um halb drei => de items: Gespräch mit Rossi | 2026-12-03 14:30 ~rossi
    Treffen mit Rossi am Dienstag um 15:30 Uhr => de items: Treffen mit Rossi | 2026-11-24 15:30 ~rossi
    Telefonat Rossi Donnerstag 11 Uhr => de items: Telefonat Rossi | 2026-11-26 11:00 ~rossi
    Kartons in drei Tagen bestellen => de items: Kartons bestellen | 2026-11-24
    Muster übermorgen abholen => de items: Muster abholen | 2026-11-23
    Muster uebermorgen abholen => de items: Muster abholen | 2026-11-23
    Domain am 31. Januar verlängern => de items: Domain verlängern | 2027-01-31
    Abrechnung nächsten Monat machen => de items: Abrechnung machen | 2026-12-21
    Fenster im Bueroumbau ausmessen => de items: Fenster im Bueroumbau ausmessen @buero
    Rechnung an Mueller schreiben => de items: Rechnung an Mueller schreiben ~mueller
    Entwürfe am 31.2. prüfen => de items: Entwürfe am 31.2. prüfen
  `),
  )('%s', (message, expected) => {
    expect(understood(message)).toBe(expected);
  });
});

describe('was sich wiederholt', () => {
  test.each(
    table(`
    Miete jeden Monat am 5. überweisen => de items: Miete überweisen | 2026-12-05 FREQ=MONTHLY;BYMONTHDAY=5
    jeden Montag um 9 Bericht schicken => de items: Bericht schicken | 2026-11-23 09:00 FREQ=WEEKLY;BYDAY=MO
    Backup jeden letzten Freitag im Monat => de items: Backup | 2026-11-27 FREQ=MONTHLY;BYDAY=-1FR
    alle zwei Wochen Newsletter schreiben => de items: Newsletter schreiben | 2026-11-21 FREQ=WEEKLY;INTERVAL=2
    Blumen gießen täglich => de items: Blumen gießen | 2026-11-21 FREQ=DAILY
  `),
  )('%s', (message, expected) => {
    expect(understood(message)).toBe(expected);
  });
});

describe('Checkpoints', () => {
  test.each(
    table(`
    füge einen Checkpoint Launch am 1. Dezember hinzu => de items: checkpoint Launch | 2026-12-01
    Meilenstein Launch am 1. Dezember hinzufügen => de items: checkpoint Launch | 2026-12-01
    Checkpoint: Entwürfe freigegeben, 15. Dezember, für Customer dashboard => de items: checkpoint Entwürfe freigegeben | 2026-12-15 @dashboard
  `),
  )('%s', (message, expected) => {
    expect(understood(message)).toBe(expected);
  });
});

describe('mehrere Aufgaben in einer Nachricht', () => {
  test.each(
    table(`
    Rossi morgen anrufen. Angebot bis Freitag schicken. => de items: Rossi anrufen | 2026-11-22 ~rossi / Angebot schicken | 2026-11-27
    Termin mit Dr. Bianchi vereinbaren => de items: Termin mit Dr. Bianchi vereinbaren
    Schlage Aufgaben für Wine shop relaunch vor: Texte schreiben, Fotograf buchen und Einladungen verschicken => de items: Texte schreiben @shop / Fotograf buchen @shop / Einladungen verschicken @shop
  `),
  )('%s', (message, expected) => {
    expect(understood(message)).toBe(expected);
  });
});

describe('was fällig und überfällig ist', () => {
  test.each(
    table(`
    Hallo, kannst du mir sagen was morgen fällig ist? => de list: due 2026-11-22..2026-11-22
    bitte liste die überfälligen Aufgaben von Rossi auf => de list: overdue ~rossi
    gibt es etwas für heute? => de list: due 2026-11-21..2026-11-21
    was muss ich diese Woche an Rossi liefern? => de list: due 2026-11-16..2026-11-22 ~rossi
    habe ich heute etwas fällig? => de list: due 2026-11-21..2026-11-21
    Wochenplan => de list: due 2026-11-16..2026-11-22
    Was machen wir morgen? => de list: due 2026-11-22..2026-11-22
    heute => de list: due 2026-11-21..2026-11-21
    morgen => de list: due 2026-11-22..2026-11-22
    nächste Woche => de list: due 2026-11-23..2026-11-29
    Rückstände von Rossi => de list: overdue ~rossi
    was fehlt noch bei Wine shop relaunch => de list: open @shop
    was ist überfällig? => de list: overdue
    was ist für Rossi überfällig? => de list: overdue ~rossi
    was ist ueberfaellig fuer Rossi => de list: overdue ~rossi
    WAS IST ÜBERFÄLLIG? => de list: overdue
    überfällige Aufgaben => de list: overdue
    Aufgaben überfällig => de list: overdue
    bin ich mit etwas im Verzug? => de list: overdue
    zeig mir die überfälligen Aufgaben => de list: overdue
    was ist überfällig und was steht als nächstes an? => de list: overdue / due 2026-11-21..2026-11-28
    was ist heute fällig? => de list: due 2026-11-21..2026-11-21
    was steht heute an? => de list: due 2026-11-21..2026-11-21
    was hab ich heute vor => de list: due 2026-11-21..2026-11-21
    was ist diese Woche für Rossi fällig? => de list: due 2026-11-16..2026-11-22 ~rossi
    was muss ich morgen machen? => de list: due 2026-11-22..2026-11-22
    was muss ich am Montag erledigen => de list: due 2026-11-23..2026-11-23
    was habe ich am Montag vor? => de list: due 2026-11-23..2026-11-23
    Fristen nächste Woche => de list: due 2026-11-23..2026-11-29
    nächste Termine => de list: due 2026-11-21..2026-11-28
    was ist nächste Woche im Customer dashboard fällig => de list: due 2026-11-23..2026-11-29 @dashboard
    Termine von morgen => de list: due 2026-11-22..2026-11-22
    und morgen? => de list: due 2026-11-22..2026-11-22
    zeig mir was morgen fällig ist => de list: due 2026-11-22..2026-11-22
    was steht in den nächsten 3 Tagen an? => de list: due 2026-11-21..2026-11-24
    was ist bis Freitag fällig? => de list: due 2026-11-21..2026-11-27
    was ist diesen Monat fällig? => de list: due 2026-11-01..2026-11-30
    was ist am Wochenende fällig? => de list: due 2026-11-21..2026-11-22
    was ist für Rossi noch zu tun? => de list: open ~rossi
    was fehlt noch für mueller => de list: open ~mueller
    offene Aufgaben => de list: open
    Wie viele Aufgaben sind offen? => de list: open
    welche Aufgaben sind für Nordlys noch offen? => de list: open ~nordlys
    Task für Rossi => de list: open ~rossi
    plane meine Woche => de list: overdue / due 2026-11-21..2026-11-22
    plan meinen Tag => de list: overdue / due 2026-11-21..2026-11-21
  `),
  )('%s', (message, expected) => {
    expect(understood(message)).toBe(expected);
  });
});

describe('was getan ist', () => {
  test.each(
    table(`
    was habe ich letzte Woche gemacht? => de list: done 2026-11-09..2026-11-15
    was hab ich gestern gemacht => de list: done 2026-11-20..2026-11-20
    was habe ich vorgestern gemacht? => de list: done 2026-11-19..2026-11-19
    was habe ich heute erledigt? => de list: done 2026-11-21..2026-11-21
    was haben wir diesen Monat für Rossi geschafft? => de list: done 2026-11-01..2026-11-30 ~rossi
    was habe ich am Montag gemacht? => de list: done 2026-11-16..2026-11-16
    was habe ich letzten Montag gemacht? => de list: done 2026-11-16..2026-11-16
    was habe ich am 12. November gemacht? => de list: done 2026-11-12..2026-11-12
    was habe ich am 12. Dezember gemacht? => de list: done 2025-12-12..2025-12-12
    was habe ich in den letzten 7 Tagen erledigt? => de list: done 2026-11-14..2026-11-21
    was wurde letzte Woche erledigt? => de list: done 2026-11-09..2026-11-15
  `),
  )('%s', (message, expected) => {
    expect(understood(message)).toBe(expected);
  });
});

describe('Checkpoints, Vorschläge, Neues, Überblick', () => {
  test.each(
    table(`
    nächste Checkpoints => de list: checkpoints
    was sind die nächsten Meilensteine für Rossi? => de list: checkpoints ~rossi
    offene Vorschläge => de list: suggestions
    offene Vorschlaege => de list: suggestions
    was muss ich freigeben? => de list: suggestions
    was hat sich seit gestern geändert? => de list: changes
    was hat sich geaendert => de list: changes
    was gibt es Neues? => de list: changes
    Tagesüberblick => de list: brief
  `),
  )('%s', (message, expected) => {
    expect(understood(message)).toBe(expected);
  });
});

describe('was gesucht wird', () => {
  test.each(
    table(`
    was kostet morgen der Versand? => de search?: kostet morgen Versand
    muss ich Rossi anrufen => de search?: Rossi anrufen
    wann ist das Angebot fällig? => de search?: Angebot fällig
    wer ist mit der Zahlung im Verzug? => de search?: Zahlung Verzug
    was haben wir am Montag mit Rossi beschlossen? => de search?: Montag Rossi beschlossen
    wie viel kostet der Versand nach Norwegen? => de search?: viel kostet Versand Norwegen
    was hat Rossi zum Versand gesagt? => de search?: Rossi Versand
    sag mir was Rossi zur Lieferung geschrieben hat => de search?: Rossi Lieferung
    was habe ich am Montag über den Versand geschrieben? => de search?: Montag Versand
    wo habe ich ueber die Kartons geschrieben? => de search?: Kartons
    suche die Tariftabelle => de search?: Tariftabelle
    finde Notizen über Norwegen => de search?: Norwegen
    fasse die Notiz über den Versand zusammen => de search?: Versand
    wann ist das Fotoshooting? => de search?: Fotoshooting
    wer ist Ingrid? => de search?: Ingrid
    wie geht's Ingrid? => de search?: Ingrid
    gibt es eine Notiz zum Zoll? => de search?: Notiz Zoll
  `),
  )('%s', (message, expected) => {
    expect(understood(message)).toBe(expected);
  });
});

describe('Worte, die keine Aufgaben sind', () => {
  test.each(
    table(`
    Rossi kommt zu spät => de search: Rossi kommt spät
    der Zug ist verspätet => de search: Zug verspätet
    die Notiz zum Treffen => de search: Notiz Treffen
    muss ich Rossi anrufen? => de search?: Rossi anrufen
    ich habe Rossi gestern angerufen => de search: Rossi gestern angerufen
    morgen ist Feiertag => de search: morgen Feiertag
    das Lager liegt am Ende der Straße => de search: Lager liegt Ende Straße
    die Adresse von Rossi => de search: Adresse Rossi
    der Versand von gestern => de search: Versand gestern
  `),
  )('%s', (message, expected) => {
    expect(understood(message)).toBe(expected);
  });
});

describe('Grüße, und wozu es ein Modell braucht', () => {
  test.each(
    table(`
    hallo => de hello
    Guten Morgen! => de hello
    vielen Dank => de thanks
    was kannst du? => de help
    hilf mir, den Launch zu planen => de ideas
    schlag mir die nächsten drei Aufgaben vor => de ideas
    gib mir ein paar Ideen für den Launch => de ideas
    füge eine Aufgabe hinzu => de untitled
  `),
  )('%s', (message, expected) => {
    expect(understood(message)).toBe(expected);
  });
});

describe('auf einer Notiz', () => {
  test.each(
    table(`
    fasse diese Notiz zusammen => de about
    worum geht es in dieser Notiz? => de about
    schlage Aufgaben aus dieser Notiz vor => de tasksWithin
    welche anderen Notizen gehören dazu? => de related
    teile diese Aufgabe in kleinere auf => de tasksWithin
    was ist überfällig? => de list: overdue
  `),
  )('%s', (message, expected) => {
    expect(understood(message, true)).toBe(expected);
  });
});

test('mehrere Zeilen sind mehrere Aufgaben, im Projekt der Überschrift, und was keine ist, wird gezählt', () => {
  expect(understood('Rahmen kaufen\nEntwürfe am Montag an Rossi schicken\nnur ein paar Worte hier')).toBe(
    'de items: Rahmen kaufen / Entwürfe an Rossi schicken | 2026-11-23 ~rossi (1 left out)',
  );
  expect(understood('Aufgaben für Customer dashboard:\n- Kontraste\n- Zugang bis Freitag, hoch')).toBe(
    'de items: Kontraste @dashboard / Zugang | 2026-11-27 !high @dashboard',
  );
});
