import { describe, expect, test } from 'vitest';
import { table } from '../../../language/read.ts';
import { understood } from './understood.ts';

describe('attività da una frase', () => {
  test.each(
    table(`
    aggiungi: comprare le lattine => it items: Comprare le lattine
    aggiungi comprare le lattine => it items: Comprare le lattine
    promemoria per domani: comprare le lattine => it items: Comprare le lattine | 2026-11-22
    Da fare: comprare le lattine => it items: Comprare le lattine
    servono 500 etichette entro venerdì => it items: Servono 500 etichette | 2026-11-27
    Mi ricordi di pagare l'affitto il 5? => it items: Pagare l'affitto | 2026-12-05
    Rossi: mandare il contratto => it items: Rossi: mandare il contratto ~rossi
    mandare il contratto (Rossi) => it items: Mandare il contratto (Rossi) ~rossi
    Sollecitare pagamento fattura 2026/041 a Rossi entro lunedì, priorità alta => it items: Sollecitare pagamento fattura 2026/041 a Rossi | 2026-11-23 !high ~rossi
    comprare il latte, le uova e il pane => it items: Comprare il latte, le uova e il pane
    pubblicare su tv, radio, media => it items: Pubblicare su tv, radio, media
    chiamare Rossi domani alle 10, alta => it items: Chiamare Rossi | 2026-11-22 10:00 !high ~rossi
    Chiamare Rossi domani alle 10 alta => it items: Chiamare Rossi | 2026-11-22 10:00 !high ~rossi
    CHIAMARE ROSSI DOMANI ALLE 10, ALTA => it items: CHIAMARE ROSSI | 2026-11-22 10:00 !high ~rossi
    chiama Rossi lunedì => it items: Chiama Rossi | 2026-11-23 ~rossi
    domani chiamare il commercialista => it items: Chiamare il commercialista | 2026-11-22
    chiamarlo giovedi pomeriggio alle 3 => it items: Chiamarlo | 2026-11-26 15:00
    ricordami di inviare la fattura venerdì => it items: Inviare la fattura | 2026-11-27
    ricordami domani di chiamare Rossi => it items: Chiamare Rossi | 2026-11-22 ~rossi
    ricordami tra due ore di chiamare Rossi => it items: Chiamare Rossi | 2026-11-21 11:30 ~rossi
    potresti ricordarmi di chiamare Rossi domani? => it items: Chiamare Rossi | 2026-11-22 ~rossi
    mandami un promemoria domani per chiamare Rossi => it items: Chiamare Rossi | 2026-11-22 ~rossi
    segna che devo chiamare Rossi domani => it items: Chiamare Rossi | 2026-11-22 ~rossi
    Puoi aggiungere un'attività per preparare il preventivo entro venerdì? => it items: Preparare il preventivo | 2026-11-27
    aggiungi un’attività a priorità alta: chiamare Paolo => it items: Chiamare Paolo | !high
    aggiungi un task: controllare i contrasti nel Customer dashboard => it items: Controllare i contrasti @dashboard
    aggiungi attivita mandare le bozze a Rossi entro il 5 => it items: Mandare le bozze a Rossi | 2026-12-05 ~rossi
    aggiungi un'attività "Report di venerdì, alta" => it items: Report di venerdì, alta
    devo comprare la carta => it items: Comprare la carta
    Dobbiamo rifare le foto entro fine mese => it items: Rifare le foto | 2026-11-30
    non dimenticare di innaffiare le piante stasera => it items: Innaffiare le piante | 2026-11-21
    mandare il preventivo a Nordlys entro il 30/11 => it items: Mandare il preventivo a Nordlys | 2026-11-30 ~nordlys
    preparare la presentazione per Wine shop relaunch, priorità alta => it items: Preparare la presentazione | !high @shop
    urgente: sistemare il checkout => it items: Sistemare il checkout | !high
    sistemare il checkout il prima possibile => it items: Sistemare il checkout | !high
    stampare le etichette, bassa => it items: Stampare le etichette | !low
    fattura Rossi entro il 16 => it items: Fattura Rossi | 2026-12-16 ~rossi
    pranzo con Rossi a mezzogiorno => it items: Pranzo con Rossi | 2026-11-21 12:00 ~rossi
    riunione con Rossi martedì alle 15:30 => it items: Riunione con Rossi | 2026-11-24 15:30 ~rossi
    telefonata Rossi giovedì h 11 => it items: Telefonata Rossi | 2026-11-26 11:00 ~rossi
    ordinare le scatole fra tre giorni => it items: Ordinare le scatole | 2026-11-24
    mandarlo a Paolo dopodomani => it items: Mandarlo a Paolo | 2026-11-23
    controllare le bozze il 29 febbraio => it items: Controllare le bozze | 2028-02-29
    rinnovare il dominio il 31 gennaio => it items: Rinnovare il dominio | 2027-01-31
    chiudere i conti il mese prossimo => it items: Chiudere i conti | 2026-12-21
    aggiungere i prezzi alla Guida della citta => it items: Aggiungere i prezzi alla Guida della citta @citta
    rivedere i testi della Guida della Città domani => it items: Rivedere i testi | 2026-11-22 @citta
  `),
  )('%s', (message, expected) => {
    expect(understood(message)).toBe(expected);
  });
});

