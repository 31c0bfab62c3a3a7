import { join, resolve } from 'node:path';
import type { SecretBackend } from '../../src/contracts/provider.ts';
import type { Clock, LogFields, Logger, Notification, Ports, Secrets } from '../../src/core/ports.ts';

/** A clock that stands still until it is told to go on. */
export interface FixedClock extends Clock {
  /** Sets the time, epoch milliseconds or ISO text. */
  set(time: number | string): void;
  /** Goes on by so many milliseconds. */
  advance(milliseconds: number): void;
  /** Goes to another time zone, by its IANA name. */
  travel(timeZone: string): void;
}

/** Days are UTC days, until one travels. */
export function createFixedClock(start: number | string = '2026-11-21T09:00:00Z'): FixedClock {
  let now = new Date(start).getTime();
  let zone = 'UTC';
  // Swedish writes dates as ISO 8601 does.
  const local = (): string =>
    new Date(now).toLocaleString('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  return {
    now: () => now,
    today: () => (zone === 'UTC' ? new Date(now).toISOString() : local()).slice(0, 10),
    timeOfDay: () => local().slice(11, 16),
    travel: (timeZone) => void (zone = timeZone),
    set: (time) => void (now = new Date(time).getTime()),
    advance: (milliseconds) => void (now += milliseconds),
  };
}

export interface MemorySecrets extends Secrets {
  readonly values: Map<string, string>;
}

/** Keeps secrets in memory, as the keychain would. */
export function createMemorySecrets(backend: SecretBackend = 'keychain'): MemorySecrets {
  const values = new Map<string, string>();
  return {
    values,
    preferredBackend: () => Promise.resolve(backend),
    set: (name, value) => {
      values.set(name, value);
      return Promise.resolve(backend);
    },
    get: (name) => Promise.resolve(values.get(name) ?? null),
    delete: (name) => {
      values.delete(name);
      return Promise.resolve();
    },
  };
}

export interface LogLine {
  readonly level: 'debug' | 'info' | 'warn' | 'error';
  readonly message: string;
  readonly fields: LogFields;
}

export interface MemoryLogger extends Logger {
  readonly lines: LogLine[];
}

export function createMemoryLogger(): MemoryLogger {
  const lines: LogLine[] = [];
  const write =
    (level: LogLine['level']) =>
    (message: string, fields: LogFields = {}): void =>
      void lines.push({ level, message, fields });
  return { lines, debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
}

export interface TestPorts extends Ports {
  readonly clock: FixedClock;
  readonly secrets: MemorySecrets;
  readonly logger: MemoryLogger;
  readonly opened: string[];
  readonly notifications: Notification[];
}

const core = resolve(import.meta.dirname, '../../src/core');

/** Ports of a host that exists in memory alone, over a real folder. */
export function createTestPorts(workspace: string, overrides: Partial<TestPorts> = {}): TestPorts {
  const opened: string[] = [];
  const notifications: Notification[] = [];
  return {
    paths: {
      workspace,
      migrations: join(core, 'db', 'migrations'),
      indexerWorker: join(core, 'search', 'indexerWorker.ts'),
      readerWorker: join(core, 'reader', 'readerWorker.ts'),
    },
    secrets: createMemorySecrets(),
    clock: createFixedClock(),
    logger: createMemoryLogger(),
    host: { kind: 'test', version: '0.1.0-test' },
    notify: (notification) => notifications.push(notification) > 0,
    open: (url) => {
      opened.push(url);
      return Promise.resolve();
    },
    opened,
    notifications,
    ...overrides,
  };
}
