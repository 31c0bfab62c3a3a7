/** Deeper nesting than any message of ours, far from where a walk runs out of stack. */
const DEPTH_MAX = 100;

export type MessageMeasure = 'fits' | 'tooLarge' | 'notJson';

/**
 * Whether a message from outside is plain JSON and no larger than `max` UTF-16 code units. What structured clone carries
 * beyond that (maps, dates, bytes, cycles, a value shared a thousand times) is refused. Stops as soon as it knows, so a
 * huge message costs no more than the limit.
 */
export function measureMessage(message: unknown, max: number): MessageMeasure {
  let left = max;

  const walk = (value: unknown, depth: number): MessageMeasure => {
    left -= 1;
    if (left < 0) return 'tooLarge';
    switch (typeof value) {
      case 'string':
        left -= value.length;
        return left < 0 ? 'tooLarge' : 'fits';
      case 'number':
        return Number.isFinite(value) ? 'fits' : 'notJson';
      // Structured clone keeps an absent optional field as undefined, JSON leaves it out: the same to a schema.
      case 'undefined':
      case 'boolean':
        return 'fits';
      case 'object':
        break;
      case 'bigint':
      case 'function':
      case 'symbol':
        return 'notJson';
    }
    if (value === null) return 'fits';
    if (depth >= DEPTH_MAX) return 'notJson';
    if (Array.isArray(value)) return walkAll(value, depth);
    const prototype: unknown = Object.getPrototypeOf(value);
    if (prototype !== Object.prototype && prototype !== null) return 'notJson';
    return walkEntries(value, depth);
  };

  const walkAll = (values: readonly unknown[], depth: number): MessageMeasure => {
    // Before the walk: an empty array of a billion places would otherwise be walked place by place.
    if (values.length > left) return 'tooLarge';
    for (const value of values) {
      const measure = walk(value, depth + 1);
      if (measure !== 'fits') return measure;
    }
    return 'fits';
  };

  const walkEntries = (value: object, depth: number): MessageMeasure => {
    for (const [key, entry] of Object.entries(value)) {
      left -= key.length;
      const measure = walk(entry, depth + 1);
      if (measure !== 'fits') return measure;
    }
    return 'fits';
  };

  return walk(message, 0);
}
