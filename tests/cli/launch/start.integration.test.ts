import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createProject, type Project } from './createProject.ts';

let project: Project;
beforeAll(async () => {
  project = createProject();
  const built = project.run('build.mjs');
  expect({ code: await built.ended(), said: built.output.stderr }).toMatchObject({ code: 0 });
});
afterAll(() => project.remove());

const ready = 'Adiuva is ready at';

describe.skipIf(process.platform !== 'linux')('npm start, where Electron is a shell script (Linux only)', () => {
  test('says in one line why the browser is used, starts it, and ends when told to', async () => {
    const running = project.run('start.mjs', ['--workspace', 'here']);
    await running.printed(ready);
    expect(running.output.stdout.split('\n')).toEqual([
      'The desktop app cannot run here (there is no display): Adiuva runs in your browser instead.',
      expect.stringMatching(/^arguments serve --port \d+ --workspace here$/u),
      expect.stringContaining(ready),
      '',
    ]);
    running.child.kill('SIGTERM');
    expect(await running.ended()).toBe(0);
  });

  test.each([
    [
      'echo "error while loading shared libraries: libnss3.so: not found" >&2; exit 127',
      'the system has no libnss3.so',
    ],
    ['echo "No usable sandbox! Update your kernel" >&2; exit 1', 'the system allows it no sandbox'],
    ['kill -SEGV $$', 'it ended while starting'],
  ])('falls back when Electron dies before it is ready: %s', async (script, reason) => {
    const running = project.run('start.mjs', [], project.replaceElectron(script));
    await running.printed(ready);
    expect(running.output.stdout).toContain(`(${reason})`);
    expect(running.output.stderr).toBe('');
  });

  test('stays with the desktop app once it is ready, and ends as it ends', async () => {
    const running = project.run(
      'start.mjs',
      ['--workspace', 'here'],
      project.replaceElectron('echo "Adiuva is ready at adiuva://app/"; echo "with $*"; exit 3'),
    );
    expect(await running.ended()).toBe(3);
    expect(running.output.stdout).toContain('--workspace here');
    expect(running.output.stdout).not.toContain('browser');
  });

  test('a workspace that does not open is not tried again in the browser', async () => {
    const script = 'echo "Adiuva cannot open the workspace: it is in use."; exit 1';
    const running = project.run('start.mjs', [], project.replaceElectron(script));
    expect(await running.ended()).toBe(1);
    expect(running.output.stdout).toBe('Adiuva cannot open the workspace: it is in use.\n');
  });

  test('a second start that hands over to the first window is no failure', async () => {
    const running = project.run('start.mjs', [], project.replaceElectron('exit 0'));
    expect({ code: await running.ended(), said: running.output.stdout }).toEqual({ code: 0, said: '' });
  });

  test('root gets the browser instead of a desktop app without its sandbox', async () => {
    const running = project.run('start.mjs', [], project.replaceElectron('echo tried; exit 1'), 0);
    await running.printed(ready);
    expect(running.output.stdout).toMatch(/^The desktop app cannot run here \(Electron allows no sandbox to root\)/u);
    expect(running.output.stdout).not.toContain('tried');
  });

  test('the desktop app is not given the token for scripts, and keeps its sandbox', async () => {
    const script = 'echo "Adiuva is ready at adiuva://app/"; echo "token ${ADIUVA_API_TOKEN-none}, with $*"';
    const running = project.run('start.mjs', [], { ...project.replaceElectron(script), ADIUVA_API_TOKEN: 'secret' });
    expect(await running.ended()).toBe(0);
    expect(running.output.stdout).toContain('token none, with ');
    expect(running.output.stdout).not.toContain('--no-sandbox');
  });

  test('passes SIGTERM to the desktop app and waits for it', async () => {
    const script = `trap 'echo stopped in order; exit 0' TERM; echo "${ready} x"; while :; do sleep 0.05; done`;
    const running = project.run('start.mjs', [], project.replaceElectron(script));
    await running.printed(ready);
    running.child.kill('SIGTERM');
    expect(await running.ended()).toBe(0);
    expect(running.output.stdout).toContain('stopped in order');
  });

  test('asked for the browser, it does not try Electron', async () => {
    const running = project.run('start.mjs', ['--browser'], project.replaceElectron('echo tried; exit 1'));
    await running.printed(ready);
    expect(running.output.stdout).not.toMatch(/tried|cannot run/u);
  });
});

test('npx adiuva becomes the command, in the folder where it was called', async () => {
  const running = project.run('adiuva.mjs', ['serve', '--port', '0']);
  await running.printed('arguments serve --port 0');
});
