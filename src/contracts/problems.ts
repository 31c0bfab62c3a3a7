import type { z } from 'zod';
import type { ErrorFields, FieldProblem } from './errors.ts';

/**
 * What a schema found wrong, as the fields of a `validation` error: one FieldProblem per input path, the first one wins.
 * With the `input` that was parsed, lengths can be told too.
 */
export function problemsOf(error: z.core.$ZodError, input?: unknown): ErrorFields {
  const fields: ErrorFields = {};
  for (const issue of error.issues) {
    for (const [path, problem] of problemsOfIssue(issue, valueAt(input, issue.path))) fields[path] ??= problem;
  }
  return fields;
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    input,
  );
}

function problemsOfIssue(issue: z.core.$ZodIssue, value: unknown): [string, FieldProblem][] {
  const path = issue.path.join('.');
  switch (issue.code) {
    case 'too_big':
      return [[path, { problem: 'tooLong', max: Number(issue.maximum), ...lengthOf(value) }]];
    case 'too_small':
      return [[path, { problem: issue.minimum === 1 && issue.origin === 'string' ? 'required' : 'tooShort' }]];
    case 'invalid_type':
      // zod leaves the value out of the issue and names it in the message only.
      return [[path, { problem: /received (undefined|null)$/u.test(issue.message) ? 'required' : 'invalid' }]];
    case 'unrecognized_keys':
      return issue.keys.map((key) => [[...issue.path, key].join('.'), { problem: 'unknown' }]);
    case 'invalid_format':
      return [[path, { problem: problemOfFormat(issue.format, issue.message) }]];
    default:
      return [[path, { problem: problemOfMessage(issue.message) }]];
  }
}

function lengthOf(input: unknown): { actual?: number } {
  return typeof input === 'string' || Array.isArray(input) ? { actual: input.length } : {};
}

function problemOfFormat(format: string, message: string): FieldProblem['problem'] {
  if (format === 'date') return 'notADate';
  if (format === 'uuid') return 'notAnId';
  return problemOfMessage(message);
}

/** Our own refinements name their problem as their message. */
function problemOfMessage(message: string): FieldProblem['problem'] {
  switch (message) {
    case 'required':
    case 'notADate':
    case 'notATime':
    case 'notAnUrl':
    case 'cycle':
    case 'notARule':
      return message;
    default:
      return 'invalid';
  }
}
