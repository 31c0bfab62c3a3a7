import type { Source } from '../../contracts/conversation.ts';
import type { RunId } from '../../contracts/ids.ts';

/**
 * Marks text from records as data for the model. The mark holds the random half of the run's id, which nobody who wrote
 * the text could know, and is taken out of the text should it be there after all. That the model heeds it is a hope; what
 * keeps it from acting is the executor and the write boundary.
 */
export function createFence(runId: RunId): (source: Source, text: string) => string {
  const mark = runId.replaceAll('-', '').slice(-16);
  return (source, text) => {
    const data = text.replaceAll(mark, '');
    return `<record-${mark} number="${source.number}" kind="${source.kind}" id="${source.id}">\n${data}\n</record-${mark}>`;
  };
}
