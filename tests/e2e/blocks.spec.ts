import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { type ModelServer, startModelServer } from '../support/modelServer.ts';
import { expect, test as base } from './app.ts';
import { Desk } from './desk.ts';

const test = base.extend<{ models: ModelServer }>({
  models: async ({ app }, use) => {
    await using models = await startModelServer();
    await app.call('providers.create', { kind: 'openai-compatible', baseUrl: models.baseUrl, model: 'sky-1' });
    await use(models);
  },
});

const fenced = (kind: string, body: unknown): string => `\`\`\`adiuva-${kind}\n${JSON.stringify(body)}\n\`\`\``;

const question = fenced('question', {
  question: 'Which launch do you mean?',
  choices: ['The soft launch', 'The public launch', '<img src=x onerror=alert(1)>'],
});

test('a question is answered by key, and the answer is a table, a chart, a diagram, task cards and a way to a screen', async ({
  app,
  models,
}) => {
  const marta = new Desk(app);
  const { id: clientId } = await app.call('clients.create', { name: 'Rossi Vini' });
  const { id: projectId } = await app.call('projects.create', { name: 'Wine shop', clientId });
  const { id: taskId } = await app.call('tasks.create', {
    title: 'Order the labels',
    dueDate: '2026-01-02',
    priority: 'high',
    projectId,
  });
  const gone = '01890000-0000-7000-8000-000000000009';
  models.script(
    { text: `There are two.\n\n${question}` },
    {
      text: [
        'Here is where it stands.',
        fenced('tasks', { ids: [taskId, gone] }),
        fenced('table', {
          title: 'Rates',
          columns: ['Country', 'Rate'],
          rows: [
            ['Norway', 12.5],
            ['Switzerland', 9],
          ],
        }),
        fenced('chart', {
          type: 'bar',
          title: 'Hours',
          unit: 'h',
          labels: ['Mon', 'Tue'],
          series: [{ name: 'Rossi', values: [3, 5.5] }],
        }),
        fenced('diagram', {
          title: 'To the launch',
          nodes: [
            { id: 'copy', label: 'Copy' },
            { id: 'launch', label: 'Launch' },
          ],
          edges: [{ from: 'copy', to: 'launch', label: 'before' }],
        }),
        fenced('link', { to: { screen: 'tasks', due: 'overdue' }, label: 'See what is late' }),
        fenced('spaceship', { fly: true }),
        '```adiuva-chart\n{"type": "pie"}\n```',
        '> ```adiuva-link\n> {"to": "trash", "label": "Quoted"}\n> ```',
      ].join('\n\n'),
    },
  );
  await marta.openChat();
  await marta.ask('When is the launch?');

  const asked = marta.chat.getByRole('group', { name: 'Which launch do you mean?' });
  await expect(asked.getByRole('button')).toHaveText([
    'The soft launch',
    'The public launch',
    '<img src=x onerror=alert(1)>',
  ]);
  await marta.chat.getByRole('textbox').focus();
  while (
    !(await asked.getByRole('button', { name: 'The public launch' }).evaluate((one) => one === document.activeElement))
  )
    await app.page.keyboard.press('Shift+Tab');
  await app.page.keyboard.press('Enter');

  const answers = marta.chat.getByRole('article', { name: 'Answer' });
  await expect(answers).toHaveCount(2);
  const answer = answers.last();
  await expect(answer.getByRole('button', { name: 'Copy the answer' })).toBeVisible();
  expect(models.requests.at(-1)?.body.messages.at(-1)?.content).toBe('The public launch');
  // What was chosen stays to be seen, and cannot be pressed again.
  await expect(asked.getByRole('button', { name: 'The public launch' })).toHaveAttribute('aria-pressed', 'true');
  for (const button of await asked.getByRole('button').all()) await expect(button).toBeDisabled();
  await expect(marta.chat.getByRole('textbox')).toBeFocused();

  await expect(answer.getByRole('list', { name: 'Tasks of the answer' }).getByRole('button')).toHaveText([
    /Order the labels.*Wine shop/u,
  ]);
  await expect(answer.getByRole('table', { name: 'Rates' }).getByRole('cell')).toHaveText([
    'Norway',
    '12.5',
    'Switzerland',
    '9.0',
  ]);
  await expect(
    answer.getByRole('img', { name: 'Bar chart: Hours. Highest 5.5 h (Tue), lowest 3.0 h (Mon).' }),
  ).toBeVisible();
  await expect(answer.getByRole('table', { name: 'Hours (h)' }).getByRole('cell')).toHaveText([
    'Mon',
    '3.0',
    'Tue',
    '5.5',
  ]);
  await answer.getByRole('button', { name: 'Show the values' }).click();
  await expect(answer.getByRole('img', { name: /^Bar chart/u })).toBeHidden();
  await answer.getByRole('button', { name: 'Show the chart' }).click();
  await expect(answer.getByRole('group', { name: 'Diagram: To the launch' }).getByRole('listitem')).toHaveText([
    'Copy leads to Launch: before',
  ]);
  // What the app cannot draw is what was written.
  await expect(answer.getByText('{"fly":true}')).toBeVisible();
  await expect(answer.getByText('{"type": "pie"}')).toBeVisible();
  await expect(answer.getByText('{"to": "trash", "label": "Quoted"}')).toBeVisible();

  for (const colorScheme of ['light', 'dark'] as const) {
    await app.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await violationsIn(app.page)).toEqual([]);
  }

  // Nothing went anywhere by itself.
  expect(new URL(app.page.url()).pathname).toBe('/');
  await answer.getByRole('link', { name: /^See what is late/u }).click();
  await expect(marta.task('Order the labels')).toBeVisible();
  expect(new URL(app.page.url()).search).toBe('?due=overdue');
  await app.call('tasks.update', { id: taskId, title: 'Order the wine labels' });
  await answer.getByRole('button', { name: 'Order the wine labels' }).click();
  await expect(marta.taskPanel.getByRole('textbox', { name: 'Title' })).toHaveValue('Order the wine labels');
  expect(await app.outsideRequests()).toEqual([]);
});

