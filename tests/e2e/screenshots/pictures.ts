import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type AppUnderTest, expect, test } from '../app.ts';
import { Desk } from '../desk.ts';

const root = join(__dirname, '../../..');
const pictures = join(root, 'docs/pictures');
const THEMES = ['light', 'dark'] as const;
const WIDE = { width: 1280, height: 800 };
const NARROW = { width: 900, height: 700 };

test('a new workspace', async ({ app }) => {
  await shoot(app, 'home-empty', async (page) => {
    await open(page, '/');
  });
  await shoot(app, 'tasks-empty', async (page) => {
    await open(page, '/tasks');
  });
});

test('a workspace in use', async ({ app }) => {
  await app.quit();
  const filled = spawnSync(process.execPath, [join(root, 'tests/support/fillStudioFerri.ts'), app.workspace], {
    encoding: 'utf8',
  });
  expect(filled.status, filled.stderr).toBe(0);
  await app.start();

  await app.page.getByRole('button', { name: 'Daily brief' }).click();
  await expect(
    app.page.getByRole('link', { name: 'Send revised quote for product photography' }).first(),
  ).toBeVisible();
  const desk = new Desk(app);
  await desk.openChat();
  await desk.ask('Which papers does Norway want?');
  await desk.ask('Call Paolo on Friday at 10, high\nOrder paper samples tomorrow');

  const screens: [name: string, visit: (page: Page) => Promise<void>][] = [
    ['home', (page) => open(page, '/')],
    [
      'tasks',
      async (page) => {
        await open(page, '/tasks');
        await desk.task('Checkout: shipping').click();
        await expect(page.getByText('Paolo sends the Bring contract')).toBeVisible();
      },
    ],
    ['projects', (page) => open(page, '/projects')],
    [
      'project',
      async (page) => {
        await open(page, '/projects');
        await desk.openProject('Wine shop relaunch');
        await expect(page.getByText('Kick-off, Montalcino').first()).toBeVisible();
      },
    ],
    ['notes', (page) => open(page, '/notes')],
    [
      'note',
      async (page) => {
        await open(page, '/notes');
        await page.getByText('Call with Nordlys').first().click();
        await expect(page.getByRole('heading', { name: 'Numbers to check' })).toBeVisible();
      },
    ],
    [
      'chat',
      async (page) => {
        await open(page, '/');
        await desk.openChat();
        await expect(desk.suggestion('Call Paolo')).toBeVisible();
      },
    ],
    [
      'search',
      async (page) => {
        await open(page, '/');
        await page.keyboard.press('ControlOrMeta+k');
        await page.getByRole('dialog').getByRole('combobox').fill('shiping norway');
        await expect(page.getByRole('option', { name: /Shipping rules/u })).toBeVisible();
      },
    ],
    ['settings-appearance', (page) => open(page, '/settings/appearance')],
    ['settings-providers', (page) => open(page, '/settings/providers')],
    ['settings-about', (page) => open(page, '/settings/about')],
  ];
  for (const [name, visit] of screens) await shoot(app, name, visit);
});

async function open(page: Page, path: string): Promise<void> {
  await page.goto(new URL(path, page.url()).href);
  await expect(page.getByRole('main')).toBeVisible();
  await expect(page.getByRole('status', { name: 'Loading' })).toHaveCount(0);
}

async function shoot(app: AppUnderTest, name: string, visit: (page: Page) => Promise<void>): Promise<void> {
  for (const theme of THEMES) {
    await app.page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    for (const size of [WIDE, NARROW]) {
      await app.page.setViewportSize(size);
      await visit(app.page);
      await app.page.evaluate(() => document.fonts.ready);
      const suffix = size === NARROW ? '-900' : '';
      await app.page.screenshot({
        path: join(pictures, `${name}-${theme}${suffix}.png`),
        animations: 'disabled',
        caret: 'hide',
      });
    }
  }
}
