import { expect, test } from './app.ts';

test('the app opens a window and shows Home', async ({ app }) => {
  await expect(app.page).toHaveTitle(/Adiuva/u);
});
