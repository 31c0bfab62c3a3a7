import type { Agent } from './agent.ts';
import { generalPrompt } from './prompts/generalPrompt.ts';

export const generalAgent: Agent = {
  name: 'general',
  description: 'Everything else: writing, thinking aloud, questions about the world.',
  tools: ['search', 'readProject', 'listTasks', 'proposeTask', 'proposeCheckpoint', 'proposeChanges'],
  prompt: generalPrompt,
};
