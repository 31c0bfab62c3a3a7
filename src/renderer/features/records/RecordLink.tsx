import type { ReactNode } from 'react';
import type { RecordKind } from '../../../contracts/record.ts';
import { cn } from '../../lib/cn.ts';
import { useOpenRecord } from './useOpenRecord.ts';

interface RecordLinkProps {
  record: { kind: RecordKind; id: string };
  /** Without the underline, for a whole row. */
  isPlain?: boolean;
  className?: string;
  children: ReactNode;
}

/** Words that open a record. */
export function RecordLink({ record, isPlain = false, className, children }: RecordLinkProps) {
  const openRecord = useOpenRecord();
  return (
    <a
      // A real address, so that it is a link to assistive technology; the click goes through the router.
      href={`#${record.kind}/${record.id}`}
      className={cn(!isPlain && 'record-link', className)}
      onClick={(event) => {
        event.preventDefault();
        openRecord(record);
      }}
    >
      {children}
    </a>
  );
}
