import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { z } from 'zod';
import { type AppUnderTest, expect, test } from '../app.ts';
import { startModelServer } from '../../support/modelServer.ts';
import { Desk } from '../desk.ts';
import { drawnAnswers } from './drawnAnswers.ts';

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
  await shoot(app, 'board-empty', async (page) => {
    await open(page, '/tasks?layout=board');
  });
  await shoot(app, 'activity-empty', async (page) => {
    await open(page, '/activity');
  });
  await shoot(app, 'trash-empty', async (page) => {
    await open(page, '/trash');
  });
  await shoot(app, 'suggestions-empty', async (page) => {
    await open(page, '/suggestions');
  });
});

test('a workspace that cannot be read', async ({ app }) => {
  await fill(app);
  const desk = new Desk(app);
  await desk.openProject('Wine shop relaunch');
  const project = new URL(app.page.url()).pathname;
  await desk.goTo('Projects');
  await desk.main.getByRole('link', { name: 'Rossi Vini' }).first().click();
  await expect(desk.main.getByRole('heading', { name: 'Rossi Vini', level: 1 })).toBeVisible();
  const client = new URL(app.page.url()).pathname;
  await failReading(app.page, ['tasks', 'activity', 'trash', 'suggestions', 'projects.get', 'clients.get']);
  for (const [name, path] of [
    ['tasks-failed', '/tasks'],
    ['board-failed', '/tasks?layout=board'],
    ['activity-failed', '/activity'],
    ['trash-failed', '/trash'],
    ['suggestions-failed', '/suggestions'],
    ['project-failed', project],
    ['client-failed', client],
  ] as const) {
    await shoot(app, name, async (page) => {
      await open(page, path);
      await expect(page.getByRole('button', { name: 'Try again' }).first()).toBeVisible();
    });
  }
});

