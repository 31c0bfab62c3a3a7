import { expect, type Locator, type Page } from '@playwright/test';

/** What a person does at the desk, in their words. Every step ends when its effect is to be seen. */
export class Desk {
  readonly #window: { readonly page: Page };

  /** @param window the app, whose window is another one after a restart, or one window */
  constructor(window: { readonly page: Page }) {
    this.#window = window;
  }

  get page(): Page {
    return this.#window.page;
  }

  get main(): Locator {
    return this.page.getByRole('main');
  }

  get brief(): Locator {
    return this.main.getByRole('region', { name: /brief/iu });
  }

  get chat(): Locator {
    return this.page.getByRole('region', { name: 'Assistant' });
  }

  async goTo(screen: 'Home' | 'Tasks' | 'Projects' | 'Notes' | 'Settings'): Promise<void> {
    await this.page.getByRole('link', { name: screen, exact: true }).first().click();
    if (screen !== 'Home') await expect(this.main.getByRole('heading', { name: screen, level: 1 })).toBeVisible();
    else await expect(this.main.getByRole('heading', { name: /^Good /u, level: 1 })).toBeVisible();
  }

  async createClient(name: string): Promise<void> {
    await this.goTo('Projects');
    await this.main.getByRole('button', { name: 'New client' }).first().click();
    await this.#fillDialog('New client', name);
    await expect(this.main.getByRole('heading', { name })).toBeVisible();
  }

  /** Ends on the project's own screen. */
  async createProject(name: string, { client }: { client: string }): Promise<void> {
    await this.goTo('Projects');
    await this.main.getByRole('button', { name: 'New project' }).first().click();
    await this.page.getByRole('dialog', { name: 'New project' }).getByRole('button', { name: 'Client' }).click();
    await this.page.getByRole('option', { name: client }).click();
    await this.#fillDialog('New project', name);
    await expect(this.main.getByRole('heading', { name, level: 1 })).toBeVisible();
  }

  async openProject(name: string): Promise<void> {
    await this.goTo('Projects');
    await this.main.getByRole('link', { name }).first().click();
    await expect(this.main.getByRole('heading', { name, level: 1 })).toBeVisible();
  }

  /** Writes a task as a sentence where the screen has its field for it. */
  async addTask(sentence: string, title: string): Promise<void> {
    const inScreen = this.main.getByRole('combobox', { name: 'New task' });
    // Tasks has a button for it; a project shows a quiet row until somebody wants to write in it; Home has the field.
    const button = this.main.getByRole('button', { name: 'New task', exact: true });
    const row = this.main.getByRole('button', { name: 'Add a task' });
    await expect(inScreen.or(row).or(button).first()).toBeVisible();
    const dialog = this.page.getByRole('dialog', { name: 'New task' });
    const hasButton = await button.isVisible();
    if (hasButton) await button.click();
    else if (await row.isVisible()) await row.click();
    const field = hasButton ? dialog.getByRole('combobox') : inScreen;
    await field.fill(sentence);
    await field.press('Enter');
    await expect(dialog).toBeHidden();
    await expect(this.task(title)).toBeVisible();
  }

  /** The button that opens a task, wherever the screen shows it. */
  task(title: string): Locator {
    return this.main.getByRole('button', { name: new RegExp(`^${RegExp.escape(title)}`, 'u') }).first();
  }

  /** The side panel of the task that is open. */
  get taskPanel(): Locator {
    return this.main.getByRole('complementary', { name: 'Task' });
  }

  async openTask(title: string): Promise<void> {
    await this.task(title).click();
    await expect(this.taskPanel.getByRole('textbox', { name: 'Title' })).toHaveValue(title);
  }

  async completeTask(title: string): Promise<void> {
    await this.main.getByRole('button', { name: `Complete: ${title}` }).click();
  }

  /** The titles of the tasks in the list, in shown order, each after the heading of its group: `Today:`. */
  async listedTasks(): Promise<string[]> {
    return this.page
      .locator('[data-task-list]')
      .evaluate((list) =>
        [...list.querySelectorAll<HTMLElement>('[data-group] h2 button > span:first-child, [data-row-main]')]
          .toSorted((one, other) => one.getBoundingClientRect().top - other.getBoundingClientRect().top)
          .map((part) => `${part.firstChild?.textContent ?? ''}${part.hasAttribute('data-row-main') ? '' : ':'}`),
      );
  }

  /** Sets one of the filters above the tasks, or how they are grouped and sorted. */
  async setFilter(name: string, value: string): Promise<void> {
    await this.main
      .getByRole('group', { name: 'Filters' })
      .getByRole('button', { name: new RegExp(`^${name}`, 'u') })
      .click();
    const option = this.page
      .getByRole('menuitemradio', { name: value, exact: true })
      .or(this.page.getByRole('option', { name: new RegExp(`^${RegExp.escape(value)}`, 'u') }));
    await option.click();
    await expect(option).toBeHidden();
  }