describe('quello che si ripete', () => {
  test.each(
    table(`
    pagare l'affitto ogni mese il 5 => it items: Pagare l'affitto | 2026-12-05 FREQ=MONTHLY;BYMONTHDAY=5
    inviare il report ogni lunedì alle 9 => it items: Inviare il report | 2026-11-23 09:00 FREQ=WEEKLY;BYDAY=MO
    backup ogni ultimo venerdì del mese => it items: Backup | 2026-11-27 FREQ=MONTHLY;BYDAY=-1FR
    scrivere la newsletter ogni due settimane => it items: Scrivere la newsletter | 2026-11-21 FREQ=WEEKLY;INTERVAL=2
    innaffiare le piante ogni giorno => it items: Innaffiare le piante | 2026-11-21 FREQ=DAILY
  `),
  )('%s', (message, expected) => {
    expect(understood(message)).toBe(expected);
  });
});

describe('checkpoint', () => {
  test.each(
    table(`
    aggiungi un checkpoint Lancio il 1 dicembre => it items: checkpoint Lancio | 2026-12-01
    checkpoint: Bozze approvate, 15 dicembre, per Customer dashboard => it items: checkpoint Bozze approvate | 2026-12-15 @dashboard
    nuova milestone Consegna entro venerdì => it items: checkpoint Consegna | 2026-11-27
  `),
  )('%s', (message, expected) => {
    expect(understood(message)).toBe(expected);
  });
});

describe('più attività in un messaggio', () => {
  test.each(
    table(`
    Chiamare Rossi domani. Mandare il preventivo venerdì. => it items: Chiamare Rossi | 2026-11-22 ~rossi / Mandare il preventivo | 2026-11-27
    Scrivere alla dott. Bianchi => it items: Scrivere alla dott. Bianchi
    suggerisci attività per Wine shop relaunch: scrivere i testi, prenotare il fotografo e mandare gli inviti => it items: Scrivere i testi @shop / Prenotare il fotografo @shop / Mandare gli inviti @shop
  `),
  )('%s', (message, expected) => {
    expect(understood(message)).toBe(expected);
  });
});

