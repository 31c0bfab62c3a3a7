/** The words of a record, as an embedder gets them. */
export interface EmbedderText {
  readonly title: string;
  readonly body: string;
}

/** What turns text into vectors. A change in what it answers is a new `name`, which makes the index anew. */
export interface Embedder {
  readonly name: string;
  readonly dimension: number;
  /** Vectors less alike than this (cosine, -1 to 1) have nothing to do with each other. */
  readonly minimumSimilarity: number;
  /** A vector of length 1; null for a text without a word. */
  embedDocument(text: EmbedderText): Float32Array | null;
  /** The same for what somebody looks for. */
  embedQuery(text: string): Float32Array | null;
}
