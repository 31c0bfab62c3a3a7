import { MessagePort as TransferablePort, Worker } from 'node:worker_threads';
import { createTRPCClient } from '@trpc/client';
import { createChannelPort } from '../../src/transport/channelPort.ts';
import { createConnection } from '../../src/transport/connection.ts';
import { portLink } from '../../src/transport/link.ts';
import { z } from 'zod';
import type { Goal } from './goal.ts';
import { compare } from './measure.ts';
import { makeTaskRows, type TransportRouter } from './transportTasks.ts';

const ROWS = 1_000;
const EVERYDAY_ROWS = 50;
const EVERYDAY_BYTES = 64 * 1_024;

/** The real link and handler over a worker's message port, against the same rows sent bare over a port of the same worker. */
export const transport: Goal = {
  goal: 8,
  title: 'A 1,000-task reply over the transport, against bare structured clone',
  async run() {
    const worker = new Worker(new URL('./transportWorker.ts', import.meta.url));
    const [ours, theirs] = [new MessageChannel(), new MessageChannel()];
    // The same class by two names: the global one, and the one that may be transferred.
    const ports = z.array(z.instanceof(TransferablePort)).parse([ours.port2, theirs.port2]);
    worker.postMessage({ transport: ours.port2, bare: theirs.port2 }, ports);
    theirs.port1.start();
    const connection = createConnection(createChannelPort(ours.port1));
    const client = createTRPCClient<TransportRouter>({ links: [portLink<TransportRouter>(connection)] });
    try {
      const comparison = await compare({
        rounds: 120,
        subject: () => client.tasks.list.query({ limit: ROWS }),
        base: async () => {
          const reply = new Promise<unknown>((resolve) => {
            theirs.port1.addEventListener('message', resolve, { once: true });
          });
          theirs.port1.postMessage(ROWS);
          await reply;
        },
      });
      const bytes = Buffer.byteLength(JSON.stringify({ items: makeTaskRows(EVERYDAY_ROWS), nextCursor: null }));
      return [
        { name: `${ROWS.toLocaleString('en')} tasks`, limit: 1.3, comparison },
        {
          name: `a page of ${EVERYDAY_ROWS}, in KB against 64`,
          limit: 1,
          comparison: { ratio: bytes / EVERYDAY_BYTES, subject: bytes / 1_024, base: EVERYDAY_BYTES / 1_024 },
        },
      ];
    } finally {
      connection.close();
      theirs.port1.close();
      await worker.terminate();
    }
  },
};
