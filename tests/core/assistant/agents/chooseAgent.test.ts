import { expect, test } from 'vitest';
import type { Scope } from '../../../../src/contracts/conversation.ts';
import { noteIdSchema, projectIdSchema } from '../../../../src/contracts/ids.ts';
import { chooseAgent } from '../../../../src/core/assistant/agents/chooseAgent.ts';
import { unknownId } from '../../../support/writeRecords.ts';

const workspace: Scope = { kind: 'workspace' };
const note: Scope = { kind: 'note', id: noteIdSchema.parse(unknownId) };
const project: Scope = { kind: 'project', id: projectIdSchema.parse(unknownId) };

test.each<[Scope, string, string]>([
  [workspace, 'add call Rossi tomorrow', 'project'],
  [workspace, 'what is overdue for Rossi?', 'project'],
  [workspace, 'when is the photo shoot?', 'knowledge'],
  [workspace, 'find the tariff table', 'knowledge'],
  [workspace, 'write a haiku', 'general'],
  [workspace, 'aggiungi: chiamare Rossi domani', 'project'],
  [workspace, 'cosa è in ritardo per Rossi?', 'project'],
  [workspace, 'quali sono le prossime scadenze', 'project'],
  [workspace, 'quando è il servizio fotografico', 'knowledge'],
  [workspace, 'cerca la tabella delle tariffe', 'knowledge'],
  [workspace, 'scrivi una poesia sul vino', 'general'],
  [workspace, 'füge eine Aufgabe hinzu', 'project'],
  [workspace, 'was ist für Rossi überfällig?', 'project'],
  [workspace, 'welche Aufgaben sind noch offen', 'project'],
  [workspace, 'wann ist das Fotoshooting', 'knowledge'],
  [workspace, 'suche die Tariftabelle', 'knowledge'],
  [workspace, 'schreib ein Gedicht über Wein', 'general'],
  [note, 'what does it say about shipping?', 'knowledge'],
  [note, 'aggiungi le attività di questa nota', 'project'],
  [note, 'erstelle Aufgaben daraus', 'project'],
  [note, 'di cosa parla?', 'knowledge'],
  [project, 'hello', 'project'],
])('%o %s: %s', (scope, text, agent) => {
  expect(chooseAgent(scope, text)).toBe(agent);
});