describe('scadenze e ritardi', () => {
  test.each(
    table(`
    ciao, puoi dirmi cosa scade domani? => it list: due 2026-11-22..2026-11-22
    per favore elenca le attività in ritardo di Rossi => it list: overdue ~rossi
    c'è qualcosa per oggi? => it list: due 2026-11-21..2026-11-21
    cosa devo consegnare a Rossi questa settimana? => it list: due 2026-11-16..2026-11-22 ~rossi
    ho qualcosa in scadenza oggi? => it list: due 2026-11-21..2026-11-21
    programma della settimana => it list: due 2026-11-16..2026-11-22
    cosa facciamo domani? => it list: due 2026-11-22..2026-11-22
    oggi => it list: due 2026-11-21..2026-11-21
    domani => it list: due 2026-11-22..2026-11-22
    la settimana prossima => it list: due 2026-11-23..2026-11-29
    arretrati di Rossi => it list: overdue ~rossi
    cosa manca per Wine shop relaunch => it list: open @shop
    cosa è in ritardo? => it list: overdue
    cosa e in ritardo per Rossi? => it list: overdue ~rossi
    cos'è in ritardo per Rossi => it list: overdue ~rossi
    cos’è scaduto per rossi => it list: overdue ~rossi
    COSA È SCADUTO? => it list: overdue
    attività scadute => it list: overdue
    in ritardo => it list: overdue
    c'è qualcosa in ritardo per Nordlys? => it list: overdue ~nordlys
    mostrami le attività scadute di Rossi => it list: overdue ~rossi
    in ritardo per mueller => it list: overdue ~mueller
    cosa è in ritardo e cosa viene dopo, nella prossima settimana? => it list: overdue / due 2026-11-21..2026-11-28
    cosa scade oggi? => it list: due 2026-11-21..2026-11-21
    cosa c'è oggi? => it list: due 2026-11-21..2026-11-21
    cosa c'è da fare oggi => it list: due 2026-11-21..2026-11-21
    cosa scade questa settimana per Rossi? => it list: due 2026-11-16..2026-11-22 ~rossi
    cosa devo fare domani? => it list: due 2026-11-22..2026-11-22
    che devo fare lunedi => it list: due 2026-11-23..2026-11-23
    che cosa ho lunedì? => it list: due 2026-11-23..2026-11-23
    scadenze della prossima settimana => it list: due 2026-11-23..2026-11-29
    prossime scadenze => it list: due 2026-11-21..2026-11-28
    cosa scade la settimana prossima nel Customer dashboard => it list: due 2026-11-23..2026-11-29 @dashboard
    impegni di domani => it list: due 2026-11-22..2026-11-22
    e domani? => it list: due 2026-11-22..2026-11-22
    cosa mi aspetta nei prossimi 3 giorni? => it list: due 2026-11-21..2026-11-24
    cosa scade entro venerdì? => it list: due 2026-11-21..2026-11-27
    cosa scade questo mese? => it list: due 2026-11-01..2026-11-30
    cosa scade nel weekend? => it list: due 2026-11-21..2026-11-22
    cosa resta da fare per Rossi? => it list: open ~rossi
    attività aperte => it list: open
    quante attività sono aperte? => it list: open
    quali attività sono ancora aperte per Nordlys? => it list: open ~nordlys
    task di Rossi => it list: open ~rossi
    pianifica la mia settimana => it list: overdue / due 2026-11-21..2026-11-22
    pianifica la giornata => it list: overdue / due 2026-11-21..2026-11-21
  `),
  )('%s', (message, expected) => {
    expect(understood(message)).toBe(expected);
  });
});

describe('quello che è stato fatto', () => {
  test.each(
    table(`
    cosa ho fatto la settimana scorsa? => it list: done 2026-11-09..2026-11-15
    cosa ho fatto ieri => it list: done 2026-11-20..2026-11-20
    Cosa ho fatto l’altro ieri? => it list: done 2026-11-19..2026-11-19
    che cosa ho completato oggi? => it list: done 2026-11-21..2026-11-21
    cosa abbiamo finito questo mese per Rossi? => it list: done 2026-11-01..2026-11-30 ~rossi
    cosa ho fatto lunedì? => it list: done 2026-11-16..2026-11-16
    cosa ho fatto lunedì scorso? => it list: done 2026-11-16..2026-11-16
    cosa ho fatto il 12 novembre? => it list: done 2026-11-12..2026-11-12
    cosa ho fatto il 12 dicembre? => it list: done 2025-12-12..2025-12-12
    cosa ho fatto negli ultimi 7 giorni? => it list: done 2026-11-14..2026-11-21
    cosa è stato fatto la settimana scorsa per Rossi? => it list: done 2026-11-09..2026-11-15 ~rossi
  `),
  )('%s', (message, expected) => {
    expect(understood(message)).toBe(expected);
  });
});

