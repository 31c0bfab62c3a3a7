import { z } from 'zod';
import { clientIdSchema } from './ids.ts';
import { pageInputSchema } from './page.ts';
import { expectedVersionSchema, recordBaseSchema } from './record.ts';
import { colorSchema, markdownSchema, NAME_MAX, nameSchema, optionalLineSchema } from './text.ts';

const fields = {
  name: nameSchema,
  email: optionalLineSchema(NAME_MAX),
  company: optionalLineSchema(NAME_MAX),
  color: colorSchema,
  notes: markdownSchema,
  isArchived: z.boolean(),
};

export const clientSchema = recordBaseSchema.extend({ id: clientIdSchema, ...fields });
export type Client = z.infer<typeof clientSchema>;

export const clientCreateSchema = z.strictObject({ id: clientIdSchema.optional(), ...fields }).partial({
  email: true,
  company: true,
  color: true,
  notes: true,
  isArchived: true,
});
export type ClientCreate = z.input<typeof clientCreateSchema>;

export const clientUpdateSchema = z
  .strictObject({ id: clientIdSchema, expectedVersion: expectedVersionSchema })
  .extend(z.strictObject(fields).partial().shape);
export type ClientUpdate = z.input<typeof clientUpdateSchema>;

export const clientListInputSchema = pageInputSchema.extend({
  /** Default: archived ones are left out. */
  archived: z.enum(['exclude', 'include', 'only']).default('exclude'),
});
