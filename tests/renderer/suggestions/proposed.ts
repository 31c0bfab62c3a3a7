import { runIdSchema, suggestionIdSchema } from '../../../src/contracts/ids.ts';
import type { ProposedChange, StaleRecord, Suggestion } from '../../../src/contracts/suggestion.ts';

export const words = {
  today: '2026-11-21',
  projectName: (id: string) => (id === 'shop' ? 'Wine shop' : undefined),
  clientName: () => undefined,
};

let count = 0;

/** A pending suggestion of one edit, with what a test is about. */
export function proposed(given: Partial<Suggestion> = {}): Suggestion {
  count += 1;
  return {
    id: suggestionIdSchema.parse(`0192f0c1-2f7e-7c3a-9a51-${String(count).padStart(12, '0')}`),
    state: 'pending',
    kind: 'changes',
    title: 'Move it',
    changes: [change()],
    projectId: null,
    agent: 'project',
    conversationId: null,
    runId: runIdSchema.parse('0192f0c1-2f7e-7c3a-9a51-0000000000a1'),
    source: null,
    createdAt: 0,
    resolvedAt: null,
    reason: null,
    changeSetId: null,
    stale: [],
    ...given,
  };
}

export function change(given: Partial<ProposedChange> = {}): ProposedChange {
  return {
    operation: 'update',
    recordKind: 'task',
    recordId: 'quote',
    baseVersion: 1,
    title: 'Quote',
    before: { dueDate: '2026-11-19' },
    after: { dueDate: '2026-11-23' },
    ...given,
  };
}

export function stale(given: Partial<StaleRecord> = {}): StaleRecord {
  return {
    recordKind: 'task',
    recordId: 'quote',
    title: 'Quote',
    version: 2,
    changed: { dueDate: '2026-11-24' },
    changedBy: 'user',
    changedAt: new Date('2026-11-21T09:20').getTime(),
    ...given,
  };
}
