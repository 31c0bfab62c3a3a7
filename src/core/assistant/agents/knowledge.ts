import type { Agent } from './agent.ts';
import { knowledgePrompt } from './prompts/knowledgePrompt.ts';

export const knowledgeAgent: Agent = {
  name: 'knowledge',
  description: 'Answers questions from everything in the workspace, with sources.',
  tools: ['search', 'readProject', 'listTasks', 'proposeTask', 'proposeChanges'],
  prompt: knowledgePrompt,
};
