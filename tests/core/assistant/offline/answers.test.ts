import { describe, expect, test } from 'vitest';
import type { Scope } from '../../../../src/contracts/conversation.ts';
import { createTestWorkspace, type TestWorkspace } from '../../../support/createTestWorkspace.ts';
import { create } from '../../../support/writeRecords.ts';
import { ask, pendingSuggestions } from '../ask.ts';

/** A workspace on a Saturday, with something done last week, late, due, ahead and written down. */
async function openStudio(): Promise<TestWorkspace & { note: Scope }> {
  const studio = await createTestWorkspace();
  const { workspace, ports } = studio;
  ports.clock.set('2026-11-12T10:00:00Z');
  const client = create(workspace, 'client', { name: 'Rossi Vini' });
  const project = create(workspace, 'project', { name: 'Wine shop', clientId: client.id });
  create(workspace, 'task', { title: 'Labels', projectId: project.id, status: 'done' });
  const note = create(workspace, 'note', {
    title: 'Shipping',
    content:
      'La spedizione in Norvegia vuole il numero. Der Versand nach Norwegen braucht die Nummer. Norway needs it.',
  });
  ports.clock.set('2026-11-21T09:00:00Z');
  const addTask = (fields: object): unknown => create(workspace, 'task', { projectId: project.id, ...fields });
  addTask({ title: 'Quote', dueDate: '2026-11-13', priority: 'high' });
  addTask({ title: 'Proofs', dueDate: '2026-11-20', dueTime: '15:00' });
  addTask({ title: 'Call', dueDate: '2026-11-27' });
  create(workspace, 'checkpoint', { title: 'Launch', date: '2026-12-01', projectId: project.id });
  return Object.assign(studio, { note: { kind: 'note', id: note.id } as const });
}

/** A question, and the whole answer to it. */
type Dialogue = readonly (readonly [question: string, answer: string])[];
/** A question that is asked on the note begins so. */
const ON_NOTE = '(note) ';

const english: Dialogue = [
  [
    'what is overdue for Rossi?',
    '2 tasks are overdue for Rossi Vini:\n\n- **Quote**, Friday 13 November, high priority [1]\n- **Proofs**, yesterday at 15:00 [2]',
  ],
  ['what is due today?', 'Nothing is due today.'],
  ['what is due next week?', '1 task is due next week:\n\n- **Call**, Friday [1]'],
  ['what did I do last week?', 'You finished 1 task last week:\n\n- **Labels** [1]'],
  ['what did I do yesterday?', 'No task was finished yesterday.'],
  ['next checkpoints', 'The next checkpoint:\n\n- **Launch**, Tuesday 1 December, Wine shop [1]'],
  ['what is pending approval?', 'No suggestion waits for your approval.'],
  [
    'what does Norway need?',
    'This is what I found in 1 record:\n\n- **Shipping** (note): “La spedizione in Norvegia vuole il numero. Der Versand nach Norwegen braucht die Nummer. **Norway** **needs** it.” [1]',
  ],
  ['who is Nobody?', 'I found nothing about that in the workspace.'],
  ['thanks!', 'You are welcome.'],
  [
    'what can you do?',
    'Without a model I search your workspace, list what is due or overdue, and turn sentences like “call Rossi tomorrow at 10, high” into suggestions.',
  ],
  ['add a task', 'I did not see what it is called. Write it like “call Rossi tomorrow at 10, high”.'],
  [
    'send the report every 2 weeks on Monday at 9 until 31 March, in Wine shop\nbook the photographer\njust some words',
    'I suggest these 2, for you to approve:\n\n- **Send the report**, Monday at 09:00, every 2 weeks on Monday, until Wednesday 31 March 2027, in Wine shop\n- **Book the photographer**\n\nI left out 1 line that did not read like a task.',
  ],
  [
    '(note) summarise this note',
    'A summary needs a language model. This is what **Shipping** says: [1]\n\n> La spedizione in Norvegia vuole il numero. Der Versand nach Norwegen braucht die Nummer. Norway needs it.  ',
  ],
  [
    '(note) suggest tasks from this note',
    'I found no open check box and no list item that begins with a verb here. For ideas of my own I need a language model, which you can add in Settings.',
  ],
  [
    'what changed since yesterday?',
    '- **Launch** [1] is new\n- **Call** [2] is new\n- **Proofs** [3] is new\n- **Quote** [4] is new',
  ],
];

