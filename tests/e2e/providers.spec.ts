import { type ModelServer, startModelServer } from '../support/modelServer.ts';
import { expect, test as base } from './app.ts';
import { Desk } from './desk.ts';

interface Servers {
  anthropic: ModelServer;
  gemini: ModelServer;
  ollama: ModelServer;
}

const test = base.extend<{ servers: Servers }>({
  servers: async ({ app: _app }, use) => {
    await using anthropic = await startModelServer({
      wire: 'anthropic',
      documents: {
        '/v1/models': {
          data: [
            { type: 'model', id: 'claude-sky', display_name: 'Claude Sky', max_input_tokens: 200_000 },
            { type: 'model', id: 'claude-sea', display_name: 'Claude Sea' },
          ],
        },
      },
    });
    await using gemini = await startModelServer({ wire: 'gemini' });
    // Where Ollama listens by itself.
    await using ollama = await startModelServer({
      wire: 'ollama',
      port: 11_434,
      documents: {
        '/api/tags': { models: [{ name: 'qwen3:14b', model: 'qwen3:14b' }] },
        '/api/show': { model_info: { 'qwen3.context_length': 40_960 } },
      },
    });
    await use({ anthropic, gemini, ollama });
  },
});

// Ollama's port is there once.
test.describe.configure({ mode: 'serial' });

test('a model is chosen from the provider’s list, tested, and what runs on this computer is found', async ({
  app,
  servers: { anthropic, ollama },
}) => {
  const marta = new Desk(app);
  await marta.goTo('Settings');
  await marta.main.getByRole('link', { name: 'AI providers' }).click();
  await marta.main.getByRole('button', { name: 'Add provider' }).click();
  const dialog = app.page.getByRole('dialog', { name: 'Add a provider' });
  await dialog.getByRole('combobox', { name: 'Provider' }).click();
  await app.page.getByRole('option', { name: 'Anthropic' }).click();
  await expect(dialog.getByRole('link', { name: 'console.anthropic.com' })).toBeVisible();
  await expect(dialog).toContainText('is sent to api.anthropic.com');
  await dialog.getByRole('textbox', { name: 'Key' }).fill('sk-ant-1');
  await dialog.getByRole('checkbox', { name: /Keep the key in a file/u }).check();
  await dialog.getByRole('button', { name: /^Address, small model/u }).click();
  await dialog.getByRole('textbox', { name: 'Address' }).fill(anthropic.baseUrl);
  await dialog.getByRole('textbox', { name: 'Time limit' }).fill('soon');
  await dialog.getByRole('button', { name: 'Model', exact: true }).click();
  await app.page.getByRole('option', { name: /claude-sky/u }).click();
  await dialog.getByRole('button', { name: 'Add provider' }).click();
  await expect(dialog.getByRole('alert')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Time limit' }).fill('60');
  await dialog.getByRole('button', { name: 'Add provider' }).click();
  await expect(dialog).toBeHidden();

  anthropic.script({ calls: [{ name: 'ready', arguments: {} }] });
  const claude = marta.main.getByRole('listitem').filter({ hasText: 'claude-sky' });
  await claude.getByRole('button', { name: 'Test Anthropic' }).click();
  await expect(claude.getByRole('status')).toContainText('It calls tools. It reads up to 200,000 tokens at once.');

  await marta.main.getByRole('button', { name: 'Use Ollama' }).click();
  await expect(dialog).toContainText('stays on this computer');
  await dialog.getByRole('button', { name: 'Add provider' }).click();
  await expect(dialog).toBeHidden();
  await expect(marta.main.getByRole('button', { name: 'Use Ollama' })).toBeHidden();
  const waiting = marta.main.getByRole('region', { name: 'Asked only when chosen' });
  await expect(waiting.getByText('qwen3:14b, on this computer')).toBeVisible();
  await expect.poll(() => ollama.lookups.length).toBeGreaterThan(0);
});

test('when the first provider is out the next one answers, in the order that was set by key, and the chat says so', async ({
  app,
  servers: { anthropic, gemini, ollama },
}) => {
  const marta = new Desk(app);
  for (const [kind, baseUrl, model] of [
    ['anthropic', anthropic.baseUrl, 'claude-sky'],
    ['gemini', gemini.baseUrl, 'gemini-sky'],
    ['ollama', ollama.baseUrl, 'qwen3:14b'],
  ]) {
    await app.call('providers.create', { kind, baseUrl, model });
  }
  await marta.goTo('Settings');
  await marta.main.getByRole('link', { name: 'AI providers' }).click();
  const order = marta.main.getByRole('region', { name: 'Order' });
  const waiting = marta.main.getByRole('region', { name: 'Asked only when chosen' });
  for (const name of ['Google Gemini', 'Ollama']) {
    await waiting.getByRole('button', { name: `More for ${name}` }).click();
    await app.page.getByRole('menuitem', { name: 'Ask when others fail' }).click();
    await expect(order.getByRole('button', { name: `Test ${name}` })).toBeVisible();
  }
  // By key, then with the mouse.
  await order.getByRole('button', { name: 'Move Ollama' }).focus();
  await app.page.keyboard.press('ArrowUp');
  await expect(order.getByRole('listitem')).toContainText(['Anthropic', 'Ollama', 'Google Gemini', 'Offline']);
  await expect(order.getByRole('button', { name: 'Move Ollama' })).toBeFocused();
  await order
    .getByRole('button', { name: 'Move Google Gemini' })
    .dragTo(order.getByRole('listitem').first(), { targetPosition: { x: 100, y: 4 } });
  await expect(order.getByRole('listitem')).toContainText(['Google Gemini', 'Anthropic', 'Ollama', 'Offline']);

  gemini.always(() => ({ fault: { kind: 'status', status: 429, retryAfter: 120 } }));
  anthropic.always(() => ({ text: 'I will not come to', fault: { kind: 'cut', after: 3 } }));
  ollama.script({ text: 'The labels are at the printer.' });
  await marta.openChat();
  await marta.ask('Where are the labels?');
  await expect(marta.chat.getByText('The labels are at the printer.')).toBeVisible();
  await expect(
    marta.chat.getByText('Google Gemini (asked too often) and Anthropic (failed) did not answer, so Ollama did.'),
  ).toBeVisible();
  await expect(marta.chat.getByText('qwen3:14b').first()).toBeVisible();
});
