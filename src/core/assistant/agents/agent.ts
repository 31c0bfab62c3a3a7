import type { AgentName } from '../../../contracts/agent.ts';

/** One specialist of the assistant. */
export interface Agent {
  readonly name: AgentName;
  /** For whoever chooses an agent: what it is good for. */
  readonly description: string;
  /** Names of the tools it may call. */
  readonly tools: readonly string[];
  readonly prompt: Prompt;
}

/** Text for a model. `version` grows with each change of the text, so that answers can be told apart by it. */
export interface Prompt {
  readonly version: number;
  readonly text: string;
}