test('a workspace in use', async ({ app }) => {
  await fill(app);
  await app.page.getByRole('button', { name: 'Daily brief' }).click();
  await expect(
    app.page.getByRole('link', { name: 'Send revised quote for product photography' }).first(),
  ).toBeVisible();
  const desk = new Desk(app);
  await desk.openChat();
  await desk.ask('Shipping rules for Norway');
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
    [
      'tasks-selected',
      async (page) => {
        await open(page, '/tasks?group=project');
        await desk.task('Issue invoice').click({ modifiers: ['ControlOrMeta'] });
        await desk.task('Tariff migration notes').click({ modifiers: ['ControlOrMeta'] });
        await expect(page.getByText('2 selected').first()).toBeVisible();
      },
    ],
    ['board', (page) => open(page, '/tasks?layout=board')],
    ['board-projects', (page) => open(page, '/tasks?layout=board&group=project')],
    [
      'quick-add',
      async (page) => {
        await open(page, '/notes');
        await page.keyboard.press('n');
        await page
          .getByRole('dialog')
          .getByRole('combobox')
          .fill('Send the invoice every month on the 1st at 9 !high #tax @Studio admin');
        await expect(page.getByRole('dialog').getByText('tax').last()).toBeVisible();
      },
    ],
    [
      'shortcuts',
      async (page) => {
        await open(page, '/tasks');
        await page.keyboard.press('?');
        await expect(page.getByRole('dialog')).toBeVisible();
      },
    ],
    [
      'activity',
      async (page) => {
        await open(page, '/activity');
        await page.getByRole('button', { name: /, Marta changed 2 fields of Staging access/u }).click();
        await expect(page.getByRole('button', { name: 'Open task' })).toBeVisible();
      },
    ],
    ['trash', (page) => open(page, '/trash')],
    [
      'suggestions',
      async (page) => {
        await open(page, '/suggestions');
        await page.keyboard.press('j');
        await expect(page.locator('[data-card]').first()).toBeFocused();
      },
    ],
    [
      'suggestions-edit',
      async (page) => {
        await open(page, '/suggestions');
        await page.getByRole('button', { name: 'Edit, then approve: Move shipping, ask for the contract' }).click();
        await expect(page.getByRole('dialog', { name: 'Edit, then approve' })).toBeVisible();
      },
    ],
    [
      'client',
      async (page) => {
        await open(page, '/projects');
        await page.getByRole('main').getByRole('link', { name: 'Rossi Vini' }).first().click();
        await expect(page.getByRole('heading', { name: 'Rossi Vini', level: 1 })).toBeVisible();
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
        await page.getByRole('link', { name: /^Call with Nordlys/u }).click();
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
    ['settings-assistant', (page) => open(page, '/settings/assistant')],
    [
      'settings-about',
      async (page) => {
        await open(page, '/settings/about');
        // The folder is another one at each run; the picture shows the one that a user has.
        await page.getByText(app.workspace, { exact: true }).evaluate((folder) => {
          folder.textContent = '/home/marta/.config/Adiuva/workspace';
        });
      },
    ],
  ];
  for (const [name, visit] of screens) await shoot(app, name, visit);
});

test('briefs', async ({ app }) => {
  await fill(app);
  const desk = new Desk(app);
  await desk.main.getByRole('button', { name: 'Daily brief' }).click();
  await expect(desk.brief).toBeVisible();
  await desk.main.getByRole('button', { name: 'Weekly review' }).click();
  const review = (page: Page) => page.getByRole('region', { name: /^Weekly review/u });
  await expect(review(app.page)).toBeVisible();
  await shoot(app, 'home-review', async (page) => {
    await open(page, '/');
    await review(page).getByRole('button', { name: 'Earlier briefs' }).click();
    await expect(page.getByRole('menuitemradio', { name: 'Daily brief' })).toBeVisible();
  });
  await shoot(app, 'home-brief-less', async (page) => {
    await open(page, '/');
    await review(page)
      .getByRole('button', { name: /^Less of this/u })
      .first()
      .focus();
    await page.keyboard.press('Enter');
    await expect(page.getByText('is left out for a week')).toBeVisible();
  });
  await app.call('settings.update', { briefAt: '08:00', reviewAt: { weekday: 5, time: '17:00' } });
  await shoot(app, 'settings-briefs', async (page) => {
    await open(page, '/settings/assistant');
    await page.getByRole('switch', { name: 'Weekly review' }).scrollIntoViewIfNeeded();
  });
  await failReading(app.page, ['brief']);
  await shoot(app, 'home-brief-failed', async (page) => {
    await open(page, '/');
    await expect(page.getByText('The brief could not be read')).toBeVisible();
  });
});

test('providers of models', async ({ app }) => {
  await using ollama = await startModelServer({
    wire: 'ollama',
    port: 11_434,
    documents: { '/api/tags': { models: [{ name: 'qwen3:14b' }, { name: 'gemma3:12b' }] } },
  });
  await fill(app);
  const ids: unknown[] = [];
  for (const [kind, model] of [
    ['mistral', 'mistral-medium-latest'],
    ['ollama', 'qwen3:14b'],
    ['anthropic', 'claude-sonnet'],
  ]) {
    // Elsewhere than usual, so that the usual place is one to be found.
    const baseUrl = kind === 'ollama' ? { baseUrl: 'http://127.0.0.1:11435' } : {};
    ids.push(z.object({ id: z.string() }).parse(await app.call('providers.create', { kind, model, ...baseUrl })).id);
  }
  await app.call('providers.setOrder', { ids: ids.slice(0, 2) });
  await shoot(app, 'settings-providers-order', async (page) => {
    await open(page, '/settings/providers');
    await expect(page.getByRole('button', { name: 'Use Ollama' })).toBeVisible();
  });
  await shoot(app, 'settings-provider-new', async (page) => {
    await open(page, '/settings/providers');
    await page.getByRole('button', { name: 'Add provider' }).click();
    const dialog = page.getByRole('dialog', { name: 'Add a provider' });
    await dialog.getByRole('combobox', { name: 'Provider' }).click();
    await page.getByRole('option', { name: 'Ollama' }).click();
    await dialog.getByRole('button', { name: 'Model', exact: true }).click();
    await expect(page.getByRole('option', { name: 'qwen3:14b' })).toBeVisible();
  });
  expect(ollama.requests).toEqual([]);
});

test('what an answer can show', async ({ app }) => {
  await using models = await startModelServer();
  await fill(app);
  await app.call('providers.create', {
    kind: 'openai-compatible',
    name: 'Mistral',
    baseUrl: models.baseUrl,
    model: 'mistral-medium',
  });
  const { items } = taskPageSchema.parse(await app.call('tasks.list', { limit: 50 }));
  const ids = ['Checkout: shipping', 'Call Avv. Bianchi', 'Tariff migration'].map(
    (start) => items.find(({ title }) => title.startsWith(start))?.id,
  );
  models.script(...drawnAnswers(ids));
  const desk = new Desk(app);
  await desk.openChat();
  await desk.ask('Can the launch still hold?');
  await shoot(app, 'chat-question', async (page) => {
    await open(page, '/');
    await desk.openChat();
    await expect(desk.chat.getByRole('button', { name: 'Both' })).toBeVisible();
  });
  await desk.chat.getByRole('button', { name: /^The soft launch/u }).click();
  await expect(desk.chat.getByRole('link', { name: /^See what is overdue/u })).toBeVisible();
  await shootAnswer(app, desk, 'chat-blocks', /^See what is overdue/u);
  await desk.ask('Where did my week go, and what is left?');
  await shootAnswer(app, desk, 'chat-diagram');
  await desk.ask('How do the visits go?');
  await desk.ask('And the hours by week?');
  await shootAnswer(app, desk, 'chat-charts');
});

/** Starts the app again with a workspace that looks used. */
async function fill(app: AppUnderTest): Promise<void> {
  await app.quit();
  const script = join(root, 'tests/support/fillStudioFerri.ts');
  const { status, stderr } = spawnSync(process.execPath, [script, app.workspace], { encoding: 'utf8' });
  expect(status, stderr).toBe(0);
  await app.start();
}

const taskPageSchema = z.object({ items: z.array(z.object({ id: z.string(), title: z.string() })) });

/** The end of the conversation in the chat, beside Home. */
async function shootAnswer(app: AppUnderTest, desk: Desk, name: string, link?: RegExp): Promise<void> {
  await shoot(app, name, async (page) => {
    await open(page, '/');
    await desk.openChat();
    const answer = desk.chat.getByRole('article', { name: 'Answer' }).last();
    await expect(
      link === undefined ? answer.getByRole('img').first() : answer.getByRole('link', { name: link }),
    ).toBeVisible();
  });
}

/** From now on the page's reads of these paths fail, as where the database did not answer. */
async function failReading(page: Page, paths: readonly string[]): Promise<void> {
  const adiuva = { kind: 'expected', code: 'databaseBusy', fields: { waited: 5_000 } };
  await page.routeWebSocket(
    () => true,
    (socket) => {
      const server = socket.connectToServer();
      socket.onMessage((text) => {
        const { kind, id, type, path } = messageSchema.parse(JSON.parse(String(text)));
        if (kind !== 'request' || type !== 'query' || !paths.some((start) => path?.startsWith(start))) {
          server.send(text);
        } else {
          const error = { code: -32_603, message: 'databaseBusy', data: { path, adiuva } };
          socket.send(JSON.stringify({ kind: 'error', id, error }));
        }
      });
    },
  );
}

const messageSchema = z.object({
  kind: z.string(),
  id: z.int().optional(),
  type: z.string().optional(),
  path: z.string().optional(),
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
      // No row is under the pointer.
      await app.page.mouse.move(0, 0);
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
