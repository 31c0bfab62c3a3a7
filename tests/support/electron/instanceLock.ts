import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { z } from 'zod';

const callSchema = z.object({ argv: z.array(z.string()), folder: z.string() });

let held: { file: string; server: Server } | undefined;
let delivering: Promise<void> | undefined;

/**
 * Electron's single instance lock for one user data folder: whether this process is the first. A second one hands its
 * arguments to the first. The lock of a process that was killed counts for nothing.
 */
export function takeInstanceLock(folder: string, onSecond: (argv: string[], folder: string) => void): boolean {
  if (held !== undefined) return true;
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'stand-in.lock');
  const address = pipeOf(folder);
  const holder = claim(file);
  if (holder === 'other') {
    delivering = deliver(address, { argv: process.argv, folder: process.cwd() });
    return false;
  }
  if (process.platform !== 'win32') rmSync(address, { force: true });
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    void text(socket).then((body) => {
      const call = callSchema.parse(JSON.parse(body));
      onSecond(call.argv, call.folder);
      socket.end();
    });
  }).listen(address);
  server.unref();
  held = { file, server };
  return true;
}

export async function releaseInstanceLock(): Promise<void> {
  await delivering;
  held?.server.close();
  if (held !== undefined) rmSync(held.file, { force: true });
  held = undefined;
}

function claim(file: string): 'ours' | 'other' {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return 'ours';
  } catch {
    if (isAlive(Number(readFileSync(file, 'utf8')))) return 'other';
    rmSync(file, { force: true });
    return claim(file);
  }
}

function isAlive(pid: number): boolean {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch {
    return false;
  }
}

function deliver(address: string, call: z.input<typeof callSchema>): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(address, () => socket.end(JSON.stringify(call)));
    socket.on('close', () => {
      resolve();
    });
    socket.on('error', () => undefined);
    socket.resume();
  });
}

function pipeOf(folder: string): string {
  const name = `adiuva-stand-in-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`);
}
