import type { PromptText } from '../../../../contracts/prompt.ts';
import { basePrompt } from './basePrompt.ts';
import { blocksPrompt } from './blocksPrompt.ts';
import { briefPrompt } from './briefPrompt.ts';
import { generalPrompt } from './generalPrompt.ts';
import { knowledgePrompt } from './knowledgePrompt.ts';
import { namingPrompt } from './namingPrompt.ts';
import { plannerPrompt } from './plannerPrompt.ts';
import { projectPrompt } from './projectPrompt.ts';
import { reviewPrompt } from './reviewPrompt.ts';
import { routingPrompt } from './routingPrompt.ts';

/** Every prompt there is, for the user to read. */
export function listPrompts(): PromptText[] {
  return [
    { name: 'base', ...basePrompt },
    { name: 'blocks', ...blocksPrompt },
    { name: 'general', ...generalPrompt },
    { name: 'knowledge', ...knowledgePrompt },
    { name: 'project', ...projectPrompt },
    { name: 'planner', ...plannerPrompt },
    { name: 'routing', ...routingPrompt },
    { name: 'naming', ...namingPrompt },
    { name: 'brief', ...briefPrompt },
    { name: 'review', ...reviewPrompt },
  ];
}
