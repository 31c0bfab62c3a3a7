/** UTF-16 code units of a result that a step shows. */
const RESULT_MAX = 2_000;

/** The tags around what comes from records and files: they are for the model. */
const FENCE = /<\/?(?:record|file)-[0-9a-f]{16}\b[^>]*>\n?/gu;

/** What a tool answered the model, as a step shows it: without the tags, a long one shortened. */
export function stepResultOf(text: string): string {
  const plain = text.replaceAll(FENCE, '').trim();
  return plain.length > RESULT_MAX ? `${plain.slice(0, RESULT_MAX).toWellFormed()}…` : plain;
}
