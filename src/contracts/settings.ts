import { z } from 'zod';
import { NAME_MAX, optionalLineSchema } from './text.ts';

export const themeSchema = z.enum(['system', 'light', 'dark']);
export type Theme = z.infer<typeof themeSchema>;
export const densitySchema = z.enum(['compact', 'comfortable', 'relaxed']);
export type Density = z.infer<typeof densitySchema>;

/** Settings of one workspace, shared by all its windows. */
export const settingsSchema = z.object({
  theme: themeSchema.default('system'),
  density: densitySchema.default('comfortable'),
  /** For the greeting; may be empty. */
  userName: optionalLineSchema(NAME_MAX).default(''),
  workspaceName: optionalLineSchema(NAME_MAX).default(''),
  isSidebarCollapsed: z.boolean().default(false),
});
export type Settings = z.infer<typeof settingsSchema>;

export const settingsUpdateSchema = z
  .strictObject({
    theme: themeSchema,
    density: densitySchema,
    userName: optionalLineSchema(NAME_MAX),
    workspaceName: optionalLineSchema(NAME_MAX),
    isSidebarCollapsed: z.boolean(),
  })
  .partial();
export type SettingsUpdate = z.input<typeof settingsUpdateSchema>;
