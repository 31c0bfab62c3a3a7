import { parentPort } from 'node:worker_threads';

/** The indexer's thread, whose every search fails; what it writes is kept. */
type Envelope = { id: number; request: { type: string } };
const port = parentPort;
if (port === null) throw new Error('not a worker thread');
const on = port.on.bind(port);
port.on = ((event: string, listener: (message: Envelope) => void) =>
  on(event as 'message', (message: Envelope) => {
    if (event === 'message' && message.request.type === 'search')
      port.postMessage({ id: message.id, error: 'No space left on device' });
    else listener(message);
  })) as typeof port.on;

await import('../../../../src/core/search/indexerWorker.ts');
