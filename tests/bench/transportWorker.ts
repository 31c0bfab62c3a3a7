import { parentPort } from 'node:worker_threads';
import { z } from 'zod';
import { createChannelPort } from '../../src/transport/channelPort.ts';
import { handleConnection } from '../../src/transport/handler.ts';
import { makeTaskRows, transportRouter } from './transportTasks.ts';

/** Two ports: one speaks the real transport, the other answers a number with that many rows by bare structured clone. */
const portsSchema = z.object({ transport: z.instanceof(MessagePort), bare: z.instanceof(MessagePort) });
const silent = { debug: () => undefined, warn: () => undefined, error: () => undefined };

parentPort?.once('message', (message: unknown) => {
  const { transport, bare } = portsSchema.parse(message);
  handleConnection({
    port: createChannelPort(transport),
    router: transportRouter,
    createContext: () => ({}),
    logger: silent,
  });
  const prepared = new Map<number, unknown>();
  bare.addEventListener('message', ({ data }: { data: unknown }) => {
    const asked = z.int().parse(data);
    if (!prepared.has(asked)) prepared.set(asked, { items: makeTaskRows(asked), nextCursor: null });
    bare.postMessage(prepared.get(asked));
  });
  bare.start();
});
