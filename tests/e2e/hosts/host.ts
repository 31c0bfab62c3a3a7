import type { Browser, Page } from '@playwright/test';
import type { Ending } from './appProcess.ts';

/** One of the programs that the same specs run on. */
export interface Host {
  /** Why it cannot run on this machine, in words; null where it can. */
  missing(): Promise<string | null>;
  start(place: Place): Promise<RunningApp>;
  /** Starts it where it is to end by itself, and answers how it did. */
  startToEnd(place: Place): Promise<Ending>;
}

/** Where an app under test lives. */
export interface Place {
  /** The app's user data folder, new for each test. */
  readonly home: string;
  /** The whole environment that the app gets. */
  readonly environment: Readonly<Record<string, string>>;
  /** What the app's command line says more. */
  readonly args: readonly string[];
  /** Playwright's browser, for hosts that have no window of their own. */
  readonly browser: Browser;
  /** What the app writes, for reports. */
  readonly log: (text: string) => void;
}

export interface RunningApp {
  /** The first window. */
  readonly page: Page;
  /** One more window, as the user opens it. */
  openWindow(): Promise<Page>;
  /** Every address outside the app that was asked for so far. */
  outsideRequests(): Promise<readonly string[]>;
  /** Ends the app as a user does, and waits until it has ended. */
  quit(): Promise<void>;
  /** Ends it in the middle of whatever it does (SIGKILL). */
  kill(): Promise<void>;
}

export const readyLine = /^Adiuva is ready at (\S+)$/mu;
