import type { Scope } from '../../../contracts/conversation.ts';
import { foldText } from '../../../language/compile.ts';
import { isQuestion } from '../offline/wording/isQuestion.ts';
import { rankLanguages } from '../offline/wording/detectLanguage.ts';
import { type AgentName, agentNameSchema } from '../../../contracts/agent.ts';
import type { Agent } from './agent.ts';
import { generalAgent } from './general.ts';
import { knowledgeAgent } from './knowledge.ts';
import { plannerAgent } from './planner.ts';
import { projectAgent } from './project.ts';

export const agents: Readonly<Record<AgentName, Agent>> = {
  project: projectAgent,
  knowledge: knowledgeAgent,
  planner: plannerAgent,
  general: generalAgent,
};

/** Whether a word is an agent's name. */
export function isAgentName(word: string): word is AgentName {
  return agentNameSchema.safeParse(word).success;
}

/** Who answers, by rule: where the question was asked, then what it says. */
export function chooseAgent(scope: Scope, text: string): AgentName {
  const words = foldText(text.normalize('NFC')).trim();
  const languages = rankLanguages(text);
  const adds = languages.some(({ asksToAdd }) => asksToAdd.test(words));
  // "Plan my week" looks at what is there; a goal has to be broken into steps first.
  if (languages.some(({ breaksDown, plan }) => breaksDown.test(words) && !plan.test(words))) return 'planner';
  switch (scope.kind) {
    case 'project':
    case 'client':
    case 'task':
      return 'project';
    case 'note':
      return adds ? 'project' : 'knowledge';
    case 'workspace':
      if (adds || languages.some(({ work }) => work.test(words))) return 'project';
      return languages.some((wording) => isQuestion(text, wording) || wording.searchVerb.test(words))
        ? 'knowledge'
        : 'general';
  }
}
