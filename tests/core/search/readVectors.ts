import { connect } from '@lancedb/lancedb';
import { join } from 'node:path';

/** All that lies in a workspace's vector tables, read past the service: the vectors of each key. */
export async function readVectors(workspace: string): Promise<Map<string, Float32Array[]>> {
  const connection = await connect(join(workspace, 'vectors'));
  const vectors = new Map<string, Float32Array[]>();
  try {
    for (const name of await connection.tableNames()) {
      const table = await connection.openTable(name);
      for await (const batch of table.query()) {
        const keys = batch.getChild('key');
        const values = batch.getChild('vector');
        for (let row = 0; row < batch.numRows; row++) {
          const key = String(keys?.get(row));
          vectors.set(key, [...(vectors.get(key) ?? []), Float32Array.from(values?.get(row) as Iterable<number>)]);
        }
      }
      table.close();
    }
  } finally {
    connection.close();
  }
  return vectors;
}
