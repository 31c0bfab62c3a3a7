/** One tool call as the model wrote it. `arguments` should be JSON and may be anything. */
export interface ModelCall {
  readonly id: string;
  readonly name: string;
  readonly arguments: string;
  /** What the provider wants back with the call (Gemini's thought signature); absent where it wants nothing. */
  readonly signature?: string | undefined;
}

/** What the model is shown, oldest first. */
export type ModelMessage =
  | { readonly role: 'system' | 'user'; readonly text: string }
  | AssistantMessage
  | { readonly role: 'tool'; readonly text: string; readonly callId: string };

export interface AssistantMessage {
  readonly role: 'assistant';
  readonly text: string;
  readonly calls: readonly ModelCall[];
}

export interface ModelTool {
  readonly name: string;
  readonly description: string;
  /** JSON Schema. */
  readonly parameters: Readonly<Record<string, unknown>>;
}

export interface ModelRequest {
  readonly messages: readonly ModelMessage[];
  readonly tools: readonly ModelTool[];
  /** `none`: the tools are known but not to be called. */
  readonly toolChoice: 'auto' | 'none';
}

export interface ModelReply {
  readonly text: string;
  readonly calls: readonly ModelCall[];
  /** null where the provider does not say. */
  readonly inputTokens: number | null;
  readonly outputTokens: number | null;
}

/** A call's arguments as an object: a server may refuse its own malformed ones, so those go back as none. */
export function argumentsOf({ arguments: text }: ModelCall): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
  } catch {
    return {};
  }
}
