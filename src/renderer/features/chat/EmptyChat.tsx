import { Sparkles } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Scope } from '../../../contracts/conversation.ts';
import { useScopeName } from './useScopeName.ts';

/** A conversation that has not begun: a few questions that lead somewhere, by what the screen is about. */
export function EmptyChat({ scope, onAsk }: { scope: Scope; onAsk: (text: string) => void }) {
  const { t } = useTranslation('chat');
  const name = useScopeName(scope);
  const questions = t(`empty.${scope.kind}`, { returnObjects: true, name: name?.name ?? '' });
  return (
    <div className="mt-auto grid gap-3 pb-2">
      <div>
        <h3 className="font-medium">{t('empty.title')}</h3>
        <p className="mt-1 type-section text-pretty text-muted-foreground">{t('empty.body')}</p>
      </div>
      <ul className="-mx-2 grid">
        {questions.map((question) => (
          <li key={question}>
            <button
              type="button"
              onClick={() => onAsk(question)}
              className="flex w-full items-center gap-2.5 rounded-md px-2 py-1.5 transition-state hover:bg-accent focus-inset"
            >
              <Sparkles aria-hidden className="icon-14 text-assistant" />
              <span className="min-w-0 text-pretty">{question}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
