import { Worker } from 'node:worker_threads';
import type { z } from 'zod';
import { answerEnvelopeSchema } from './threadProtocol.ts';

/** The thread came to an end before it answered. */
export class ThreadEndedError extends Error {
  override readonly name = 'ThreadEndedError';
}

export interface WorkerThread<Request> {
  /** Starts the thread where there is none. Rejects with what went wrong in it, or with ThreadEndedError. */
  request<Schema extends z.ZodType>(request: Request, answer: Schema): Promise<z.output<Schema>>;
  /** Lets it finish what it is at and close what it has open, and ends it. */
  end(): Promise<void>;
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}
interface Running {
  worker: Worker;
  waiting: Map<number, Waiting>;
  ended: Promise<void>;
}

/** Milliseconds for the thread to close; then it is ended where it stands, which what it works on has to survive. */
const CLOSE_TIME = 10_000;

export interface WorkerThreadOptions {
  /** The thread's module: a source that Node runs as it is, or a bundle. It ends on a request of the type `close`. */
  readonly path: string;
  readonly name: string;
  /** What it finds as its `workerData`. */
  readonly data?: unknown;
}

/** A thread that is started when it is first asked, and again after it came to an end by itself. */
export function createWorkerThread<Request extends { type: string }>({
  path,
  name,
  data,
}: WorkerThreadOptions): WorkerThread<Request | { type: 'close' }> {
  let running: Running | null = null;
  let lastId = 0;

  const begin = (): Running => {
    // Sources lie in a package that does not say what its modules are; Node tells so on every start.
    const execArgv = path.endsWith('.ts') ? ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON'] : [];
    const worker = new Worker(path, { name, execArgv, workerData: data });
    const waiting = new Map<number, Waiting>();
    let cause: unknown;
    worker.on('message', (message: unknown) => {
      const answer = answerEnvelopeSchema.parse(message);
      const asked = waiting.get(answer.id);
      waiting.delete(answer.id);
      if ('error' in answer) asked?.reject(new Error(answer.error));
      else asked?.resolve(answer.value);
    });
    worker.on('error', (error) => {
      cause = error;
    });
    const ended = new Promise<void>((resolve) => {
      worker.once('exit', (code) => {
        if (running?.worker === worker) running = null;
        for (const { reject } of waiting.values())
          reject(new ThreadEndedError(`the ${name} ended with code ${code}`, { cause }));
        waiting.clear();
        resolve();
      });
    });
    return { worker, waiting, ended };
  };

  return {
    async request(request, answer) {
      running ??= begin();
      const { worker, waiting } = running;
      const id = ++lastId;
      const value = await new Promise<unknown>((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        worker.postMessage({ id, request });
      });
      return answer.parse(value);
    },
    async end() {
      if (running === null) return;
      const { worker, ended } = running;
      const timer = setTimeout(() => void worker.terminate(), CLOSE_TIME);
      worker.postMessage({ id: ++lastId, request: { type: 'close' } });
      await ended;
      clearTimeout(timer);
    },
  };
}
