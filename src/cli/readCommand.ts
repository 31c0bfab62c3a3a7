import { parseArgs } from 'node:util';
import { catalogue, fill } from './catalogue.ts';
import { USUAL_PORT } from './launch/usualPort.mjs';

export interface ServeCommand {
  readonly kind: 'serve';
  readonly port: number;
  /** As typed; undefined where the usual one is meant. */
  readonly workspace: string | undefined;
  readonly open: boolean;
}

export type Command =
  | ServeCommand
  | { readonly kind: 'help' | 'version' }
  /** `sentence` says what is wrong with what was typed. */
  | { readonly kind: 'mistake'; readonly sentence: string };

/** What the user asks for. `args` is what follows the command's own name. */
export function readCommand(args: readonly string[]): Command {
  const parsed = parse(args);
  if (typeof parsed === 'string') return mistake(parsed);
  const { values, positionals } = parsed;
  const [name, ...others] = positionals;
  if (values.help || name === 'help') return { kind: 'help' };
  if (values.version) return { kind: 'version' };
  if (name === undefined) return args.length === 0 ? { kind: 'help' } : mistake(catalogue.mistake.commandMissing);
  const unknown = name === 'serve' ? others[0] : name;
  if (unknown !== undefined) return mistake(fill(catalogue.mistake.noCommand, { name: unknown }));
  if (values.workspace === '') return mistake(catalogue.mistake.workspace);
  const port = readPort(values.port);
  if (port === null) return mistake(fill(catalogue.mistake.port, { value: values.port ?? '' }));
  return { kind: 'serve', port, workspace: values.workspace, open: values.open };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        port: { type: 'string' },
        workspace: { type: 'string' },
        open: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
        version: { type: 'boolean', short: 'v', default: false },
      },
    });
  } catch (error) {
    // Node's first sentence names the option; what follows explains Node's own rules.
    const [sentence = ''] = (error instanceof Error ? error.message : String(error)).split(/\.(?: |$)|\n/u);
    return `${sentence}.`;
  }
}

function readPort(text: string | undefined): number | null {
  if (text === undefined) return USUAL_PORT;
  const port = /^\d{1,5}$/u.test(text) ? Number(text) : NaN;
  return port <= 65_535 ? port : null;
}

function mistake(sentence: string): Command {
  return { kind: 'mistake', sentence: `${sentence} ${catalogue.mistake.seeHelp}` };
}
