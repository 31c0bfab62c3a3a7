import type { Scope } from '../../../contracts/conversation.ts';
import type { Agent, AgentName } from './agent.ts';
import { generalAgent } from './general.ts';
import { knowledgeAgent } from './knowledge.ts';
import { projectAgent } from './project.ts';

export const agents: Readonly<Record<AgentName, Agent>> = {
  project: projectAgent,
  knowledge: knowledgeAgent,
  general: generalAgent,
};

const WORK =
  /\b(?:tasks?|to-?dos?|checkpoints?|milestones?|deadlines?|due|overdue|remind|plan|schedule|project|clients?)\b/iu;
const ADD = /^\s*(?:add|create|make|new|suggest|propose|plan|schedule|remind)\b/iu;
const LOOK_UP =
  /\?\s*$|^\s*(?:who|what|when|where|which|why|how|find|search|show|look|did|do|does|is|are|was|were|has|have)\b/iu;

/** Who answers, by rule: where the question was asked, then what it says. */
export function chooseAgent(scope: Scope, text: string): AgentName {
  switch (scope.kind) {
    case 'project':
    case 'client':
    case 'task':
      return 'project';
    case 'note':
      return ADD.test(text) ? 'project' : 'knowledge';
    case 'workspace':
      if (ADD.test(text) || WORK.test(text)) return 'project';
      return LOOK_UP.test(text) ? 'knowledge' : 'general';
  }
}
