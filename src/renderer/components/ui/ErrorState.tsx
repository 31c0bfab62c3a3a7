import { TRPCClientError } from '@trpc/client';
import { TriangleAlert } from 'lucide-react';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorFields } from '../../../contracts/errors.ts';
import { describeError } from '../../i18n/describeError.ts';
import { errorDataOf } from '../../i18n/errorData.ts';
import { formatDuration, formatMomentExact } from '../../i18n/format.ts';
import { t } from '../../i18n/i18n.ts';
import { cn } from '../../lib/cn.ts';
import { Button } from './Button.tsx';
import { Blank } from './EmptyState.tsx';
import { showToast } from './Toast.tsx';

interface ErrorStateProps {
  /** What could not be done: "Tasks could not be read". */
  title: string;
  error: unknown;
  onRetry?: () => void;
  className?: string;
}

/** What could not be done, what happened to the data, what to do; details to copy. */
export function ErrorState({ title, error, onRetry, className }: ErrorStateProps) {
  const { t } = useTranslation();
  const details = useDetails(error);
  return (
    <Blank className={className}>
      <div role="alert">
        <TriangleAlert aria-hidden className="mb-3 text-destructive" />
        <h2 className="mb-2 type-title">{title}</h2>
        <p className="text-pretty text-muted-foreground">{sentenceOf(error)}</p>
      </div>
      <div className="mt-5 flex flex-wrap items-center gap-2">
        {onRetry === undefined ? null : (
          <Button variant="primary" onClick={onRetry}>
            {t('actions.tryAgain')}
          </Button>
        )}
        <CopyDetailsButton details={details} />
      </div>
      <dl className="mt-5 grid grid-cols-[72px_1fr] gap-y-1 rounded-lg border border-hairline bg-surface px-3.5 py-3 type-meta leading-5">
        {details.map(([label, value]) => (
          <Fragment key={label}>
            <dt className="text-muted-foreground">{label}</dt>
            <dd className="type-code leading-5 break-words">{value}</dd>
          </Fragment>
        ))}
      </dl>
    </Blank>
  );
}

/** The same in one line, for a part of a screen. */
export function ErrorLine({ title, error, onRetry, className }: ErrorStateProps) {
  const { t } = useTranslation();
  return (
    <div role="alert" className={cn('flex items-start gap-2.5 py-2', className)}>
      <TriangleAlert aria-hidden className="mt-0.5 text-destructive" />
      <div className="min-w-0">
        <p>{title}</p>
        <p className="type-meta text-muted-foreground">{sentenceOf(error)}</p>
        {onRetry === undefined ? null : (
          <Button size="sm" className="mt-2" onClick={onRetry}>
            {t('actions.tryAgain')}
          </Button>
        )}
      </div>
    </div>
  );
}

/** Why, in a sentence. What did not come from a call is a fault of the window. */
function sentenceOf(error: unknown): string {
  return isOfWindow(error) ? t('errors:fault') : describeError(error);
}

const isOfWindow = (error: unknown): boolean => error instanceof Error && !(error instanceof TRPCClientError);

type Details = readonly (readonly [label: string, value: string])[];

function useDetails(error: unknown): Details {
  const { t } = useTranslation();
  // The time it is first shown, not the time of each render.
  const [at] = useState(() => Date.now());
  const data = errorDataOf(error);
  const fields = Object.entries(data.fields).map(([name, value]) => `${name} ${fieldWords(name, value)}`);
  const query = queryOf(error);
  return [
    ...(query === null ? [] : [[t('error.query'), query] as const]),
    [
      t('error.reason'),
      [
        ...(isOfWindow(error) ? [] : [data.code]),
        ...fields,
        ...(error instanceof Error && data.kind === 'bug'
          ? [isOfWindow(error) ? `${error.name}: ${error.message}` : error.message]
          : []),
      ].join(', '),
    ],
    [t('error.time'), formatMomentExact(at)],
  ];
}

function fieldWords(name: string, value: ErrorFields[string]): string {
  if (name === 'waited' && typeof value === 'number') return formatDuration(value);
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** `tasks.list`: tRPC's error shape names the procedure. */
function queryOf(error: unknown): string | null {
  if (!(error instanceof TRPCClientError)) return null;
  const data: unknown = error.data;
  return typeof data === 'object' && data !== null && 'path' in data && typeof data.path === 'string'
    ? data.path
    : null;
}

function CopyDetailsButton({ details }: { details: Details }) {
  const { t } = useTranslation();
  return (
    <Button
      variant="ghost"
      onClick={() => {
        void navigator.clipboard
          .writeText(details.map(([label, value]) => `${label}: ${value}`).join('\n'))
          .then(() => {
            showToast({ message: t('error.copied') });
          });
      }}
    >
      {t('actions.copyDetails')}
    </Button>
  );
}
