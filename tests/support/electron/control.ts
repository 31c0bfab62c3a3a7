import { z } from 'zod';
import { app } from './application.ts';
import { bindBrowser } from './browser.ts';
import { type Records, records } from './records.ts';
import { chooseMenuItem } from './system.ts';

/** What the test asks over the channel that `child_process.fork` gives. */
export const commandSchema = z.discriminatedUnion('command', [
  z.object({ id: z.int(), command: z.literal('endpoint') }),
  z.object({ id: z.int(), command: z.literal('records') }),
  z.object({ id: z.int(), command: z.literal('chooseMenuItem'), labels: z.array(z.string()) }),
  z.object({ id: z.int(), command: z.literal('quit') }),
]);
export type Command = z.infer<typeof commandSchema>;

export interface Answers {
  endpoint: string;
  records: Records;
  chooseMenuItem: null;
  quit: null;
}

export function answerTest(): void {
  if (process.send === undefined) return;
  const send = process.send.bind(process);
  // A test that is gone must not leave an app behind.
  process.on('disconnect', () => process.exit(1));
  process.on('message', (message) => {
    const command = commandSchema.parse(message);
    answer(command).then(
      (value) => send({ id: command.id, value }),
      (error: unknown) => send({ id: command.id, error: String(error) }),
    );
  });
}

async function answer(command: Command): Promise<Answers[Command['command']]> {
  switch (command.command) {
    case 'endpoint':
      return bindBrowser();
    case 'records':
      return records;
    case 'chooseMenuItem':
      chooseMenuItem(command.labels);
      return null;
    case 'quit':
      app.quit();
      return null;
  }
}
