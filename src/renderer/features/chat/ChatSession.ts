import { uuidv7 } from 'uuidv7';
import type { AgentName } from '../../../contracts/agent.ts';
import type { Attachment } from '../../../contracts/attachment.ts';
import type { AssistantRetry, AssistantSend, Message, Scope } from '../../../contracts/conversation.ts';
import type { ErrorCode } from '../../../contracts/errors.ts';
import {
  messageIdSchema,
  type ConversationId,
  type MessageId,
  type ProviderId,
  type RunId,
} from '../../../contracts/ids.ts';

/** Who is to answer instead of the default provider. */
export interface ProviderChoice {
  readonly providerId?: ProviderId;
  readonly model?: string;
}

/** A message on its way: shown until the conversation itself has it. */
export interface Outgoing {
  /** Tells one from the next: the message's id, or the new answer's where a question is asked again. */
  readonly key: MessageId;
  readonly messageId: MessageId;
  /** The message that goes, with all after it; null where this one comes at the end. */
  readonly replaces: MessageId | null;
  /** The question of the last answer is asked again; null: it is a message of its own. */
  readonly again: ProviderChoice | null;
  readonly text: string;
  /** Beside it. */
  readonly attachments: readonly Attachment[];
  readonly scope: Scope;
  readonly agent: AgentName | null;
  readonly conversationId: ConversationId | null;
  readonly state: 'sending' | 'sent' | 'failed';
  readonly runId: RunId | null;
  readonly error: unknown;
}

export interface ChatState {
  /** null: a conversation that has not begun. */
  readonly conversationId: ConversationId | null;
  /** Grows with each conversation that is shown; a new one keeps it when it gets its id. */
  readonly thread: number;
  /** Chosen by the user; null follows the conversation, or the screen behind the chat. */
  readonly scope: Scope | null;
  /** Who answers what is sent from now on; null: whoever fits the question. */
  readonly agent: AgentName | null;
  readonly outgoing: Outgoing | null;
  /** The message that the conversation was opened for; null: its end is what one wants to see. */
  readonly target: MessageId | null;
}

export interface ChatPorts {
  send(input: AssistantSend): Promise<{ runId: RunId; conversationId: ConversationId }>;
  retry(input: AssistantRetry): Promise<{ runId: RunId; conversationId: ConversationId }>;
  codeOf(error: unknown): ErrorCode;
  /** Remembers which conversation is open, so that a reload comes back to it. */
  remember(conversationId: ConversationId | null): void;
}

const RESENDS = 5;
const RESEND_AFTER = 500;

/** The conversation in the chat: which one, about what, and the message on its way. It outlives the panel. */
export class ChatSession {
  readonly #ports: ChatPorts;
  readonly #listeners = new Set<() => void>();
  #state: ChatState;
  #draft = '';
  #attachments: readonly Attachment[] = [];

