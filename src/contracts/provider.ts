import { z } from 'zod';
import { providerIdSchema } from './ids.ts';
import { lineSchema, NAME_MAX, optionalLineSchema } from './text.ts';

export const providerKindSchema = z.enum(['openai-compatible', 'offline']);
export type ProviderKind = z.infer<typeof providerKindSchema>;

/** `file` is a file with mode 600 in the workspace's folder, used only after the user agreed. */
export const secretBackendSchema = z.enum(['keychain', 'safeStorage', 'file']);
export type SecretBackend = z.infer<typeof secretBackendSchema>;

/** http or https, no user, password, query or fragment in it. The path is kept as typed, without a slash at the end. */
export const baseUrlSchema = z
  .string()
  .trim()
  .max(2_000)
  .refine(
    (text) => {
      try {
        const url = new URL(text);
        const isPlain = url.username === '' && url.password === '' && !/[?#]/u.test(text);
        return (url.protocol === 'http:' || url.protocol === 'https:') && isPlain;
      } catch {
        return false;
      }
    },
    { message: 'notAnUrl' },
  )
  .transform((text) => text.replace(/\/+$/u, ''));

/** A key is one printable ASCII word: it travels in a header. A line break in it is refused, not cut. */
export const apiKeySchema = z
  .string()
  .max(4_000)
  .transform((text) => text.replace(/^ +| +$/gu, ''))
  .refine((text) => /^[\x21-\x7e]+$/u.test(text), { message: 'invalid' });

/** What is known of a provider. The key itself never leaves core. */
export const providerSchema = z.object({
  id: providerIdSchema,
  kind: providerKindSchema,
  name: z.string(),
  baseUrl: z.string().nullable(),
  model: z.string().nullable(),
  isDefault: z.boolean(),
  hasKey: z.boolean(),
  keyBackend: secretBackendSchema.nullable(),
  /** On this computer: loopback, or no network at all. */
  isLocal: z.boolean(),
  /** The last test: when, how long (ms), and the error code where it failed. */
  lastTest: z.object({ at: z.int(), duration: z.int(), error: z.string().nullable() }).nullable(),
});
export type Provider = z.infer<typeof providerSchema>;

export const providerCreateSchema = z.strictObject({
  kind: z.literal('openai-compatible'),
  name: optionalLineSchema(NAME_MAX).optional(),
  baseUrl: baseUrlSchema,
  model: lineSchema(NAME_MAX),
  key: apiKeySchema.nullish(),
  /** The user agreed that the key may lie in a file when there is no keychain. */
  allowFile: z.boolean().default(false),
});
export type ProviderCreate = z.input<typeof providerCreateSchema>;

export const providerUpdateSchema = z.strictObject({
  id: providerIdSchema,
  name: lineSchema(NAME_MAX).optional(),
  baseUrl: baseUrlSchema.optional(),
  model: lineSchema(NAME_MAX).optional(),
  /** null removes the key; absent keeps it. */
  key: apiKeySchema.nullish(),
  allowFile: z.boolean().default(false),
});
export type ProviderUpdate = z.input<typeof providerUpdateSchema>;

/** `providers.test`: one short question. On failure `error` is the error's code and fields, for the catalogue's sentence. */
export const providerTestResultSchema = z.object({
  ok: z.boolean(),
  duration: z.int(),
  error: z.object({ code: z.string(), fields: z.record(z.string(), z.json()) }).nullable(),
});
export type ProviderTestResult = z.infer<typeof providerTestResultSchema>;
