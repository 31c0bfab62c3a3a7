import { Check } from 'lucide-react';
import { use, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QuestionBlock } from '../../../../contracts/block.ts';
import { Button } from '../../../components/ui/Button.tsx';
import { checkBox, checkBoxTicked } from '../../../components/ui/checkBox.ts';
import { cn } from '../../../lib/cn.ts';
import { joinChoices, readChoices, ReplyContext } from './reply.ts';

interface QuestionViewProps {
  block: QuestionBlock;
  /** An answer asks one question: what else it asks is only shown. */
  isFirst: boolean;
}

/** A question back. A press says the choice as the user's next message; an older one shows what was chosen. */
export function QuestionView({ block: { question, choices, isMultiple }, isFirst }: QuestionViewProps) {
  const { t } = useTranslation('blocks');
  const { next, say } = use(ReplyContext);
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const questionId = useId();
  const answer = isFirst ? say : null;
  const isOpen = answer !== null;
  const chosen = isOpen ? ticked : isFirst ? readChoices(next, choices, isMultiple) : [];
  const press = (choice: string): void => {
    if (!isMultiple) answer?.(choice);
    // In the order of the question, so that it can be told from the message which they were.
    else setTicked(choices.filter((one) => (one === choice ? !ticked.includes(one) : ticked.includes(one))));
  };
  return (
    <div role="group" aria-labelledby={questionId}>
      <p id={questionId} dir="auto" className="font-medium">
        {question}
      </p>
      <div className="mt-2 flex flex-wrap gap-1.5">
        {choices.map((choice) => {
          const isChosen = chosen.includes(choice);
          return (
            <Button
              key={choice}
              size="sm"
              {...(isMultiple ? { role: 'checkbox', 'aria-checked': isChosen } : { 'aria-pressed': isChosen })}
              disabled={!isOpen}
              dir="auto"
              onClick={() => press(choice)}
              className={cn(
                'h-auto min-h-7 max-w-full flex-initial py-1 text-start font-normal whitespace-normal',
                isChosen && 'bg-selected font-medium disabled:opacity-100',
              )}
            >
              {isMultiple ? (
                <span aria-hidden className={cn(checkBox, isChosen && checkBoxTicked)}>
                  {isChosen ? <Check className="icon-12" strokeWidth={2.5} /> : null}
                </span>
              ) : isChosen ? (
                <Check aria-hidden className="icon-14" />
              ) : null}
              <span className="min-w-0 break-words">{choice}</span>
            </Button>
          );
        })}
      </div>
      {isMultiple && isOpen ? (
        <Button size="sm" disabled={ticked.length === 0} onClick={() => answer(joinChoices(ticked))} className="mt-2">
          {t('question.send', { count: ticked.length })}
        </Button>
      ) : null}
    </div>
  );
}
