import { AIMessage, type BaseMessage, HumanMessage, SystemMessage, ToolMessage } from '@langchain/core/messages';
import { argumentsOf, type AssistantMessage, type ModelMessage } from './modelRequest.ts';
import type { Wire } from './wires/wire.ts';

/** Messages as LangChain's packages take them. */
export function toLangChain(messages: readonly ModelMessage[], wire: Pick<Wire, 'messageOf'>): BaseMessage[] {
  return messages.map((message) => {
    switch (message.role) {
      case 'system':
        return new SystemMessage(message.text);
      case 'user':
        return new HumanMessage(message.text);
      case 'assistant':
        return message.calls.length > 0 && wire.messageOf !== undefined ? wire.messageOf(message) : answerOf(message);
      case 'tool':
        return new ToolMessage({ content: message.text, tool_call_id: message.callId });
    }
  });
}

function answerOf({ text, calls }: AssistantMessage): AIMessage {
  return new AIMessage({
    content: text,
    tool_calls: calls.map((call) => ({
      type: 'tool_call',
      id: call.id,
      name: call.name,
      args: argumentsOf(call),
    })),
  });
}
