import { z } from 'zod';

/** The specialists of the assistant. */
export const agentNameSchema = z.enum(['project', 'knowledge', 'planner', 'general']);
export type AgentName = z.infer<typeof agentNameSchema>;
