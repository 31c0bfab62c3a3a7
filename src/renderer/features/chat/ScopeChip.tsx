import { Plus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Scope } from '../../../contracts/conversation.ts';
import { Swatch } from '../../components/ui/Swatch.tsx';
import { RecordIcon } from '../records/RecordIcon.tsx';
import { type ScopeName, useScopeName } from './useScopeName.ts';

interface ScopeChipProps {
  /** What the next message is about. */
  scope: Scope;
  /** What the screen behind is about: offered where the message is about nothing in particular. */
  offered: Scope;
  onChange: (scope: Scope) => void;
}

/** What the next message is about, to be taken away; or the screen's own scope, to be added. */
export function ScopeChip({ scope, offered, onChange }: ScopeChipProps) {
  const { t } = useTranslation('chat');
  const name = useScopeName(scope);
  const offeredName = useScopeName(offered);
  if (name !== null) {
    return (
      <span className="inline-flex h-7 min-w-0 items-center gap-1.5 rounded-sm bg-chip pr-0.5 pl-2.5 type-meta">
        <ScopeMark scope={scope} name={name} />
        <span className="truncate" dir="auto">
          {name.name}
        </span>
        <button
          type="button"
          aria-label={t('scope.remove', { name: name.name })}
          title={t('scope.removeHint')}
          onClick={() => onChange({ kind: 'workspace' })}
          className="grid size-6 flex-none place-items-center rounded-sm text-muted-foreground transition-state hover:bg-accent hover:text-foreground focus-inset"
        >
          <X aria-hidden className="icon-12" />
        </button>
      </span>
    );
  }
  if (offeredName === null || scope.kind !== 'workspace')
    return <span className="type-meta text-muted-foreground">{t('scope.workspace')}</span>;
  return (
    <button
      type="button"
      onClick={() => onChange(offered)}
      aria-label={t('scope.add', { name: offeredName.name })}
      className="inline-flex h-7 min-w-0 items-center gap-1.5 rounded-sm px-2 -ml-1 type-meta text-muted-foreground transition-state hover:bg-accent hover:text-foreground focus-inset"
    >
      <Plus aria-hidden className="icon-12" />
      <span className="truncate" dir="auto">
        {offeredName.name}
      </span>
    </button>
  );
}

function ScopeMark({ scope, name }: { scope: Scope; name: ScopeName }) {
  if (name.color !== null) return <Swatch color={name.color} shape={scope.kind === 'client' ? 'client' : 'project'} />;
  if (scope.kind === 'workspace') return null;
  return <RecordIcon kind={scope.kind} className="icon-14 text-muted-foreground" />;
}
