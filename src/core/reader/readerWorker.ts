import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { openReadOnly } from '../db/openReadOnly.ts';
import { createTaskReader } from '../records/taskReader.ts';
import { createFullTextReader } from '../search/fullText.ts';
import { createTextFilter } from '../search/textFilter.ts';
import type { AnswerEnvelope } from '../threads/threadProtocol.ts';
import { readerEnvelopeSchema, type ReaderRequest } from './readerProtocol.ts';

/**
 * A thread of its own: reads what may take long, through a connection that cannot write. It is also the first file of a
 * bundle, so it may not ask where it lies.
 */

if (parentPort === null) throw new Error('the reader runs in a worker thread');
const port = parentPort;
const { file } = z.object({ file: z.string() }).parse(workerData);

const connection = openReadOnly(file);
const tasks = createTaskReader(connection, createTextFilter(connection));
const fullText = createFullTextReader(connection);

port.on('message', (message: unknown) => {
  const { id, request } = readerEnvelopeSchema.parse(message);
  let answer: AnswerEnvelope;
  try {
    answer = { id, value: read(request) };
  } catch (error) {
    answer = { id, error: error instanceof Error ? error.message : String(error) };
  }
  port.postMessage(answer);
  if (request.type === 'close') port.close();
});

function read(request: ReaderRequest): unknown {
  switch (request.type) {
    case 'taskList':
      return tasks.list(request.input);
    case 'taskGroups':
      return tasks.groups(request.input);
    case 'fullText':
      return fullText.query(request.query);
    case 'close':
      connection.close();
      return null;
  }
}
