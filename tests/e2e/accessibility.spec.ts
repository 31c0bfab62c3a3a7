import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { type AppUnderTest, expect, test } from './app.ts';
import { Desk } from './desk.ts';

const root = join(__dirname, '../..');
/** WCAG 2.2 AA, by what a machine can see of it: names, roles, contrast, order, sizes. */
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

test.beforeEach(async ({ app, hostName }) => {
  test.skip(hostName !== 'browser-host', 'the window is the same on every host, and one look at it is enough');
  await app.quit();
  const script = join(root, 'tests/support/fillStudioFerri.ts');
  const filled = spawnSync(process.execPath, [script, app.workspace], { encoding: 'utf8' });
  expect(filled.status, filled.stderr).toBe(0);
  await app.start();
});

for (const theme of ['light', 'dark'] as const) {
  test(`every screen keeps to WCAG 2.2 AA in the ${theme} theme`, async ({ app }) => {
    test.setTimeout(420_000);
    await app.page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    const desk = new Desk(app);
    const found: string[] = [];
    const look = async (screen: string): Promise<void> => {
      found.push(...(await violationsOn(app.page, screen)));
    };

    for (const path of [
      '/',
      '/tasks',
      '/tasks?layout=board',
      '/tasks?group=project',
      '/projects',
      '/notes',
      '/activity',
      '/trash',
      '/suggestions',
      '/suggestions?from=notes',
      '/settings/appearance',
      '/settings/providers',
      '/settings/assistant',
      '/settings/about',
      '/tasks?text=nothinghasthis',
      '/nowhere',
    ]) {
      await open(app, path);
      await look(path);
    }
    await open(app, '/tasks');
    await desk.task('Checkout: shipping').click();
    await expect(desk.taskPanel).toBeVisible();
    await look('a task beside the list');
    await open(app, '/projects');
    await desk.openProject('Wine shop relaunch');
    await look('a project');
    await open(app, '/notes');
    await app.page.getByRole('link', { name: /^Call with Nordlys/u }).click();
    await expect(app.page.getByRole('heading', { name: 'Numbers to check' })).toBeVisible();
    await look('a note');
    await open(app, '/');
    await desk.openChat();
    await desk.ask('Call Paolo on Friday at 10, high');
    await expect(desk.suggestion('Call Paolo')).toBeVisible();
    await look('the chat with a suggestion');
    const composer = desk.chat.getByRole('textbox');
    await composer.fill('What about @shipping');
    await expect(desk.chat.getByRole('option').first()).toBeVisible();
    await look('a record that is being attached');
    await composer.press('Enter');
    await look('a message with a record');
    await composer.fill('');
    await composer.press('ArrowUp');
    await expect(desk.chat.getByRole('textbox', { name: 'Your message' })).toBeFocused();
    await look('a message that is being edited');
    await desk.chat.getByRole('button', { name: 'Conversations' }).click();
    await desk.chat.getByRole('textbox', { name: 'Search conversations' }).fill('paolo');
    await expect(desk.chat.getByRole('listitem').getByText('Paolo').first()).toBeVisible();
    await look('conversations that were looked for');
    await open(app, '/suggestions');
    await desk.main.getByRole('button', { name: 'Edit, then approve: Move shipping, ask for the contract' }).click();
    await expect(app.page.getByRole('dialog', { name: 'Edit, then approve' })).toBeVisible();
    await look('a set of changes being edited');
    await app.page.keyboard.press('Escape');
    await expect(app.page.getByRole('dialog')).toBeHidden();
    await desk.main.getByRole('button', { name: 'Reject: Checkout review' }).click();
    await expect(app.page.getByRole('textbox', { name: /^Why/u })).toBeFocused();
    await look('the reason for a rejection');
    await app.page.keyboard.press('Escape');
    await open(app, '/');
    await desk.find('shipping');
    await look('the search');
    await app.page.getByRole('dialog').getByRole('combobox').fill('');
    await look('the palette with nothing typed');
    await app.page.keyboard.press('Escape');
    await expect(app.page.getByRole('dialog')).toBeHidden();
    await app.page.keyboard.press('?');
    await expect(app.page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
    await look('the sheet of shortcuts');
    await app.page.keyboard.press('Escape');
    await expect(app.page.getByRole('dialog')).toBeHidden();
    await app.page.keyboard.press('n');
    await app.page
      .getByRole('dialog', { name: 'New task' })
      .getByRole('combobox')
      .fill('Call Rossi every monday !high');
    await look('quick add');
    await app.page.keyboard.press('Escape');
    await open(app, '/tasks?layout=board');
    await desk.task('Checkout: shipping').click();
    await expect(desk.taskPanel).toBeVisible();
    await look('a task beside the board');
    await app.page.keyboard.press('ControlOrMeta+k');
    await app.page.getByRole('dialog').getByRole('combobox').fill('move to');
    await app.page.keyboard.press('Enter');
    await expect(app.page.getByRole('dialog').getByRole('option', { name: 'No project' })).toBeVisible();
    await look('the choice of a project');
    await open(app, '/projects');
    await desk.main.getByRole('link', { name: 'Rossi Vini' }).first().click();
    await expect(desk.main.getByRole('heading', { name: 'Rossi Vini', level: 1 })).toBeVisible();
    await look('a client');

    expect(found).toEqual([]);
  });
}

test('who wants less motion gets no travel and no scale', async ({ app }) => {
  await app.page.emulateMedia({ reducedMotion: 'reduce' });
  const desk = new Desk(app);
  await open(app, '/tasks');
  await desk.task('Checkout: shipping').click();
  await expect(desk.taskPanel).toBeVisible();
  await app.page.keyboard.press('ControlOrMeta+k');
  await expect(app.page.getByRole('dialog')).toBeVisible();
  await app.page.keyboard.press('Escape');
  await expect(app.page.getByRole('dialog')).toBeHidden();
  await desk.openChat();
  // What anything on screen could still do, by its own rules: keyframes that move or scale, and long transitions of them.
  const moving = await app.page.evaluate(() =>
    [...document.querySelectorAll('*')].flatMap((element) => {
      const style = getComputedStyle(element);
      const seconds = style.transitionDuration.split(',').map(Number.parseFloat);
      const movesBy = style.transitionProperty
        .split(',')
        .map((property) => property.trim())
        .filter(
          (property, index) =>
            ['all', 'transform', 'translate', 'scale'].includes(property) &&
            (seconds[index % seconds.length] ?? 0) > 0.001,
        );
      const running = element.getAnimations().flatMap((animation) => {
        const frames = animation.effect instanceof KeyframeEffect ? animation.effect.getKeyframes() : [];
        // A frame that neither moves nor scales is still.
        const isStill = (name: string, value: unknown): boolean =>
          value === undefined ||
          value === 'none' ||
          (name === 'transform' && typeof value === 'string' && new DOMMatrix(value).isIdentity);
        return frames.some((frame) => ['transform', 'translate', 'scale'].some((name) => !isStill(name, frame[name])))
          ? ['animation']
          : [];
      });
      return [...movesBy, ...running].map(
        (what) => `${element.tagName}.${element.getAttribute('class')?.slice(0, 60) ?? ''}: ${what}`,
      );
    }),
  );
  expect(moving).toEqual([]);
});

async function open(app: AppUnderTest, path: string): Promise<void> {
  await app.page.goto(new URL(path, app.page.url()).href);
  await expect(app.page.getByRole('main')).toBeVisible();
  await expect(app.page.getByRole('status', { name: 'Loading' })).toHaveCount(0);
}

async function violationsOn(page: Page, screen: string): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .withTags(rules)
    .options({ resultTypes: ['violations'] })
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) => {
      const summary = failureSummary.split('\n').slice(1).join(' ').trim();
      return `${screen}: ${id} at ${target.join(' ')}: ${summary}`;
    }),
  );
}
