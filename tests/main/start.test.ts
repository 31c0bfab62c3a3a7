import { expect, test, vi } from 'vitest';
import { AdiuvaError } from '../../src/contracts/errors.ts';
import { type Settings, settingsSchema } from '../../src/contracts/settings.ts';
import type { WorkspaceEvent } from '../../src/contracts/event.ts';
import { explainStartError } from '../../src/main/catalogue.ts';
import { readStartOptions } from '../../src/main/startOptions.ts';
import { followTheme } from '../../src/main/theme.ts';
import { colorScheme } from '../support/electron/theme.ts';

vi.mock('electron', () => import('../support/electron/electron.ts'));

test.each([
  [['electron', '.', '--workspace', '/home/marta/private'], '/home/marta/private'],
  [['electron', '.', '--workspace=/home/marta/private'], '/home/marta/private'],
  [['adiuva', '--no-sandbox', '--lang=it', '--workspace', 'private', 'adiuva://app/'], 'private'],
  [['adiuva'], undefined],
  [['adiuva', '--workspace'], undefined],
  [['adiuva', '--workspace='], undefined],
])('%j opens the workspace %s', (argv, workspace) => {
  expect(readStartOptions(argv)).toEqual({ workspace });
});

test.each([
  [
    new AdiuvaError('workspaceLocked', { program: 'adiuva serve', pid: 4711, host: 'desk', since: 1 }),
    'It is open in another program (adiuva serve, process 4711). Close it there first.',
  ],
  [
    new AdiuvaError('workspaceNewer', { found: 9, supported: 1 }),
    'It was made by a newer Adiuva and was not touched. Install the newer version to open it.',
  ],
  [
    new AdiuvaError('workspaceLocked', { program: null, pid: null, host: null, since: null }),
    'It is being opened by another program. Close it there first.',
  ],
  [
    new AdiuvaError('workspaceCorrupt', { movedTo: null }),
    'Its database is damaged and could not be moved aside. Nothing was overwritten.',
  ],
  [
    new AdiuvaError('workspaceReadOnly', { path: '/w' }),
    'The folder /w cannot be written to. Check its permissions, then start Adiuva again.',
  ],
  [new AdiuvaError('diskFull', { path: '/w' }), 'The disk is full. Free some space, then start Adiuva again.'],
  [
    new AdiuvaError('internal'),
    'An internal fault stopped it. Your data was not touched. The log has the details: /w/logs',
  ],
  [
    Object.assign(new Error('EACCES'), { code: 'EACCES', path: '/home/marta/.config/Adiuva' }),
    'The folder /home/marta/.config/Adiuva cannot be written to. Check its permissions, then start Adiuva again.',
  ],
  [
    Object.assign(new Error('ENOSPC'), { code: 'ENOSPC', path: '/home' }),
    'The disk is full. Free some space, then start Adiuva again.',
  ],
  [new Error('a bug'), 'An internal fault stopped it. Your data was not touched. The log has the details: /w/logs'],
])('why a workspace does not open is a sentence: %s', (error, sentence) => {
  expect(explainStartError(error, '/w/logs')).toBe(sentence);
});

test('the system follows the theme of the workspace, also when it changes', () => {
  let theme: Settings['theme'] = 'dark';
  const listeners = new Set<(event: WorkspaceEvent) => void>();
  const settings = (): Settings => settingsSchema.parse({ theme });
  const stop = followTheme({
    settings: { get: settings, update: settings },
    events: { subscribe: (listener) => (listeners.add(listener), () => void listeners.delete(listener)) },
  });
  const seen = [colorScheme()];
  theme = 'light';
  for (const listener of listeners) listener({ type: 'settingsChanged' });
  seen.push(colorScheme());
  stop();
  expect([seen, listeners.size]).toEqual([['dark', 'light'], 0]);
});
