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
    test.setTimeout(240_000);
    await app.page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    const desk = new Desk(app);
    const found: string[] = [];
    const look = async (screen: string): Promise<void> => {
      found.push(...(await violationsOn(app.page, screen)));
    };

    for (const path of ['/', '/tasks', '/projects', '/notes', '/settings/appearance', '/settings/providers']) {
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
    await app.page.getByText('Call with Nordlys').first().click();
    await expect(app.page.getByRole('heading', { name: 'Numbers to check' })).toBeVisible();
    await look('a note');
    await open(app, '/');
    await desk.openChat();
    await desk.ask('Call Paolo on Friday at 10, high');
    await expect(desk.suggestion('Call Paolo')).toBeVisible();
    await look('the chat with a suggestion');
    await open(app, '/');
    await desk.find('shipping');
    await look('the search');

    expect(found).toEqual([]);
  });
}

async function open(app: AppUnderTest, path: string): Promise<void> {
  await app.page.goto(new URL(path, app.page.url()).href);
  await expect(app.page.getByRole('main')).toBeVisible();
  await expect(app.page.getByRole('status', { name: 'Loading' })).toHaveCount(0);
}

async function violationsOn(page: Page, screen: string): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) => {
      const summary = failureSummary.split('\n').slice(1).join(' ').trim();
      return `${screen}: ${id} at ${target.join(' ')}: ${summary}`;
    }),
  );
}
