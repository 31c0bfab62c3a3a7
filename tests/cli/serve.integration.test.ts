import { createTRPCClient } from '@trpc/client';
import Database from 'better-sqlite3';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { WebSocket as NodeWebSocket } from 'ws';
import type { AppRouter } from '../../src/api/appRouter.ts';
import { createConnection } from '../../src/transport/connection.ts';
import { portLink } from '../../src/transport/link.ts';
import { createWebSocketPort } from '../../src/transport/webSocketPort.ts';
import { sendRequest } from './hostFixture.ts';
import { API_TOKEN, createProgram, type Program, type RunningHost, runProgram } from './programFixture.ts';

let root: string;
let workspace: string;

beforeEach(() => {
  root = createProgram();
  workspace = join(root, 'my workspace');
});

function serve(...args: string[]): Program {
  return runProgram(root, ['serve', '--port', '0', '--workspace', workspace, ...args], { ADIUVA_API_TOKEN: API_TOKEN });
}

/** The window's client, signed in with the start address. */
async function openWindow({ port, address }: RunningHost) {
  const { headers } = await sendRequest(port, `${address.pathname}${address.search}`);
  const cookie = headers['set-cookie']?.[0]?.split(';')[0] ?? '';
  const connection = createConnection(
    createWebSocketPort({
      url: `ws://127.0.0.1:${port}/socket`,
      open: (url) => {
        const socket = new NodeWebSocket(url, { headers: { cookie, origin: `http://127.0.0.1:${port}` } });
        socket.on('error', () => undefined);
        return socket as unknown as WebSocket;
      },
    }),
  );
  onTestFinished(() => {
    connection.close();
  });
  return createTRPCClient<AppRouter>({ links: [portLink<AppRouter>(connection)] });
}

