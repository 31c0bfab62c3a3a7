import { z } from 'zod';

/** What led to a suggestion: a talk, a note, or a task or date. */
export const suggestionOriginSchema = z.enum(['conversations', 'notes', 'tasks']);
export type SuggestionOrigin = z.infer<typeof suggestionOriginSchema>;

/** What the address of the list says. Nonsense is left out. */
export const inboxSearchSchema = z.object({ from: suggestionOriginSchema.optional().catch(undefined) });
export type InboxSearch = z.output<typeof inboxSearchSchema>;
