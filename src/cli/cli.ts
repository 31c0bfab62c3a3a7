import { findBuildFolders } from '../platform/buildFolders.ts';
import { clearTracing } from '../platform/clearTracing.ts';
import { takeApiToken } from '../platform/takeApiToken.ts';
import { catalogue, fill } from './catalogue.ts';
import { USUAL_PORT } from './launch/usualPort.mjs';
import { readCommand } from './readCommand.ts';

clearTracing(process.env);
// A terminal that is gone is no reason to fail.
process.stdout.on('error', () => undefined);
process.stderr.on('error', () => undefined);
run(process.argv.slice(2)).then(
  // Not by itself: a library's thread may still be there when all that is ours is closed.
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);

/** Does what was asked for; the answer is the process's exit code. */
async function run(args: readonly string[]): Promise<number> {
  const command = readCommand(args);
  switch (command.kind) {
    case 'help':
      console.log(fill(catalogue.help, { usualPort: USUAL_PORT }));
      return 0;
    case 'version':
      console.log(findBuildFolders(import.meta.dirname).version);
      return 0;
    case 'mistake':
      console.error(command.sentence);
      return 2;
    case 'serve': {
      const apiToken = takeApiToken(process.env);
      if (apiToken === null) {
        console.error(catalogue.mistake.apiToken);
        return 2;
      }
      // The whole workspace hangs on this import: the other commands do without.
      const { serve } = await import('./serve/serve.ts');
      return serve({ ...command, apiToken, from: import.meta.dirname, environment: process.env });
    }
  }
}
