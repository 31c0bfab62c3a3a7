import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '../../..');

/** The smallest program with all entries: what it answers is not the point, that it is built and started is. */
const sources = {
  'src/cli/cli.ts': `
import { createServer } from 'node:http';
const server = createServer((request, response) => response.end('hello'));
const port = Number(process.argv[process.argv.indexOf('--port') + 1] ?? 0);
process.on('SIGTERM', () => process.exit(0));
server.listen(port, '127.0.0.1', () => console.log('arguments ' + process.argv.slice(2).join(' ') + '\\nAdiuva is ready at http://127.0.0.1'));
`,
  'src/main/main.ts': 'export const main = 1;\n',
  'src/preload/preload.ts': 'export const preload = 1;\n',
  'src/core/search/indexerWorker.ts': 'export const worker = 1;\n',
  'src/core/reader/readerWorker.ts': 'export const worker = 2;\n',
  'tsconfig.json': '{ "compilerOptions": { "jsx": "react-jsx" } }',
  'src/renderer/index.html': '<!doctype html><script type="module" src="./main.ts"></script>\n',
  'src/renderer/main.ts': "document.title = 'Adiuva';\n",
  'src/renderer/routes/__root.tsx':
    "import { createRootRoute } from '@tanstack/react-router';\nexport const Route = createRootRoute();\n",
};

const copied = [
  'src/cli/launch',
  'package.json',
  'package-lock.json',
  'forge.config.ts',
  'vite.main.config.mts',
  'vite.renderer.config.mts',
];

export interface Project {
  readonly folder: string;
  write(path: string, text: string): void;
  /** Puts a shell script in Electron's place and returns the environment that leads there. */
  replaceElectron(script: string): Record<string, string>;
  /** `userId` is whom the launcher takes the user for: whoever runs the tests, an ordinary one unless told otherwise. */
  run(
    script: string,
    args?: readonly string[],
    environment?: Record<string, string | undefined>,
    userId?: number,
  ): Running;
  remove(): void;
}

export interface Running {
  readonly child: ChildProcessWithoutNullStreams;
  readonly output: { stdout: string; stderr: string };
  /** Resolves once standard output holds the text, rejects when the process ends without it. */
  printed(text: string): Promise<void>;
  ended(): Promise<number | null>;
}

/** A project of its own that is built and started with this one's launcher, configuration and packages. */
export function createProject(): Project {
  const folder = mkdtempSync(join(tmpdir(), 'adiuva-launch-'));
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  for (const path of copied) cpSync(join(root, path), join(folder, path), { recursive: true });
  for (const [path, text] of Object.entries(sources)) write(path, text);
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  const running: ChildProcessWithoutNullStreams[] = [];

  return {
    folder,
    write,
    replaceElectron(script) {
      write('electron/electron', `#!/bin/sh\n${script}\n`);
      chmodSync(join(folder, 'electron/electron'), 0o755);
      return { ELECTRON_OVERRIDE_DIST_PATH: join(folder, 'electron'), DISPLAY: ':0' };
    },
    run(script, args = [], environment = {}, userId = 1000) {
      const user = `data:text/javascript,process.getuid = () => ${userId};`;
      const child = spawn(process.execPath, ['--import', user, join(folder, 'src/cli/launch', script), ...args], {
        env: { ...process.env, DISPLAY: undefined, WAYLAND_DISPLAY: undefined, ...environment },
      });
      running.push(child);
      return follow(child);
    },
    remove() {
      for (const child of running) child.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function follow(child: ChildProcessWithoutNullStreams): Running {
  const output = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output.stderr += text));
  const end = new Promise<number | null>((resolve) => child.once('close', resolve));
  return {
    child,
    output,
    ended: () => end,
    printed: (text) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (output.stdout.includes(text)) resolve();
        };
        child.stdout.on('data', look);
        look();
        void end.then((code) => reject(new Error(`ended with ${code} without "${text}": ${output.stderr}`)));
      }),
  };
}
