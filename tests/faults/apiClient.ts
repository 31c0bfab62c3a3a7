import { z } from 'zod';

const answerSchema = z.object({ result: z.object({ data: z.unknown() }) });
const errorSchema = z.object({
  error: z.object({ data: z.object({ adiuva: z.object({ code: z.string() }).loose() }).loose() }),
});

/** The answer of the API for scripts was an error of this code. */
export class ApiError extends Error {
  readonly code: string;

  constructor(path: string, code: string) {
    super(`${path} answered ${code}`);
    this.code = code;
  }
}

/** Calls of the API for scripts, in tRPC's own HTTP format. */
export interface ApiClient {
  /** @throws ApiError where it answers an error; TypeError where it does not answer */
  query<Data>(path: string, input: object, schema: z.ZodType<Data>): Promise<Data>;
  mutate<Data>(path: string, input: object, schema: z.ZodType<Data>): Promise<Data>;
}

export function createApiClient(address: string, token: string): ApiClient {
  async function call<Data>(path: string, init: RequestInit, schema: z.ZodType<Data>, search = ''): Promise<Data> {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const response = await fetch(new URL(`/trpc/${path}${search}`, address), { ...init, headers });
    const body: unknown = await response.json();
    if (!response.ok) throw new ApiError(path, errorSchema.parse(body).error.data.adiuva.code);
    return schema.parse(answerSchema.parse(body).result.data);
  }
  return {
    query: (path, input, schema) => call(path, {}, schema, `?input=${encodeURIComponent(JSON.stringify(input))}`),
    mutate: (path, input, schema) => call(path, { method: 'POST', body: JSON.stringify(input) }, schema),
  };
}
