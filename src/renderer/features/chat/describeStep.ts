import type { TFunction } from 'i18next';
import type { Step } from '../../../contracts/conversation.ts';
import { i18n } from '../../i18n/i18n.ts';

/** What a step does or did, in a few words that start small: several stand in one line. */
export function describeStep(step: Step, t: TFunction<'chat'>): string {
  if (step.state === 'failed') return t('step.failed', { step: toolName(step, t) });
  const form = step.state === 'running' ? 'running' : step.count === null ? 'done' : 'counted';
  const key = `step.${step.tool}.${form}`;
  if (i18n.exists(form === 'counted' ? `${key}_other` : key, { ns: 'chat' }))
    return t(key as 'step.search.counted', { count: step.count ?? 0 });
  return t(`step.other.${form}`, { tool: toolName(step, t), count: step.count ?? 0 });
}

/** Several steps in one line: what was done more than once is counted together. */
export function describeSteps(steps: readonly Step[], t: TFunction<'chat'>): string {
  const running = steps.findLast((step) => step.state === 'running');
  if (running !== undefined) return describeStep(running, t);
  const groups = [
    ...Map.groupBy(steps, ({ tool, state, count }) => `${tool} ${state} ${count === null ? '' : 'counted'}`).values(),
  ];
  return groups
    .flatMap((group) => {
      const [first] = group;
      if (first === undefined) return [];
      const count = group.reduce((sum, step) => sum + (step.count ?? 0), 0);
      return [describeStep({ ...first, count: first.count === null ? null : count }, t)];
    })
    .join(', ');
}

const toolName = (step: Step, t: TFunction<'chat'>): string => {
  const key = `step.${step.tool}.name`;
  return i18n.exists(key, { ns: 'chat' }) ? t(key as 'step.search.name') : step.tool;
};

const ARGUMENT_MAX = 120;

/** What a tool was called with, for the mono line. */
export function describeArguments(step: Step): string {
  return Object.entries(step.arguments)
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => {
      const text = typeof value === 'string' ? value : JSON.stringify(value);
      return `${name}: ${text.length > ARGUMENT_MAX ? `${text.slice(0, ARGUMENT_MAX)}…` : text}`;
    })
    .join(', ');
}
