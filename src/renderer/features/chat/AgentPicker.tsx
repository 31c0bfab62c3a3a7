import { ChevronDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { agentNameSchema } from '../../../contracts/agent.ts';
import { Menu, MenuContent, MenuRadioGroup, MenuRadioItem, MenuTrigger } from '../../components/ui/Menu.tsx';
import { Tooltip } from '../../components/ui/Tooltip.tsx';
import { useChatSession } from './useChat.ts';

const AUTOMATIC = 'automatic';
const CHOICES = [AUTOMATIC, ...agentNameSchema.options] as const;

/** Who answers: whoever fits the question, or the agent that the user pins. */
export function AgentPicker() {
  const { t } = useTranslation('chat');
  const [{ agent }, session] = useChatSession();
  const chosen = agent ?? AUTOMATIC;
  return (
    <Menu>
      <Tooltip label={t('agent.title')} side="top">
        <MenuTrigger
          aria-label={t('agent.chosen', { name: t(`agent.${chosen}.name`) })}
          className="inline-flex h-7 flex-none items-center gap-1 rounded-sm px-2 type-meta text-muted-foreground transition-state hover:bg-accent hover:text-foreground focus-inset data-[state=open]:bg-accent"
        >
          {t(`agent.${chosen}.name`)}
          <ChevronDown aria-hidden className="icon-12" />
        </MenuTrigger>
      </Tooltip>
      <MenuContent align="end" side="top" className="w-64">
        <MenuRadioGroup
          value={chosen}
          onValueChange={(value) => session.setAgent(agentNameSchema.safeParse(value).data ?? null)}
        >
          {CHOICES.map((choice) => (
            <MenuRadioItem key={choice} value={choice}>
              <span className="min-w-0">
                <span className="block">{t(`agent.${choice}.name`)}</span>
                <span className="block type-meta text-pretty text-muted-foreground">{t(`agent.${choice}.body`)}</span>
              </span>
            </MenuRadioItem>
          ))}
        </MenuRadioGroup>
      </MenuContent>
    </Menu>
  );
}
