/** How long things may take, in milliseconds. */
export interface AssistantTimings {
  /** From a question to the first piece of the model's answer. A local server may load a model in this time. */
  readonly firstPiece: number;
  /** Between two pieces. */
  readonly betweenPieces: number;
  /** For all that a model does in one run. After it the offline provider answers. */
  readonly wholeRun: number;
  /** For the small model's word on who answers. The question waits for it. */
  readonly routing: number;
  /** For the question that tests a provider. */
  readonly test: number;
  /** For the question that names a conversation. */
  readonly naming: number;
  /** Text waits this long at most before it is in the database. */
  readonly keepText: number;
  /** An end that could not be written is tried again after so long. */
  readonly keepEnd: number;
  /** The end of the program waits so long at most for what is at work to let go. */
  readonly letGo: number;
}

export const DEFAULT_TIMINGS: AssistantTimings = {
  firstPiece: 120_000,
  betweenPieces: 60_000,
  wholeRun: 600_000,
  routing: 5_000,
  test: 30_000,
  naming: 30_000,
  keepText: 1_000,
  keepEnd: 10_000,
  letGo: 5_000,
};
