import { type Conversation, conversationSchema, type Scope } from '../../contracts/conversation.ts';
import type { conversations } from './tables.ts';

/** A row as contracts know it. @throws ZodError where the row was written by something else. */
export function conversationOfRow(row: typeof conversations.$inferSelect, isRunning: boolean): Conversation {
  const { scopeKind, scopeId, ...rest } = row;
  return conversationSchema.parse({ ...rest, isRunning, scope: scopeOfColumns(scopeKind, scopeId) });
}

/** A scope as two columns hold it; parsed by whoever uses it. */
export function scopeOfColumns(kind: string, id: string | null): unknown {
  return id === null ? { kind } : { kind, id };
}

export function columnsOfScope(scope: Scope): { scopeKind: string; scopeId: string | null } {
  return { scopeKind: scope.kind, scopeId: scope.kind === 'workspace' ? null : scope.id };
}
