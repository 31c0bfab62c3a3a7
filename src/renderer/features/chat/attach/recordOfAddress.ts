import { z } from 'zod';

const recordSchema = z.object({ kind: z.enum(['client', 'project', 'note', 'task']), id: z.uuid() });
export type AddressedRecord = z.infer<typeof recordSchema>;

const KINDS: Readonly<Record<string, string>> = { clients: 'client', projects: 'project', notes: 'note' };

/** The record that a link of this app leads to; null for every other address. */
export function recordOfAddress(address: string, origin: string): AddressedRecord | null {
  const url = URL.parse(address);
  if (url === null || url.origin !== origin) return null;
  const [kind = '', id = ''] = url.hash === '' ? url.pathname.slice(1).split('/') : url.hash.slice(1).split('/');
  const task = url.searchParams.get('task');
  const candidates = [
    ...(task === null ? [] : [{ kind: 'task', id: task }]),
    { kind: url.hash === '' ? KINDS[kind] : kind, id },
  ];
  for (const candidate of candidates) {
    const { data } = recordSchema.safeParse(candidate);
    if (data !== undefined) return data;
  }
  return null;
}