const italian: Dialogue = [
  [
    'cosa è in ritardo per Rossi?',
    '2 attività sono in ritardo per Rossi Vini:\n\n- **Quote**, venerdì 13 novembre, priorità alta [1]\n- **Proofs**, ieri alle 15:00 [2]',
  ],
  ['Cosa scade oggi?', 'Non scade nulla oggi.'],
  ['cosa scade la prossima settimana?', '1 attività scade la prossima settimana:\n\n- **Call**, venerdì [1]'],
  ['cosa ho fatto la settimana scorsa?', 'Hai completato 1 attività la settimana scorsa:\n\n- **Labels** [1]'],
  ['cosa ho fatto ieri?', 'Nessuna attività è stata completata ieri.'],
  ['prossimi checkpoint', 'Il prossimo checkpoint:\n\n- **Launch**, martedì 1º dicembre, Wine shop [1]'],
  ['cosa è in attesa di approvazione?', 'Nessun suggerimento aspetta la tua approvazione.'],
  [
    'cosa resta da fare in Wine shop?',
    '3 attività sono aperte nel progetto Wine shop:\n\n- **Quote**, venerdì 13 novembre, priorità alta [1]\n- **Proofs**, ieri alle 15:00 [2]\n- **Call**, venerdì [3]',
  ],
  [
    'cosa ha detto Anna sulla spedizione?',
    'Ecco che cosa ho trovato in 1 elemento:\n\n- **Shipping** (nota): «La **spedizione** in Norvegia vuole il numero. Der Versand nach Norwegen braucht die Nummer. Norway needs it.» [1]',
  ],
  ['chi è Nessuno?', 'Non ho trovato nulla su questo nel workspace.'],
  [
    'la cantina è in fondo',
    'Non ho capito. Senza un modello cerco nel tuo workspace, elenco che cosa scade o è in ritardo e trasformo in suggerimenti frasi come «chiamare Rossi domani alle 10, alta».',
  ],
  ['grazie', 'Prego.'],
  [
    'ciao',
    'Ciao. Senza un modello cerco nel tuo workspace, elenco che cosa scade o è in ritardo e trasformo in suggerimenti frasi come «chiamare Rossi domani alle 10, alta».',
  ],
  ['aggiungi un’attività', 'Non ho trovato un titolo. Scrivilo così: «chiamare Rossi domani alle 10, alta».'],
  [
    'dammi qualche idea per il lancio',
    'Per avere idee mie mi serve un modello linguistico, che puoi aggiungere nelle impostazioni. Senza, trasformo in suggerimenti quello che scrivi: elenca le attività, una per riga, e le aggiungo.',
  ],
  [
    'chiamare Rossi domani alle 10, alta',
    'Ti suggerisco questo, da approvare:\n\n- **Chiamare Rossi**, domani alle 10:00, priorità alta, nel progetto Wine shop',
  ],
  [
    'inviare il report ogni due settimane di lunedì alle 9 fino al 31 marzo, in Wine shop\nprenotare il fotografo\nsolo due parole',
    'Ti suggerisco queste 2 cose, da approvare:\n\n- **Inviare il report**, lunedì alle 09:00, ogni 2 settimane di lunedì, fino a mercoledì 31 marzo 2027, nel progetto Wine shop\n- **Prenotare il fotografo**\n\nHo tralasciato 1 riga che non sembrava un’attività.',
  ],
  [
    'aggiungi un checkpoint Lancio il 1 dicembre',
    'Un checkpoint appartiene a un progetto. Scrivi il nome del progetto di «Lancio».',
  ],
  [
    'aggiungi un checkpoint Lancio in Wine shop',
    'Un checkpoint ha una data. Scrivi quando è «Lancio», per esempio «il 1º dicembre».',
  ],
  [
    'aggiungi un checkpoint Lancio il 1 dicembre in Wine shop',
    'Ti suggerisco questo, da approvare:\n\n- Checkpoint **Lancio**, martedì 1º dicembre, nel progetto Wine shop',
  ],
  [
    '(note) riassumi questa nota',
    'Per un riassunto serve un modello linguistico. Ecco che cosa dice **Shipping**: [1]\n\n> La spedizione in Norvegia vuole il numero. Der Versand nach Norwegen braucht die Nummer. Norway needs it.  ',
  ],
  [
    '(note) suggerisci attività da questa nota',
    'Qui non ho trovato caselle da spuntare né voci di elenco che comincino con un verbo. Per avere idee mie mi serve un modello linguistico, che puoi aggiungere nelle impostazioni.',
  ],
  [
    'cosa è cambiato da ieri?',
    '- **Launch** [1] è nuovo\n- **Call** [2] è nuovo\n- **Proofs** [3] è nuovo\n- **Quote** [4] è nuovo',
  ],
];
const german: Dialogue = [
  [
    'was ist für Rossi überfällig?',
    '2 Aufgaben sind für Rossi Vini überfällig:\n\n- **Quote**, Freitag, 13. November, hohe Priorität [1]\n- **Proofs**, gestern um 15:00 Uhr [2]',
  ],
  ['was ist heute fällig?', 'Nichts ist heute fällig.'],
  ['was ist nächste Woche fällig?', '1 Aufgabe ist nächste Woche fällig:\n\n- **Call**, Freitag [1]'],
  ['was habe ich letzte Woche gemacht?', 'Du hast letzte Woche 1 Aufgabe erledigt:\n\n- **Labels** [1]'],
  ['was habe ich gestern gemacht?', 'Es wurde gestern keine Aufgabe erledigt.'],
  ['nächste Checkpoints', 'Der nächste Checkpoint:\n\n- **Launch**, Dienstag, 1. Dezember, Wine shop [1]'],
  ['was wartet auf Freigabe?', 'Kein Vorschlag wartet auf deine Freigabe.'],
  [
    'was ist in Wine shop noch offen?',
    '3 Aufgaben sind im Projekt Wine shop offen:\n\n- **Quote**, Freitag, 13. November, hohe Priorität [1]\n- **Proofs**, gestern um 15:00 Uhr [2]\n- **Call**, Freitag [3]',
  ],
  [
    'was hat Anna zum Versand gesagt?',
    'Das habe ich in 1 Eintrag gefunden:\n\n- **Shipping** (Notiz): „La spedizione in Norvegia vuole il numero. Der **Versand** nach Norwegen braucht die Nummer. Norway needs it.“ [1]',
  ],
  ['wer ist Niemand?', 'Dazu habe ich im Workspace nichts gefunden.'],
  [
    'das Lager liegt am Ende',
    'Das habe ich nicht verstanden. Ohne Modell durchsuche ich deinen Workspace, zeige, was fällig oder überfällig ist, und mache aus Sätzen wie „Rossi morgen um 10 anrufen, hoch“ Vorschläge.',
  ],
  ['danke', 'Gern geschehen.'],
  [
    'hallo',
    'Hallo. Ohne Modell durchsuche ich deinen Workspace, zeige, was fällig oder überfällig ist, und mache aus Sätzen wie „Rossi morgen um 10 anrufen, hoch“ Vorschläge.',
  ],
  ['füge eine Aufgabe hinzu', 'Ich habe keinen Titel erkannt. Schreib es so: „Rossi morgen um 10 anrufen, hoch“.'],
  [
    'gib mir ein paar Ideen für den Launch',
    'Für eigene Ideen brauche ich ein Sprachmodell, das du in den Einstellungen hinzufügen kannst. Ohne mache ich aus dem, was du schreibst, Vorschläge: Nenn die Aufgaben, eine pro Zeile, und ich füge sie hinzu.',
  ],
  [
    'Rossi morgen um 10 anrufen, hoch',
    'Mein Vorschlag, zur Freigabe:\n\n- **Rossi anrufen**, morgen um 10:00 Uhr, hohe Priorität, im Projekt Wine shop',
  ],
  [
    'Bericht alle 2 Wochen am Montag um 9 bis 31. März schicken, in Wine shop\nFotograf buchen\nnur zwei Worte',
    'Meine 2 Vorschläge, zur Freigabe:\n\n- **Bericht schicken**, Montag um 09:00 Uhr, alle 2 Wochen am Montag, bis Mittwoch, 31. März 2027, im Projekt Wine shop\n- **Fotograf buchen**\n\nIch habe 1 Zeile ausgelassen, die nicht nach einer Aufgabe aussah.',
  ],
  [
    'füge einen Checkpoint Launch am 1. Dezember hinzu',
    'Ein Checkpoint gehört zu einem Projekt. Schreib dazu, wie das Projekt von „Launch“ heißt.',
  ],
  [
    'füge einen Checkpoint Launch in Wine shop hinzu',
    'Ein Checkpoint hat ein Datum. Schreib dazu, wann „Launch“ ist, zum Beispiel „am 1. Dezember“.',
  ],
  [
    'füge einen Checkpoint Launch am 1. Dezember in Wine shop hinzu',
    'Mein Vorschlag, zur Freigabe:\n\n- Checkpoint **Launch**, Dienstag, 1. Dezember, im Projekt Wine shop',
  ],
  [
    '(note) fasse diese Notiz zusammen',
    'Für eine Zusammenfassung brauche ich ein Sprachmodell. Das steht in **Shipping**: [1]\n\n> La spedizione in Norvegia vuole il numero. Der Versand nach Norwegen braucht die Nummer. Norway needs it.  ',
  ],
  [
    '(note) schlage Aufgaben aus dieser Notiz vor',
    'Ich habe hier kein offenes Kästchen und keinen Listenpunkt mit einem Verb gefunden. Für eigene Ideen brauche ich ein Sprachmodell, das du in den Einstellungen hinzufügen kannst.',
  ],
  [
    'was hat sich seit gestern geändert?',
    '- **Launch** [1] ist neu\n- **Call** [2] ist neu\n- **Proofs** [3] ist neu\n- **Quote** [4] ist neu',
  ],
];

