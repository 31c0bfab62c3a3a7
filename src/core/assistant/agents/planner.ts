import type { Agent } from './agent.ts';
import { plannerPrompt } from './prompts/plannerPrompt.ts';

export const plannerAgent: Agent = {
  name: 'planner',
  description: 'Breaks a goal into checkpoints and tasks with dates, suggested as one plan.',
  tools: ['search', 'readProject', 'listTasks', 'proposePlan', 'proposeChanges', 'proposeTask', 'proposeCheckpoint'],
  prompt: plannerPrompt,
};
