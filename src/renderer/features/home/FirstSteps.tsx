import { Link } from '@tanstack/react-router';
import { FileText, Folder, type LucideIcon, Sparkles } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NAME_MAX } from '../../../contracts/text.ts';
import { Input } from '../../components/ui/Input.tsx';
import { cn } from '../../lib/cn.ts';
import { useChat } from '../chat/useChat.ts';
import { useNewNote } from '../notes/useNewNote.ts';
import { useSettings, useUpdateSettings } from '../settings/useSettings.ts';

/** Home of a workspace with nothing in it: the way forward as the real control, and three quiet others. */
export function FirstSteps({ quickAdd }: { quickAdd: ReactNode }) {
  const { t } = useTranslation('home');
  const chat = useChat();
  const newNote = useNewNote();
  return (
    <div className="w-140 max-w-full">
      <p className="text-pretty text-muted-foreground">{t('first.body')}</p>
      <div className="mt-5">{quickAdd}</div>
      <h2 className="mt-8 mb-1 type-section font-semibold">{t('first.or')}</h2>
      <ul>
        <li>
          <Link to="/projects" search={{ new: 'project' }} className={step}>
            <Step icon={Folder} title={t('first.project')} body={t('first.projectBody')} />
          </Link>
        </li>
        <li>
          <button
            type="button"
            className={cn(step, 'w-[calc(100%+20px)]')}
            onClick={() => {
              newNote.create(null);
            }}
          >
            <Step icon={FileText} title={t('first.note')} body={t('first.noteBody')} />
          </button>
        </li>
        <li>
          <button type="button" className={cn(step, 'w-[calc(100%+20px)]')} onClick={() => chat.open()}>
            <Step icon={Sparkles} isAssistant title={t('first.ask')} body={t('first.askBody')} />
          </button>
        </li>
      </ul>
      <YourName />
    </div>
  );
}

const step = '-mx-2.5 flex h-14 items-center gap-3 rounded-md px-2.5 transition-state hover:bg-accent focus-inset';

function Step({
  icon: Icon,
  title,
  body,
  isAssistant = false,
}: {
  icon: LucideIcon;
  title: string;
  body: string;
  isAssistant?: boolean;
}) {
  return (
    <>
      <Icon aria-hidden className={isAssistant ? 'text-assistant' : 'text-muted-foreground'} />
      <span className="min-w-0">
        <span className="block font-medium">{title}</span>
        <span className="block truncate type-meta text-muted-foreground">{body}</span>
      </span>
    </>
  );
}

/** Asked once, here, and always to be changed in Settings. */
function YourName() {
  const { t } = useTranslation('home');
  const { userName } = useSettings();
  const updateSettings = useUpdateSettings();
  const [name, setName] = useState(userName);
  const keep = (): void => {
    if (name.trim() !== userName) updateSettings({ userName: name });
  };
  return (
    <div className="mt-6 flex items-center gap-6 border-t border-hairline pt-5">
      <label htmlFor="first-name" className="min-w-0 flex-1">
        <span className="block font-medium">{t('first.name')}</span>
        <span className="block type-meta text-muted-foreground">{t('first.nameBody')}</span>
      </label>
      <Input
        id="first-name"
        className="w-56"
        value={name}
        maxLength={NAME_MAX}
        autoComplete="name"
        onChange={(event) => setName(event.target.value)}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key === 'Enter') keep();
        }}
      />
    </div>
  );
}