describe.each([
  ['English', english],
  ['Italian', italian],
  ['German', german],
])('a question in %s is answered in it', (_language, dialogue) => {
  test('word by word', async () => {
    await using studio = await openStudio();
    const answers: [string, string][] = [];
    for (const [question] of dialogue) {
      const given = question.startsWith(ON_NOTE) ? { scope: studio.note } : {};
      answers.push([question, (await ask(studio.workspace, question.replace(ON_NOTE, ''), given)).message.content]);
    }
    expect(answers).toEqual(dialogue);
    expect(pendingSuggestions(studio.workspace).length).toBeGreaterThan(1);
  });
});

test.each([
  [
    'summarise this',
    'A summary needs a language model. This is what **Call Rossi** says: [1]\n\n> Project: Wine shop  \n> Status: to do  \n> Priority: high  \n> Due: 2026-11-27 10:00  \n> done  \n> Comment by you: done  ',
  ],
  [
    'riassumi questa attività',
    'Per un riassunto serve un modello linguistico. Ecco che cosa dice **Call Rossi**: [1]\n\n> Progetto: Wine shop  \n> Stato: da fare  \n> Priorità: alta  \n> Scadenza: 2026-11-27 10:00  \n> done  \n> Commento da te: done  ',
  ],
  [
    'fasse diese Aufgabe zusammen',
    'Für eine Zusammenfassung brauche ich ein Sprachmodell. Das steht in **Call Rossi**: [1]\n\n> Projekt: Wine shop  \n> Status: zu erledigen  \n> Priorität: hoch  \n> Fällig: 2026-11-27 10:00  \n> done  \n> Kommentar von dir: done  ',
  ],
])('facts of a record are named in the language of the question, what was written stays: %s', async (text, answer) => {
  await using studio = await openStudio();
  const { workspace } = studio;
  const [project] = workspace.projects.list({ limit: 1, cursor: null, status: 'all', isPinned: undefined }).items;
  const task = create(workspace, 'task', {
    title: 'Call Rossi',
    projectId: project?.id,
    priority: 'high',
    dueDate: '2026-11-27',
    dueTime: '10:00',
    description: 'done',
  });
  create(workspace, 'comment', { taskId: task.id, body: 'done' });
  const { message } = await ask(workspace, text, { scope: { kind: 'task', id: task.id } });
  expect(message.content).toBe(answer);
});
