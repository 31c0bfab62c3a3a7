import { casual } from 'chrono-node/en';
import type { DateReader } from './parseQuickTask.ts';

/** Dates in English sentences, looking forward: "Friday" is the next one. In a file of its own, loaded when it is needed. */
export const readDates: DateReader = (text, reference) => casual.parse(text, reference, { forwardDate: true });
