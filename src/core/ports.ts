import type { SecretBackend } from '../contracts/provider.ts';

/** What a host supplies. Core runs wherever these can be had: Electron, plain Node, a test. */
export interface Ports {
  readonly paths: Paths;
  readonly secrets: Secrets;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly host: HostInfo;
  /**
   * Shows a notification of the system. Choosing it brings a window forward, at its route.
   * @returns false where there is none: then the windows are told instead
   */
  notify(notification: Notification): boolean;
  /** Opens an https: or mailto: address outside the app. */
  open(url: string): Promise<void>;
}

/** Others may see it on the screen: it says no more than counts. */
export interface Notification {
  readonly title: string;
  readonly body: string;
  /** A path of the app: `/`. */
  readonly route: string;
}

export interface Paths {
  /** The workspace's folder, absolute. Core makes it and all that lies in it. */
  readonly workspace: string;
  /** Folder of the generated SQL migrations. */
  readonly migrations: string;
  /** The module that a worker thread runs to embed and write vectors. */
  readonly indexerWorker: string;
  /** The module that a worker thread runs to read what may take long. */
  readonly readerWorker: string;
}

export interface HostInfo {
  readonly kind: 'desktop' | 'browser' | 'test';
  /** The program's version, as in package.json. */
  readonly version: string;
}

export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /** The user's day, `YYYY-MM-DD`, in the time zone of the machine. */
  today(): string;
  /** The user's time of that day, `HH:mm`. */
  timeOfDay(): string;
}

/** Secrets by name. Nothing that goes in here may reach a log, the database or the window. */
export interface Secrets {
  /** The store that a new secret would go to without asking; null where the user has to agree to a file first. */
  preferredBackend(): Promise<SecretBackend | null>;
  /**
   * Writes, reads back and compares. Answers where it lies.
   * @throws AdiuvaError `secretStoreUnavailable` where only a file is left and `allowFile` is false; `secretNotKept`.
   */
  set(name: string, value: string, options: { allowFile: boolean }): Promise<SecretBackend>;
  /** @returns null where there is none, or where the store it lies in does not open any more. */
  get(name: string, backend: SecretBackend): Promise<string | null>;
  delete(name: string, backend: SecretBackend): Promise<void>;
}

export interface Logger {
  debug(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
}
/** `error` is written with its stack and causes. No titles, texts or secrets. */
export type LogFields = Readonly<Record<string, unknown>>;