  /** The bar at the foot of the list while tasks are selected. */
  get bulkBar(): Locator {
    return this.main.getByRole('toolbar', { name: 'Selected tasks' });
  }

  async writeNote(title: string, text: string): Promise<void> {
    await this.createNote(title);
    await this.noteText.pressSequentially(text);
    await expect(this.main.getByText('Saved', { exact: true })).toBeVisible();
  }

  /** Ends in the note's empty text. */
  async createNote(title: string): Promise<void> {
    await this.goTo('Notes');
    await this.main.getByRole('button', { name: 'New note' }).first().click();
    await this.main.getByRole('textbox', { name: 'Title' }).fill(title);
    await expect(this.main.getByText('Saved', { exact: true })).toBeVisible();
    await this.noteText.click();
  }

  async openNote(title: string): Promise<void> {
    await this.goTo('Notes');
    await this.main.getByRole('link', { name: title }).first().click();
    await expect(this.main.getByRole('textbox', { name: 'Title' })).toHaveValue(title);
    await this.noteText.click();
  }

  get noteText(): Locator {
    return this.main.getByRole('textbox', { name: 'Text of the note' });
  }

  /** Ends on the settings of providers, where it is listed. */
  async addProvider({ address, model, key }: { address: string; model: string; key?: string }): Promise<void> {
    await this.goTo('Settings');
    await this.main.getByRole('link', { name: 'AI providers' }).click();
    await this.main.getByRole('button', { name: 'Add provider' }).click();
    const dialog = this.page.getByRole('dialog', { name: 'Add a provider' });
    await dialog.getByRole('combobox', { name: 'Provider' }).click();
    await this.page.getByRole('option', { name: 'Other (OpenAI format)' }).click();
    await dialog.getByRole('textbox', { name: 'Address' }).fill(address);
    await dialog.getByRole('button', { name: 'Model', exact: true }).click();
    await this.page.getByRole('combobox', { name: 'Model' }).fill(model);
    await this.page.getByRole('option', { name: `Use “${model}”` }).click();
    if (key !== undefined) {
      await dialog.getByRole('textbox', { name: 'Key' }).fill(key);
      // Apps under test have no keychain: a file is all there is, and it wants the user's word.
      await dialog.getByRole('checkbox', { name: /Keep the key in a file/u }).check();
    }
    await dialog.getByRole('button', { name: 'Add provider' }).click();
    await expect(dialog).toBeHidden();
  }

  async openChat(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+j');
    await expect(this.chat).toBeVisible();
  }

  async openConversation(title: string): Promise<void> {
    await this.chat.getByRole('button', { name: 'Conversations' }).click();
    await this.page.getByRole('button', { name: title, exact: true }).click();
  }

  async closeChat(): Promise<void> {
    await this.chat.getByRole('button', { name: 'Close the assistant' }).click();
    await expect(this.chat).toBeHidden();
  }

  /** Says something in the chat and waits until the answer is whole. */
  async ask(text: string): Promise<void> {
    const answers = this.chat.getByRole('article', { name: 'Answer' });
    const before = await answers.count();
    await this.chat.getByRole('textbox').fill(text);
    await this.chat.getByRole('button', { name: 'Send' }).click();
    await expect(answers).toHaveCount(before + 1);
    await expect(answers.last().getByRole('button', { name: 'Copy the answer' })).toBeVisible();
  }

  /** A suggestion in the chat. */
  suggestion(title: string): Locator {
    return this.chat.getByRole('article', { name: title });
  }

  async approve(title: string): Promise<void> {
    await this.suggestion(title)
      .getByRole('button', { name: `Approve: ${title}`, exact: true })
      .click();
  }

  async reject(title: string, reason = ''): Promise<void> {
    await this.suggestion(title)
      .getByRole('button', { name: `Reject: ${title}`, exact: true })
      .click();
    await this.giveReason(reason);
  }

  /** In the small field that rejecting opens. */
  async giveReason(reason: string): Promise<void> {
    const field = this.page.getByRole('textbox', { name: /^Why\?/u });
    await expect(field).toBeFocused();
    await field.fill(reason);
    await field.press('Enter');
    await expect(field).toBeHidden();
  }

  async find(word: string): Promise<Locator> {
    await this.page.keyboard.press('ControlOrMeta+k');
    const dialog = this.page.getByRole('dialog');
    await dialog.getByRole('combobox').fill(word);
    return dialog.getByRole('option');
  }

  async #fillDialog(title: string, name: string): Promise<void> {
    const dialog = this.page.getByRole('dialog', { name: title });
    await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
    await dialog.getByRole('button', { name: 'Create' }).click();
    await expect(dialog).toBeHidden();
  }
}
