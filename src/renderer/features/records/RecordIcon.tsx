import { CircleUserRound, Diamond, FileText, Folder, ListChecks, ListFilter, MessageSquare } from 'lucide-react';
import type { RecordKind } from '../../../contracts/record.ts';

const ICONS = {
  client: CircleUserRound,
  project: Folder,
  task: ListChecks,
  checkpoint: Diamond,
  note: FileText,
  comment: MessageSquare,
  view: ListFilter,
} as const;

export function RecordIcon({ kind, className }: { kind: RecordKind; className?: string }) {
  const Icon = ICONS[kind];
  return <Icon aria-hidden className={className} />;
}