describe('adiuva serve', () => {
  test('shows one workspace to a window and to scripts, and keeps it', async () => {
    const first = serve();
    const host = await first.ready();
    const window = await openWindow(host);

    const events: string[] = [];
    const heard = new Promise<void>((resolve) => {
      window.history.events.subscribe(undefined, {
        onStarted: () => void host.call('tasks.create', { title: 'By a script' }),
        onData: (event) => {
          events.push(event.type);
          resolve();
        },
      });
    });
    await heard;
    await window.tasks.create.mutate({ title: 'By the user' });
    expect(events).toContain('recordsChanged');
    const { items } = await window.history.list.query({ limit: 10 });
    expect(items.map(({ title, actorKind }) => [title, actorKind])).toEqual([
      ['By the user', 'user'],
      ['By a script', 'api'],
    ]);
    expect(await window.health.get.query()).toMatchObject({ host: 'browser', folder: workspace, version: '0.1.0' });

    first.process.kill('SIGTERM');
    expect(await first.ended).toEqual({ code: 0, stdout: `Adiuva is ready at ${host.address.href}\n`, stderr: '' });

    const second = await serve().ready();
    expect(await second.call('tasks.list', { limit: 10 })).toMatchObject({
      data: { items: expect.arrayContaining([expect.objectContaining({ title: 'By a script' })]) as unknown },
    });
  });

  test('answers what was asked before a signal, and loses nothing that it answered', async () => {
    const program = serve();
    const host = await program.ready();
    const acknowledged: string[] = [];
    const calls = Array.from({ length: 100 }, async (_, index) => {
      const { status } = await host.call('notes.create', { title: `note ${index}`, content: 'x'.repeat(10_000) });
      if (status === 200) acknowledged.push(`note ${index}`);
      if (acknowledged.length === 10) program.process.kill('SIGINT');
    });
    await Promise.allSettled(calls);
    expect((await program.ended).code).toBe(0);
    expect(acknowledged.length).toBeGreaterThanOrEqual(10);

    const { data } = await (await serve().ready()).call('notes.list', { limit: 200 });
    const titles = (data as { items: { title: string }[] }).items.map(({ title }) => title);
    expect(acknowledged.filter((title) => !titles.includes(title))).toEqual([]);
  });

  test('a second signal ends it at once', async () => {
    const program = serve();
    const { port } = await program.ready();
    // A request whose body never comes holds an orderly end up for as long as it may.
    const socket = connect(port, '127.0.0.1');
    onTestFinished(() => {
      socket.destroy();
    });
    socket.on('error', () => undefined);
    socket.write(
      `POST /trpc/tasks.create HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAuthorization: Bearer ${API_TOKEN}\r\n` +
        'Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{',
    );
    await sendRequest(port, '/');
    program.process.kill('SIGTERM');
    // Signals close together are one: those that follow are somebody's second.
    const again = setInterval(() => program.process.kill('SIGTERM'), 50);
    const { code } = await program.ended;
    clearInterval(again);
    expect(code).toBe(1);
  });

  test('a fault while it ends does not claim that it never started', async () => {
    const fault = "import http from 'node:http'; http.Server.prototype.close = () => { throw new Error('a bug'); };";
    const program = runProgram(root, ['serve', '--port', '0', '--workspace', workspace], {
      NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(fault)}`,
    });
    await program.ready();
    program.process.kill('SIGTERM');
    expect(await program.ended).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(
        /^Adiuva ends because of an internal fault\. What was saved is safe\..*\n$/u,
      ) as unknown,
    });
  });

  test('the start address works once, and no token gets into the log', async () => {
    const program = serve();
    const host = await program.ready();
    const { search } = host.address;
    expect((await sendRequest(host.port, `/${search}`)).status).toBe(303);
    expect((await sendRequest(host.port, `/${search}`)).status).toBe(403);
    const log = readFileSync(join(workspace, 'logs', 'adiuva.log'), 'utf8');
    expect(log).not.toContain(host.address.searchParams.get('token'));
    expect(log).not.toContain(API_TOKEN);
  });

  test('a --open without a terminal opens nothing', async () => {
    const program = serve('--open');
    await program.ready();
    program.process.kill('SIGTERM');
    expect(await program.ended).toMatchObject({
      code: 0,
      stderr: 'The browser is opened only where there is a terminal.\n',
    });
  });

  test('without --workspace it is the one of ADIUVA_HOME', async () => {
    const program = runProgram(root, ['serve', '--port=0'], { ADIUVA_API_TOKEN: API_TOKEN });
    const { data } = await (await program.ready()).call('clients.create', { name: 'Rossi' });
    expect(data).toMatchObject({ name: 'Rossi' });
    expect(readdirSync(join(root, 'home', 'workspace'))).toContain('adiuva.db');
  });
});

describe('what keeps it from starting is told in a sentence', () => {
  test('the workspace is open: its owner is named', async () => {
    const first = serve();
    await first.ready();
    expect(await serve().ended).toEqual({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(
        new RegExp(
          `^The workspace .*my workspace is open in another program: Adiuva 0\\.1\\.0 \\(browser\\), process ${first.process.pid} on \\S+\\. Close it there first\\.\\n$`,
          'u',
        ),
      ) as unknown,
    });
    first.process.kill('SIGKILL');
    await first.ended;
    await serve().ready();
  });

  test('the port is taken, and the workspace is free again', async () => {
    const first = serve();
    const { port } = await first.ready();
    const other = join(root, 'other');
    expect(await runProgram(root, ['serve', '--port', String(port), '--workspace', other]).ended).toEqual({
      code: 1,
      stdout: '',
      stderr: `Port ${port} is taken by another program. Choose another with --port, or 0 for any that is free.\n`,
    });
    await runProgram(root, ['serve', '--port', '0', '--workspace', other]).ready();
  });

  test('a newer Adiuva made it: refused and left as it is', async () => {
    mkdirSync(workspace);
    const file = join(workspace, 'adiuva.db');
    const database = new Database(file);
    database.exec('create table later (id integer)');
    database.pragma('application_id = 0x41646975');
    database.pragma('user_version = 9999');
    database.close();
    const before = readFileSync(file);
    expect(await serve().ended).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(
        /^The workspace .* was made by a newer Adiuva and was not touched\..*\n$/u,
      ) as unknown,
    });
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  test('a damaged database is moved aside, which is told, and a new one is begun', async () => {
    mkdirSync(workspace);
    writeFileSync(join(workspace, 'adiuva.db'), 'this is no database '.repeat(1_000));
    const program = serve();
    await program.ready();
    program.process.kill('SIGTERM');
    const { code, stderr } = await program.ended;
    expect(code).toBe(0);
    const movedTo = /^The database was damaged\. It was moved aside to (.+), and a new one was begun\.\n$/u.exec(
      stderr,
    )?.[1];
    expect(existsSync(join(workspace, movedTo ?? 'nothing was told'))).toBe(true);
  });

  test('the folder is a file', async () => {
    writeFileSync(workspace, 'not a folder');
    expect(await serve().ended).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^The workspace .* cannot be written to\..*\n$/u) as unknown,
    });
    expect(readFileSync(workspace, 'utf8')).toBe('not a folder');
  });

  test.each([
    [['frobnicate'], 'There is no command frobnicate. See adiuva --help.\n'],
    [['serve', '--host', '0.0.0.0'], "Unknown option '--host'. See adiuva --help.\n"],
    [['serve', '--port', '65536'], '65536 is no port: it is a number from 0 to 65535. See adiuva --help.\n'],
  ])('adiuva %o', async (args, stderr) => {
    expect(await runProgram(root, args).ended).toEqual({ code: 2, stdout: '', stderr });
  });
});
