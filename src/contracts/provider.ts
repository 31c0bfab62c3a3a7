import { z } from 'zod';
import { providerIdSchema } from './ids.ts';
import { CONFIGURED_KINDS, PROVIDER_KINDS, providerKinds } from './providerKinds.ts';
import { lineSchema, NAME_MAX, optionalLineSchema } from './text.ts';

export const providerKindSchema = z.enum(PROVIDER_KINDS);
const configuredKindSchema = z.enum(CONFIGURED_KINDS);

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

/** What a model can do, as far as a test or an answer has shown it; null where nothing has. */
export const modelCapabilitiesSchema = z.object({
  /** false: it is asked to write its calls as text. */
  tools: z.boolean().nullable(),
  /** false: its answers come in one piece. */
  streaming: z.boolean().nullable(),
  /** Tokens that fit into one question with its answer. */
  contextLength: z.int().min(1).nullable(),
});
export type ModelCapabilities = z.infer<typeof modelCapabilitiesSchema>;

/** Seconds until the first piece of an answer, or between two. */
export const TIMEOUT_MAX = 3_600;
const timeoutSchema = z.int().min(1).max(TIMEOUT_MAX);

/** What is known of a provider. The key itself never leaves core. */
export const providerSchema = z.object({
  id: providerIdSchema,
  kind: providerKindSchema,
  name: z.string(),
  baseUrl: z.string().nullable(),
  model: z.string().nullable(),
  /** For routing, names and summaries; null: the model above does those too. */
  smallModel: z.string().nullable(),
  /** Seconds; null: as long as any other. */
  timeout: z.int().nullable(),
  isDefault: z.boolean(),
  /** Its place, from 1, among those that are asked when the default one fails; null: only when it is chosen. */
  fallbackOrder: z.int().nullable(),
  capabilities: modelCapabilitiesSchema.nullable(),
  hasKey: z.boolean(),
  keyBackend: secretBackendSchema.nullable(),
  /** On this computer: loopback, or no network at all. */
  isLocal: z.boolean(),
  /** The last test: when, how long (ms), and the error code where it failed. */
  lastTest: z.object({ at: z.int(), duration: z.int(), error: z.string().nullable() }).nullable(),
});
export type Provider = z.infer<typeof providerSchema>;

export const providerCreateSchema = z
  .strictObject({
    kind: configuredKindSchema,
    /** Absent: what its kind is called, or the address's host. */
    name: optionalLineSchema(NAME_MAX).optional(),
    /** Absent: where its kind is usually found. */
    baseUrl: baseUrlSchema.optional(),
    model: lineSchema(NAME_MAX),
    smallModel: lineSchema(NAME_MAX).nullish(),
    timeout: timeoutSchema.nullish(),
    key: apiKeySchema.nullish(),
    /** The user agreed that the key may lie in a file when there is no keychain. */
    allowFile: z.boolean().default(false),
  })
  .transform((input, context) => {
    const baseUrl = input.baseUrl ?? providerKinds[input.kind].baseUrl;
    if (baseUrl !== null) return { ...input, baseUrl };
    context.addIssue({ code: 'custom', message: 'required', path: ['baseUrl'] });
    return z.NEVER;
  });
export type ProviderCreate = z.input<typeof providerCreateSchema>;

export const providerUpdateSchema = z.strictObject({
  id: providerIdSchema,
  name: lineSchema(NAME_MAX).optional(),
  baseUrl: baseUrlSchema.optional(),
  model: lineSchema(NAME_MAX).optional(),
  /** null: the model does what it would do. */
  smallModel: lineSchema(NAME_MAX).nullish(),
  timeout: timeoutSchema.nullish(),
  /** null removes the key; absent keeps it. */
  key: apiKeySchema.nullish(),
  allowFile: z.boolean().default(false),
});
export type ProviderUpdate = z.input<typeof providerUpdateSchema>;

/** Who is asked, in this order. The first is the default; who is not named is asked only when it is chosen. */
export const providerOrderSchema = z.strictObject({
  ids: z
    .array(providerIdSchema)
    .max(1_000)
    .refine((ids) => new Set(ids).size === ids.length, { message: 'invalid' }),
});

/** Where models are to be listed: as typed so far, or as kept with what was typed since. */
export const providerModelsInputSchema = z.strictObject({
  /** Whose kept key may be used, as long as the address is on the same server. */
  id: providerIdSchema.optional(),
  kind: configuredKindSchema,
  baseUrl: baseUrlSchema.optional(),
  key: apiKeySchema.nullish(),
});

/** One model that a provider offers. */
export const listedModelSchema = z.object({
  id: z.string(),
  /** What its maker calls it; null where that is the id. */
  name: z.string().nullable(),
  /** Tokens; null where the provider does not say. */
  contextLength: z.int().nullable(),
});
export type ListedModel = z.infer<typeof listedModelSchema>;

/** A model server that answers on this computer and is not among the providers. */
export const foundServerSchema = z.object({
  kind: configuredKindSchema,
  baseUrl: z.string(),
  models: z.array(listedModelSchema),
});
export type FoundServer = z.infer<typeof foundServerSchema>;

/** `providers.test`: one short question. On failure `error` is the error's code and fields, for the catalogue's sentence. */
export const providerTestResultSchema = z.object({
  ok: z.boolean(),
  duration: z.int(),
  error: z.object({ code: z.string(), fields: z.record(z.string(), z.json()) }).nullable(),
});
export type ProviderTestResult = z.infer<typeof providerTestResultSchema>;