  constructor(ports: ChatPorts, conversationId: ConversationId | null = null) {
    this.#ports = ports;
    this.#state = { conversationId, thread: 0, scope: null, agent: null, outgoing: null, target: null };
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  getState = (): ChatState => this.#state;

  /** What is typed and not sent. Not part of the state: typing concerns the composer alone. */
  getDraft = (): string => this.#draft;

  setDraft(draft: string): void {
    this.#draft = draft;
    this.#emit();
  }

  /** What goes with the next message, as long as it is not sent. */
  getAttachments = (): readonly Attachment[] => this.#attachments;

  changeAttachments = (change: (known: readonly Attachment[]) => readonly Attachment[]): void => {
    this.#attachments = change(this.#attachments);
    this.#emit();
  };

  setScope(scope: Scope | null): void {
    this.#set({ scope });
  }

  /** Pins an agent, until another one is chosen. */
  setAgent(agent: AgentName | null): void {
    this.#set({ agent });
  }

  /** An empty conversation; the one before stays in the list. */
  begin(scope: Scope | null = null): void {
    this.#ports.remember(null);
    this.#set({ conversationId: null, thread: this.#state.thread + 1, scope, outgoing: null, target: null });
  }

  openConversation(conversationId: ConversationId, target: MessageId | null = null): void {
    this.#ports.remember(conversationId);
    this.#set({ conversationId, thread: this.#state.thread + 1, scope: null, outgoing: null, target });
  }

  /** Sends a message with what is attached into the open conversation, or begins one. */
  async send(text: string, scope: Scope): Promise<void> {
    const messageId = messageIdSchema.parse(uuidv7());
    const attachments = this.#attachments;
    this.#attachments = [];
    await this.#begin({ key: messageId, messageId, text, attachments, scope, replaces: null, again: null });
  }

  /** Sends a message in place of an earlier one, which goes with all after it. What lay beside that stays. */
  async replace(replaces: MessageId, text: string, scope: Scope): Promise<void> {
    const messageId = messageIdSchema.parse(uuidv7());
    await this.#begin({ key: messageId, messageId, text, attachments: [], scope, replaces, again: null });
  }

  /** Asks the question of the last answer once more; the new answer takes the place of this one. */
  async retry(question: Message, answer: Message, scope: Scope, again: ProviderChoice = {}): Promise<void> {
    const { id: messageId, content: text } = question;
    const key = messageIdSchema.parse(uuidv7());
    await this.#begin({ key, messageId, text, attachments: [], scope, replaces: answer.id, again });
  }

  async #begin(
    given: Pick<Outgoing, 'key' | 'messageId' | 'text' | 'attachments' | 'scope' | 'replaces' | 'again'>,
  ): Promise<void> {
    const { conversationId, agent } = this.#state;
    const outgoing: Outgoing = { ...given, agent, conversationId, state: 'sending', runId: null, error: null };
    this.#set({ outgoing, target: null });
    await this.#deliver(outgoing);
  }

  /** Sends a message that failed once more, as the same message. */
  async resend(): Promise<void> {
    const { outgoing } = this.#state;
    if (outgoing?.state !== 'failed') return;
    const again: Outgoing = { ...outgoing, state: 'sending', error: null };
    this.#set({ outgoing: again });
    await this.#deliver(again);
  }

  /** Takes a message that failed back into the composer. An answer that was to be replaced is there again. */
  takeBack(): void {
    const { outgoing } = this.#state;
    if (outgoing?.state !== 'failed') return;
    if (outgoing.again === null) this.#draft = [outgoing.text, this.#draft].filter((text) => text !== '').join('\n');
    this.#attachments = [...outgoing.attachments, ...this.#attachments];
    this.#set({ outgoing: null });
  }

  async #deliver(outgoing: Outgoing): Promise<void> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        const answer = await this.#ask(outgoing);
        // The user may have gone to another conversation meanwhile.
        if (!this.#isCurrent(outgoing)) return;
        this.#ports.remember(answer.conversationId);
        this.#set({
          conversationId: answer.conversationId,
          outgoing: { ...outgoing, conversationId: answer.conversationId, state: 'sent', runId: answer.runId },
        });
        return;
      } catch (error) {
        if (!this.#isCurrent(outgoing)) return;
        // A lost answer may have been a sent message: the id makes sending it again harmless.
        if (this.#ports.codeOf(error) === 'connectionLost' && attempt < RESENDS) {
          await new Promise((resolve) => setTimeout(resolve, RESEND_AFTER * 2 ** attempt));
          if (this.#isCurrent(outgoing)) continue;
          return;
        }
        this.#set({ outgoing: { ...outgoing, state: 'failed', error } });
        return;
      }
    }
  }

  #ask(outgoing: Outgoing): ReturnType<ChatPorts['send']> {
    const { key, messageId, text, attachments, scope, agent, conversationId, replaces, again } = outgoing;
    if (again !== null && replaces !== null) return this.#ports.retry({ messageId: replaces, answerId: key, ...again });
    const more = replaces === null ? { attachments: [...attachments] } : { replaces };
    return this.#ports.send({ text, scope, messageId, conversationId, ...more, ...(agent === null ? {} : { agent }) });
  }

  #isCurrent(outgoing: Outgoing): boolean {
    return this.#state.outgoing?.key === outgoing.key;
  }

  #set(change: Partial<ChatState>): void {
    this.#state = { ...this.#state, ...change };
    this.#emit();
  }

  #emit(): void {
    for (const listener of this.#listeners) listener();
  }
}
