import type { ErrorCode, ErrorData, ErrorFields, FieldProblem } from '../../contracts/errors.ts';
import { errorCodeSchema } from '../../contracts/errors.ts';
import { formatNumber } from './format.ts';
import { t } from './i18n.ts';
import { errorDataOf } from './errorData.ts';

/** The sentence for an error that came from a call. */
export function describeError(error: unknown): string {
  return describeErrorData(errorDataOf(error));
}

/** The sentence for an error as it crosses processes; also for those kept in a message or a provider's last test. */
export function describeErrorData(data: Pick<ErrorData, 'code' | 'fields'>): string {
  const word = (name: string, otherwise = ''): string => {
    const value = data.fields[name];
    if (typeof value === 'number') return formatNumber(value);
    return typeof value === 'string' && value !== '' ? value : otherwise;
  };
  /** A number that is a name: no grouping. */
  const plain = (name: string, otherwise = ''): string => {
    const value = data.fields[name];
    return typeof value === 'number' || typeof value === 'string' ? String(value) : otherwise;
  };
  const values = {
    kind: kindOf(data.fields),
    title: word('title', t('errors:unknown.record')),
    host: word('host', t('errors:unknown.server')),
    model: word('model'),
    path: word('path', t('errors:unknown.folder')),
    movedTo: word('movedTo'),
    program: word('program', t('errors:unknown.program')),
    pid: plain('pid'),
    status: plain('status'),
    retryAfter: word('retryAfter'),
  };
  if (data.code === 'providerRateLimited' && values.retryAfter !== '')
    return t('errors:code.providerRateLimitedFor', values);
  if (data.code === 'providerFailed' && values.status === '') return t('errors:code.providerFailedPlain', values);
  // Met while running: it lies where it lay.
  if (data.code === 'workspaceCorrupt' && values.movedTo === '')
    return t('errors:code.workspaceCorruptInPlace', values);
  return t(`errors:code.${data.code}`, values);
}

/** A code that was kept as text, in a provider's last test say, as a sentence. */
export function describeErrorCode(code: string, fields: ErrorFields = {}): string {
  return describeErrorData({ code: errorCodeOf(code), fields });
}

function errorCodeOf(code: string): ErrorCode {
  const parsed = errorCodeSchema.safeParse(code);
  return parsed.success ? parsed.data : 'internal';
}

function kindOf(fields: ErrorFields): string {
  const kind = fields['recordKind'];
  switch (kind) {
    case 'client':
    case 'project':
    case 'task':
    case 'checkpoint':
    case 'note':
    case 'comment':
      return t(`errors:kind.${kind}`);
    default:
      return t('errors:kind.record');
  }
}

/**
 * What is wrong with each field of a form, by the field's name. Empty for an error that is not `validation`. `part`: of one
 * part of a form whose fields' paths begin with it, `changes.3.`.
 */
export function describeFields(error: unknown, part = ''): Partial<Record<string, string>> {
  const data = errorDataOf(error);
  if (data.code !== 'validation') return {};
  const sentences: Partial<Record<string, string>> = {};
  for (const [path, problem] of Object.entries(data.fields)) {
    if (typeof problem !== 'object' || problem === null || !path.startsWith(part)) continue;
    // "changes.0.title" and "title" are the same field of a form.
    const name = path.split('.').findLast((part) => !/^\d+$/u.test(part)) ?? path;
    sentences[name] = describeProblem(name, problem);
  }
  return sentences;
}

function describeProblem(name: string, problem: FieldProblem): string {
  if (problem.problem === 'tooLong') {
    const max = formatNumber(problem.max ?? 0);
    return problem.actual === undefined
      ? t('errors:field.tooLongPlain', { max })
      : t('errors:field.tooLong', { max, actual: formatNumber(problem.actual) });
  }
  if (problem.problem === 'invalid' && name === 'key') return t('errors:field.invalidKey');
  return t(`errors:field.${problem.problem}`);
}
