import { ChevronRight } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Step } from '../../../contracts/conversation.ts';
import { formatDuration } from '../../i18n/format.ts';
import { cn } from '../../lib/cn.ts';
import { describeArguments, describeStep, describeSteps } from './describeStep.ts';

/** What the assistant did on the way, in one line; open, each step with what it was asked, what came of it and how long it took. */
export function Steps({ steps }: { steps: readonly Step[] }) {
  const { t } = useTranslation('chat');
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  if (steps.length === 0) return null;
  const isRunning = steps.some((step) => step.state === 'running');
  const durations = steps.flatMap((step) => (step.duration === null ? [] : [step.duration]));
  return (
    <div className="type-meta text-muted-foreground">
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setIsOpen(!isOpen)}
        className="-mx-1 flex min-h-6 w-[calc(100%+8px)] items-center gap-1.5 rounded-sm px-1 transition-state hover:text-foreground focus-inset"
      >
        <ChevronRight
          aria-hidden
          className={cn('icon-14 transition-transform duration-(--dur-fast)', isOpen && 'rotate-90')}
        />
        <span className="truncate first-letter:uppercase">{describeSteps(steps, t)}</span>
        {!isRunning && durations.length > 0 ? (
          <span className="ml-auto flex-none pl-3 tabular-nums">
            {formatDuration(durations.reduce((sum, duration) => sum + duration, 0))}
          </span>
        ) : null}
      </button>
      <ol id={id} hidden={!isOpen} className="mt-1 ml-[7px] grid gap-1.5 border-l border-hairline py-1 pl-3">
        {steps.map((step) => (
          <li key={step.id} className="flex items-baseline gap-3">
            <span className="min-w-0">
              <span className="block text-foreground first-letter:uppercase">{describeStep(step, t)}</span>
              {Object.keys(step.arguments).length === 0 ? null : (
                <span className="block type-code break-words">{describeArguments(step)}</span>
              )}
              {step.result === undefined || step.result === '' ? null : (
                <span
                  dir="auto"
                  className="mt-0.5 line-clamp-6 block break-words whitespace-pre-line select-text"
                  title={step.result}
                >
                  {step.result}
                </span>
              )}
            </span>
            {step.duration === null ? null : (
              <span className="ml-auto flex-none tabular-nums">{formatDuration(step.duration)}</span>
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}