test('a question with several choices is answered with those that were ticked', async ({ app, models }) => {
  const marta = new Desk(app);
  const choices = ['Copy', 'Photos, all', 'Shipping'];
  models.script(
    { text: fenced('question', { question: 'What is ready?', choices, isMultiple: true }) },
    { text: 'Then the photos are left.' },
  );
  await marta.openChat();
  await marta.ask('Can we launch?');
  const asked = marta.chat.getByRole('group', { name: 'What is ready?' });
  await expect(asked.getByRole('button', { name: /^Answer/u })).toBeDisabled();
  await asked.getByRole('checkbox', { name: 'Shipping' }).press('Space');
  await asked.getByRole('checkbox', { name: 'Photos, all' }).click();
  await asked.getByRole('button', { name: 'Answer with 2' }).click();
  await expect(marta.chat.getByText('Then the photos are left.')).toBeVisible();
  expect(models.requests.at(-1)?.body.messages.at(-1)?.content).toBe('Photos, all, Shipping');
  await app.page.reload();
  await expect(marta.main.getByRole('heading', { level: 1 })).toBeVisible();
  await marta.openChat();
  await expect(asked.getByRole('checkbox')).toHaveCount(3);
  for (const choice of choices)
    await expect(asked.getByRole('checkbox', { name: choice })).toBeChecked({ checked: choice !== 'Copy' });
});

test('a block that comes slowly is a quiet line until it is whole, and its question waits for the end', async ({
  app,
  models,
}) => {
  const marta = new Desk(app);
  const rest = Promise.withResolvers<void>();
  models.script({
    text: `Tell me.\n\n${question}\n\nOr write it.`,
    fault: { kind: 'pause', after: 6, until: rest.promise },
  });
  await marta.openChat();
  await marta.chat.getByRole('textbox').fill('When is the launch?');
  await marta.chat.getByRole('button', { name: 'Send' }).click();
  const answer = marta.chat.getByRole('article', { name: 'Answer' });
  await expect(answer.getByText('Tell me.')).toBeVisible();
  await expect(answer.getByText(/[{`]/u)).toHaveCount(0);
  await expect(answer.getByRole('button', { name: 'The soft launch' })).toHaveCount(0);
  rest.resolve();
  await expect(answer.getByRole('button', { name: 'The soft launch' })).toBeEnabled();
  await expect(answer.getByText('Or write it.')).toBeVisible();
});

test('hostile and huge blocks stay within the chat, in both themes', async ({ app, models }) => {
  const marta = new Desk(app);
  const long = 'W'.repeat(120);
  const arabic = 'مهمة طويلة جدا \u202E';
  const cell = '<script>alert(1)</script>';
  models.script({
    text: [
      fenced('table', {
        title: arabic,
        columns: Array(8).fill(long),
        rows: Array(50).fill([
          cell,
          1.7e308,
          -1e-300,
          0.1 + 0.2,
          '![x](https://example.org/x.png)',
          null,
          arabic,
          2026,
        ]),
      }),
      fenced('chart', {
        type: 'bar',
        labels: Array.from({ length: 40 }, (_, index) => `${long.slice(3)}${index}`),
        series: Array.from({ length: 4 }, (_, index) => ({
          name: index === 0 ? arabic : long,
          values: Array.from({ length: 40 }, (_v, at) => (at % 7 === index ? null : (at - 20) * 1e13)),
        })),
      }),
      fenced('chart', { type: 'line', labels: ['one', 'two'], series: [{ name: cell, values: [null, 7] }] }),
      fenced('diagram', {
        nodes: Array.from({ length: 20 }, (_, id) => ({ id, label: id % 2 === 0 ? long : arabic })),
        edges: Array.from({ length: 60 }, (_, index) => ({ from: index % 20, to: (index * 7 + 3) % 20, label: cell })),
      }),
      fenced('question', { question: long, choices: [long, arabic] }),
      fenced('question', { question: 'Another?', choices: ['yes', 'no'] }),
      fenced('link', { to: { screen: 'task', id: '01890000-0000-7000-8000-000000000009' }, label: 'Nowhere' }),
      fenced('link', { to: 'activity', label: long }),
      fenced('link', { to: 'https://example.org', label: 'Out' }),
      fenced('table', { columns: ['a'], rows: [['x'.repeat(10_000)]] }),
    ].join('\n\n'),
  });
  await marta.openChat();
  await marta.ask('Show me everything');
  const answer = marta.chat.getByRole('article', { name: 'Answer' });
  await expect(answer.getByRole('link')).toHaveCount(1);
  await expect(answer.getByRole('button', { name: 'yes' })).toBeDisabled();
  await expect(answer.locator('script, img, iframe, object')).toHaveCount(0);
  for (const colorScheme of ['light', 'dark'] as const) {
    await app.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const { panel, wide } = await marta.chat.evaluate((chat) => ({
      panel: chat.clientWidth,
      wide: Math.max(...[...chat.querySelectorAll('.answer > *')].map((part) => part.getBoundingClientRect().width)),
    }));
    expect(wide).toBeLessThan(panel);
    expect(await violationsIn(app.page)).toEqual([]);
  }
});

/** What breaks WCAG 2.2 AA in the chat, by what a machine can see of it. */
async function violationsIn(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .include('[data-chat]')
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}
