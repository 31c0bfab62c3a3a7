import { z } from 'zod';
import { AdiuvaError } from '../../contracts/errors.ts';
import type { Logger } from '../ports.ts';
import { createWorkerThread, ThreadEndedError } from '../threads/workerThread.ts';
import type { ReaderRequest } from './readerProtocol.ts';

type Question = Exclude<ReaderRequest, { type: 'close' }>;

export interface Reader {
  /**
   * Asks the thread, which sees everything that is committed by then. Where it cannot answer (it does not start, the file is
   * damaged, the question is refused), `here` does, and throws what there is to throw.
   * @throws AdiuvaError `cancelled` where `signal` said so before its turn came
   */
  read<Answer>(question: Question, here: () => Answer, signal?: AbortSignal): Promise<Answer>;
  /** Ends the thread; questions that still wait are answered here. */
  dispose(): Promise<void>;
}

export interface ReaderOptions {
  /** Of `readerWorker`. */
  readonly path: string;
  /** The database. */
  readonly file: string;
  readonly logger: Logger;
}

/**
 * Reads that may look at every record (a search for a word that most of them have), so that the thread which answers the
 * window does not stand still meanwhile. One at a time, in the order they were asked. The thread begins with the first
 * question.
 */
export function createReader({ path, file, logger }: ReaderOptions): Reader {
  const thread = createWorkerThread<Question>({ path, name: 'reader', data: { file } });
  let last: Promise<unknown> = Promise.resolve();
  let isOver = false;

  async function ask<Answer>(question: Question, here: () => Answer): Promise<Answer> {
    if (isOver) return here();
    try {
      // Both sides are the same program: the answer is what `here` would give.
      return await thread.request(question, z.custom<Answer>());
    } catch (error) {
      if (error instanceof ThreadEndedError) logger.warn('the reader ended', { error });
      return here();
    }
  }

  return {
    read(question, here, signal) {
      const answer = last.then(() => {
        if (signal?.aborted === true) throw new AdiuvaError('cancelled');
        return ask(question, here);
      });
      last = answer.catch(() => undefined);
      return answer;
    },
    dispose() {
      isOver = true;
      return thread.end();
    },
  };
}
