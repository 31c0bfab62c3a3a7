// Every table of the workspace, for drizzle-kit and for typed queries. Each feature declares its own beside its code.
export { activity } from '../activity/tables.ts';
export * from '../assistant/tables.ts';
export * from '../changes/tables.ts';
export { checkpoints } from '../records/checkpoint.ts';
export { clients } from '../records/client.ts';
export { comments } from '../records/comment.ts';
export { noteDrafts, noteRecoveries, notes } from '../records/note.ts';
export { projects } from '../records/project.ts';
export * from '../records/taskTables.ts';
export { views } from '../records/view.ts';
export * from '../search/tables.ts';
export { settings } from '../settings.ts';
export { trash } from '../trash/tables.ts';
