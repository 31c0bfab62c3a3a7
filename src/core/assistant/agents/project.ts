import type { Agent } from './agent.ts';
import { projectPrompt } from './prompts/projectPrompt.ts';

export const projectAgent: Agent = {
  name: 'project',
  description: 'Works on one project, client or task: what is due, what comes next, new tasks and checkpoints.',
  tools: ['search', 'readProject', 'listTasks', 'proposeTask', 'proposeCheckpoint', 'proposeChanges'],
  prompt: projectPrompt,
};
