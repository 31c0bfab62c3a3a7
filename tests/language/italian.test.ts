import { describe, expect, test } from 'vitest';
import { read, table } from './read.ts';

describe('giorni e ore', () => {
  test.each(
    table(`
    Chiamare Rossi domani => Chiamare Rossi | 2026-11-22
    Chiamare Rossi domani alle 10 => Chiamare Rossi | 2026-11-22 10:00
    Chiamare Rossi alle 10 di domani => Chiamare Rossi | 2026-11-22 10:00
    domani chiamare il commercialista => chiamare il commercialista | 2026-11-22
    Portare i campioni dopodomani => Portare i campioni | 2026-11-23
    Portare i campioni dopo domani => Portare i campioni | 2026-11-23
    Pagare l'affitto oggi => Pagare l'affitto | 2026-11-21
    Innaffiare le piante stasera => Innaffiare le piante | 2026-11-21
    Cena con Anna stasera alle 8 => Cena con Anna | 2026-11-21 20:00
    Cena con Anna domani sera alle 9 => Cena con Anna | 2026-11-22 21:00
    Correre domattina alle 7 => Correre | 2026-11-22 07:00
    Fattura lunedì => Fattura | 2026-11-23
    Fattura lunedi => Fattura | 2026-11-23
    lunedì chiamare la banca => chiamare la banca | 2026-11-23
    Consegna entro venerdì => Consegna | 2026-11-27
    Consegna per venerdì prossimo => Consegna | 2026-11-27
    Riunione martedì alle 9 e mezza => Riunione | 2026-11-24 09:30
    Riunione martedì alle 15,30 => Riunione | 2026-11-24 15:30
    Riunione giovedì pomeriggio alle 3 => Riunione | 2026-11-26 15:00
    Riunione mercoledì alle 8 di sera => Riunione | 2026-11-25 20:00
    Dentista il 3 dicembre alle 15:30 => Dentista | 2026-12-03 15:30
    Dentista 3 dicembre ore 15 => Dentista | 2026-12-03 15:00
    Dentista giovedì 3 dicembre => Dentista | 2026-12-03
    Festa il 1° maggio => Festa | 2027-05-01
    Festa il primo maggio 2028 => Festa | 2028-05-01
    Fiera l'8 dicembre => Fiera | 2026-12-08
    Rinnovare il dominio entro il 3 mar => Rinnovare il dominio | 2027-03-03
    Lancio 12/03/2027 => Lancio | 2027-03-12
    Lancio il 12/3 => Lancio | 2027-03-12
    Spedire tra 3 giorni => Spedire | 2026-11-24
    Spedire fra una settimana => Spedire | 2026-11-28
    Spedire tra due mesi => Spedire | 2027-01-21
    Richiamare tra un'ora => Richiamare | 2026-11-21 13:40
    Pianificare il viaggio la settimana prossima => Pianificare il viaggio | 2026-11-23
    Pianificare il viaggio il mese prossimo => Pianificare il viaggio | 2026-12-01
    Pulire lo studio nel weekend => Pulire lo studio | 2026-11-21
    Chiudere i conti entro fine mese => Chiudere i conti | 2026-11-30
    Bilancio entro la fine di marzo => Bilancio | 2027-03-31
    Pagare l'IVA entro il 16 => Pagare l'IVA | 2026-12-16
    Pranzo con Tor a mezzogiorno => Pranzo con Tor | 2026-11-22 12:00
    Chiamare Bianchi alle 10 => Chiamare Bianchi | 2026-11-22 10:00
    Chiamare Bianchi verso le 17 => Chiamare Bianchi | 2026-11-21 17:00
    Chiamare Bianchi domani alle 10, alta => Chiamare Bianchi | 2026-11-22 10:00 !high
  `),
  )('%s', (sentence, expected) => {
    expect(read(sentence)).toBe(expected);
  });
});

describe('quello che si ripete', () => {
  test.each(
    table(`
    ogni venerdì pomeriggio riordinare => riordinare | FREQ=WEEKLY;BYDAY=FR
    Innaffiare ogni giorno => Innaffiare | FREQ=DAILY
    Innaffiare tutti i giorni alle 8 => Innaffiare | 08:00 FREQ=DAILY
    Diario ogni sera => Diario | FREQ=DAILY
    Palestra a giorni alterni => Palestra | FREQ=DAILY;INTERVAL=2
    Riunione ogni giorno feriale alle 9:15 => Riunione | 09:15 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR
    Riunione dal lunedì al venerdì => Riunione | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR
    Report ogni lunedì => Report | FREQ=WEEKLY;BYDAY=MO
    Palestra ogni lunedì e giovedì => Palestra | FREQ=WEEKLY;BYDAY=MO,TH
    Mercato tutti i sabati => Mercato | FREQ=WEEKLY;BYDAY=SA
    Newsletter ogni 2 settimane => Newsletter | FREQ=WEEKLY;INTERVAL=2;BYDAY=SA
    Newsletter ogni due settimane di lunedì => Newsletter | FREQ=WEEKLY;INTERVAL=2;BYDAY=MO
    Fattura ogni mese il 15 => Fattura | FREQ=MONTHLY;BYMONTHDAY=15
    Fattura il 15 di ogni mese => Fattura | FREQ=MONTHLY;BYMONTHDAY=15
    Chiudere i conti ogni 31 => Chiudere i conti | FREQ=MONTHLY;BYMONTHDAY=-1
    Chiudere i conti ogni ultimo giorno del mese => Chiudere i conti | FREQ=MONTHLY;BYMONTHDAY=-1
    Retrospettiva ogni ultimo venerdì => Retrospettiva | FREQ=MONTHLY;BYDAY=-1FR
    Retrospettiva il primo martedì di ogni mese => Retrospettiva | FREQ=MONTHLY;BYDAY=1TU
    IVA ogni trimestre => IVA | FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=21
    Bollo ogni anno => Bollo | FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=21
    Auguri ad Anna ogni anno il 29 febbraio => Auguri ad Anna | FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1
    Stretching ogni giorno fino al 3 dicembre => Stretching | FREQ=DAILY;UNTIL=20261203
    Antibiotico ogni giorno per 5 volte => Antibiotico | FREQ=DAILY;COUNT=5
  `),
  )('%s', (sentence, expected) => {
    expect(read(sentence)).toBe(expected);
  });
});

describe('quello che sembra soltanto', () => {
  test.each(
    table(`
    Comprare 10 mele
    Mai dire mai
    Invitare le 3 persone di ieri
    Scrivere alle 10 persone della lista
    Preparare la riunione di lunedì
    Rivedere il verbale di domani
    Spostare la riunione a giovedì
    Mandare un messaggio a Marzo Rossi
    Leggere il numero di maggio
    Un set di piatti
    Andare al mare
    Sentire il mar Tirreno
    Fattura 2026/041
    Usare le tariffe 2025
    Il 15% di sconto
    Pagare il 50% a Rossi
    Ogni cliente merita una risposta
    Ogni tanto pulire la tastiera
    Una volta per tutte
    Guardare i prezzi del Black Friday
    Contattare stampa, media
    Alta velocità, biglietti
    Versione 1.2.3
    Gli ordini di sabato scorso
  `),
  )('%s', (sentence, expected) => {
    expect(read(sentence)).toBe(expected);
  });
});
