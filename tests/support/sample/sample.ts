import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createWorkspace } from '../../../src/core/createWorkspace.ts';
import { findBuildFolders } from '../../../src/platform/buildFolders.ts';
import { createNodePorts } from '../../../src/platform/nodePorts.ts';
import { systemClock } from '../../../src/platform/systemClock.ts';
import { createFixedClock } from '../ports.ts';
import { writeSample } from './writeSample.ts';

const usage = `npm run sample -- [--tasks N] [--notes N] [--projects N] [--clients N] [--seed N] [--today YYYY-MM-DD] [--workspace DIR]
Makes a workspace that looks used, of any size. The same seed and day make the same records. DIR must be new or empty
(default: ./sample-workspace). Open it with: npm start -- --workspace DIR`;

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const complain = (text: string): void => void process.stderr.write(`${text}\n`);

const { values } = parseArgs({
  options: {
    tasks: { type: 'string', default: '1000' },
    notes: { type: 'string', default: '200' },
    projects: { type: 'string' },
    clients: { type: 'string' },
    seed: { type: 'string', default: '1' },
    today: { type: 'string', default: systemClock.today() },
    workspace: { type: 'string', default: 'sample-workspace' },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  say(usage);
  process.exit(0);
}

function count(name: string, text: string | undefined, least: number): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (Number.isSafeInteger(value) && value >= least && value <= 10_000_000) return value;
  complain(`--${name} wants a whole number from ${least} to 10000000, not "${text}".\n\n${usage}`);
  process.exit(2);
}

if (!/^\d{4}-\d{2}-\d{2}$/u.test(values.today) || Number.isNaN(Date.parse(values.today))) {
  complain(`--today wants a day like 2026-11-21, not "${values.today}".\n\n${usage}`);
  process.exit(2);
}
const options = {
  tasks: count('tasks', values.tasks, 0) ?? 0,
  notes: count('notes', values.notes, 0) ?? 0,
  seed: count('seed', values.seed, 0) ?? 0,
  today: values.today,
};
const projects = count('projects', values.projects, 1);
const clients = count('clients', values.clients, 1);
const folder = resolve(values.workspace);
if (existsSync(folder) && readdirSync(folder).length > 0) {
  complain(`${folder} is not empty. Name a new folder: a sample never goes into a workspace that is in use.`);
  process.exit(2);
}

const silent = { debug: () => undefined, info: () => undefined, warn: complain, error: complain };
const clock = createFixedClock(`${options.today}T12:00:00Z`);
const ports = createNodePorts({
  workspace: folder,
  build: findBuildFolders(join(import.meta.dirname, '..', '..', '..', 'src', 'core')),
  host: 'test',
  logger: silent,
});
const startedAt = performance.now();
const workspace = await createWorkspace({ ...ports, clock });
const ids = writeSample(workspace, clock, {
  ...options,
  ...(projects === undefined ? {} : { projects }),
  ...(clients === undefined ? {} : { clients }),
  onProgress: (written, all) => {
    if (process.stdout.isTTY) process.stdout.write(`\r${written.toLocaleString('en')} of ${all.toLocaleString('en')}`);
  },
});
workspace.settings.update({ userName: 'Marta', workspaceName: 'Sample' });
await workspace.dispose();
const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
say(
  `\r${ids.clients.length} clients, ${ids.projects.length} projects, ${ids.tasks.length} tasks and ${ids.notes.length} notes in ${folder} (${seconds} s).`,
);
