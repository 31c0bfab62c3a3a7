import { CalendarDays } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { BriefKey, BriefListItem } from '../../../contracts/brief.ts';
import { IconButton } from '../../components/ui/IconButton.tsx';
import { Menu, MenuContent, MenuRadioGroup, MenuRadioItem, MenuTrigger } from '../../components/ui/Menu.tsx';
import { useToday } from '../../lib/useToday.ts';
import { briefTitle } from './briefTitle.ts';

interface EarlierBriefsProps {
  kept: readonly BriefListItem[];
  shown: BriefKey;
  onRead: (key: BriefKey) => void;
}

/** The briefs that are kept, to read one of them again. */
export function EarlierBriefs({ kept, shown, onRead }: EarlierBriefsProps) {
  const { t } = useTranslation('home');
  const today = useToday();
  return (
    <Menu>
      <MenuTrigger asChild>
        <IconButton label={t('brief.earlier')} size="row">
          <CalendarDays aria-hidden />
        </IconButton>
      </MenuTrigger>
      <MenuContent align="end" className="max-h-80">
        <MenuRadioGroup
          value={nameOf(shown)}
          onValueChange={(name) => {
            const chosen = kept.find((item) => nameOf(item) === name);
            if (chosen !== undefined) onRead({ kind: chosen.kind, day: chosen.day });
          }}
        >
          {kept.map((item) => (
            <MenuRadioItem key={nameOf(item)} value={nameOf(item)} className="tabular-nums">
              {briefTitle(item, today)}
            </MenuRadioItem>
          ))}
        </MenuRadioGroup>
      </MenuContent>
    </Menu>
  );
}

const nameOf = ({ kind, day }: BriefKey): string => `${kind} ${day}`;