describe('checkpoint, suggerimenti, novità, brief', () => {
  test.each(
    table(`
    prossimi checkpoint => it list: checkpoints
    quali sono i prossimi traguardi per Rossi? => it list: checkpoints ~rossi
    suggerimenti in sospeso => it list: suggestions
    cosa devo approvare? => it list: suggestions
    cosa è cambiato da ieri? => it list: changes
    cosa e cambiato => it list: changes
    novità? => it list: changes
    riepilogo di oggi => it list: brief
  `),
  )('%s', (message, expected) => {
    expect(understood(message)).toBe(expected);
  });
});

describe('quello che si cerca', () => {
  test.each(
    table(`
    quando scade il preventivo? => it search?: scade preventivo
    qual'è la scadenza del contratto => it search?: scadenza contratto
    chi è in ritardo con i pagamenti? => it search?: ritardo pagamenti
    che cosa abbiamo deciso con Rossi lunedì? => it search?: deciso Rossi lunedì
    quanto costa la spedizione in Norvegia? => it search?: costa spedizione Norvegia
    cosa ha detto Rossi sulla spedizione? => it search?: Rossi spedizione
    dimmi cosa ha scritto Rossi della consegna => it search?: Rossi consegna
    cosa ho scritto lunedì sulla spedizione? => it search?: lunedì spedizione
    dove ho scritto delle scatole? => it search?: scatole
    cerca la tabella delle tariffe => it search?: tabella tariffe
    trova le note sulla Norvegia => it search?: Norvegia
    riassumi la nota sulla spedizione => it search?: spedizione
    quando è il servizio fotografico? => it search?: servizio fotografico
    chi è Ingrid? => it search?: Ingrid
    c'è una nota sulla dogana? => it search?: nota dogana
    perché Rossi non ha pagato? => it search?: Rossi pagato
  `),
  )('%s', (message, expected) => {
    expect(understood(message)).toBe(expected);
  });
});

describe('parole che non sono attività', () => {
  test.each(
    table(`
    Rossi è in ritardo => it search: Rossi ritardo
    il treno è in ritardo => it search: treno ritardo
    non so cosa fare => it search: fare
    devo chiamare Rossi? => it search?: chiamare Rossi
    ho chiamato Rossi ieri => it search?: chiamato Rossi ieri
    domani è festa => it search: domani festa
    la cantina è in fondo alla strada => it search: cantina fondo strada
    numero importatore Norvegia => it search: numero importatore Norvegia
    la spedizione di ieri => it search: spedizione ieri
  `),
  )('%s', (message, expected) => {
    expect(understood(message)).toBe(expected);
  });
});

describe('saluti, e quello che serve un modello', () => {
  test.each(
    table(`
    ciao => it hello
    Buongiorno! => it hello
    grazie mille => it thanks
    cosa sai fare? => it help
    aiutami a pianificare il lancio => it ideas
    suggerisci le prossime tre attività => it ideas
    dammi qualche idea per il lancio => it ideas
    aggiungi un'attività => it untitled
  `),
  )('%s', (message, expected) => {
    expect(understood(message)).toBe(expected);
  });
});

describe('su una nota', () => {
  test.each(
    table(`
    riassumi questa nota => it about
    di cosa parla questa nota? => it about
    suggerisci attività da questa nota => it tasksWithin
    quali altre note parlano di questo? => it related
    suddividi questa attività => it tasksWithin
    cosa è in ritardo? => it list: overdue
  `),
  )('%s', (message, expected) => {
    expect(understood(message, true)).toBe(expected);
  });
});

test('più righe sono più attività, nel progetto del titolo, e si dice quante non lo sono', () => {
  expect(understood('comprare le cornici\nmandare le bozze a Rossi lunedi\nsolo due parole qui')).toBe(
    'it items: Comprare le cornici / Mandare le bozze a Rossi | 2026-11-23 ~rossi (1 left out)',
  );
  expect(understood('Da fare per Customer dashboard:\n- contrasti\n- accesso entro venerdì, alta')).toBe(
    'it items: Contrasti @dashboard / Accesso | 2026-11-27 !high @dashboard',
  );
});
