import { asValidation } from '../changes/writeChanges.ts';
import type { TaskService } from '../workspace.ts';
import { checkRule, listOccurrences } from './occurrences.ts';

/** The days a rule would give, before anything is saved. @throws AdiuvaError `validation` */
export const previewRule: TaskService['occurrences'] = ({ rule, from, count }) => {
  try {
    checkRule(rule, from, ['rule']);
  } catch (error) {
    throw asValidation(error, '');
  }
  return { days: listOccurrences(rule, from, count) };
};
