import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Attachment, ATTACHMENTS_MAX } from '../../../../contracts/attachment.ts';
import { describeError } from '../../../i18n/describeError.ts';
import { readRecord } from '../../search/useRecentRecords.ts';
import { useChatAttachments } from '../useChat.ts';
import { readTextFile } from './readTextFile.ts';
import type { AddressedRecord } from './recordOfAddress.ts';

export interface Attachments {
  readonly items: readonly Attachment[];
  /** Why the last thing could not be attached, as a sentence. */
  readonly problem: string | null;
  add(attachment: Attachment): void;
  addFiles(files: readonly File[]): Promise<void>;
  addRecords(records: readonly AddressedRecord[]): Promise<void>;
  remove(place: number): void;
  forgetProblem(): void;
}

/** What goes with the next message. */
export function useAttachments(): Attachments {
  const { t } = useTranslation('chat');
  const [items, change] = useChatAttachments();
  const [problem, setProblem] = useState<string | null>(null);

  /** Each of them once, as many as there is room for. */
  const addAll = (added: readonly Attachment[]): void =>
    change((known) => {
      const fresh = added.filter((attachment, place) => isNew(attachment, [...known, ...added.slice(0, place)]));
      if (known.length + fresh.length > ATTACHMENTS_MAX) setProblem(t('attach.tooMany', { count: ATTACHMENTS_MAX }));
      return [...known, ...fresh].slice(0, ATTACHMENTS_MAX);
    });

  return {
    items,
    problem,
    add(attachment) {
      setProblem(null);
      addAll([attachment]);
    },
    async addFiles(files) {
      setProblem(null);
      const read = await Promise.all(files.slice(0, ATTACHMENTS_MAX + 1).map(readTextFile));
      const place = read.findIndex((result) => typeof result === 'string');
      const reason = read[place];
      if (typeof reason === 'string') setProblem(t(`attach.problem.${reason}`, { name: files[place]?.name ?? '' }));
      addAll(read.filter((result) => typeof result !== 'string'));
    },
    async addRecords(records) {
      setProblem(null);
      try {
        const named = await Promise.all(
          records.slice(0, ATTACHMENTS_MAX + 1).map(async ({ kind, id }) => {
            const { title } = await readRecord({ kind, id });
            return { kind: 'record' as const, recordKind: kind, id, title };
          }),
        );
        addAll(named);
      } catch (error) {
        setProblem(describeError(error));
      }
    },
    remove(place) {
      setProblem(null);
      change((known) => known.toSpliced(place, 1));
    },
    forgetProblem: () => setProblem(null),
  };
}

function isNew(attachment: Attachment, known: readonly Attachment[]): boolean {
  return !known.some((other) =>
    attachment.kind === 'record'
      ? other.kind === 'record' && other.id === attachment.id
      : other.kind === 'file' && other.name === attachment.name && other.text === attachment.text,
  );
}
