import type { Settings } from '../../contracts/settings.ts';

/** What the user has written for the assistant. */
export type AboutUser = Pick<Settings, 'userName' | 'profile' | 'personality'>;

/**
 * The user's own texts, for every prompt; empty where there are none. They come after the rules and cannot lift them: what
 * an agent may do is decided by code.
 */
export function describeUser({ userName, profile, personality }: AboutUser): string {
  return [
    userName === '' ? '' : `The user's name is ${JSON.stringify(userName)}.`,
    profile.trim() === '' ? '' : `What the user says about themselves:\n${profile.trim()}`,
    personality.trim() === ''
      ? ''
      : `How the user wants you to be, as far as the rules above allow:\n${personality.trim()}`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}
