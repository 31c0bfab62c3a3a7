import { type RecordJson, recordJsonSchema } from '../../../contracts/change.ts';
import { parseArguments } from './toolExecutor.ts';

/** UTF-16 code units of one value that a step shows. */
const VALUE_MAX = 1_000;

/** A call's arguments as a step shows them: what cannot be read is left out, long texts are shortened. */
export function stepArgumentsOf(text: string): RecordJson {
  const parsed = recordJsonSchema.safeParse(parseArguments(text));
  if (!parsed.success) return {};
  return Object.fromEntries(
    Object.entries(parsed.data).map(([name, value]) => {
      const isLong = typeof value === 'string' ? value.length > VALUE_MAX : JSON.stringify(value).length > VALUE_MAX;
      if (!isLong) return [name, value];
      return [name, typeof value === 'string' ? `${value.slice(0, VALUE_MAX).toWellFormed()}…` : '…'];
    }),
  );
}
