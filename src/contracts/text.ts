import { z } from 'zod';

/** Limits on text, in UTF-16 code units as JavaScript counts them. */
export const TITLE_MAX = 1_000;
export const NAME_MAX = 200;
export const DESCRIPTION_MAX = 200_000;
export const NOTE_MAX = 20_000_000;
export const LABEL_MAX = 60;

/** Lone surrogates become U+FFFD and NUL goes: neither survives SQLite and every carrier unchanged. */
const wellFormed = (text: string): string => text.toWellFormed().replaceAll('\0', '');
const oneLine = (text: string): string => wellFormed(text).replace(/\s+/gu, ' ').trim();

/** One line, trimmed, not empty. */
export const lineSchema = (max: number) => z.string().transform(oneLine).pipe(z.string().min(1).max(max));
/** One line, trimmed, may be empty. */
export const optionalLineSchema = (max: number) => z.string().transform(oneLine).pipe(z.string().max(max));
/** Many lines, kept as typed. */
export const textSchema = (max: number) => z.string().transform(wellFormed).pipe(z.string().max(max));

export const titleSchema = lineSchema(TITLE_MAX);
export const nameSchema = lineSchema(NAME_MAX);
export const markdownSchema = textSchema(DESCRIPTION_MAX);

/** A day without a time zone, `YYYY-MM-DD`, years 0001 to 9999. */
export const daySchema = z.iso.date().refine((day) => !day.startsWith('0000'), { message: 'notADate' });
/** A local time of day, `HH:mm`. */
export const timeOfDaySchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/u, { message: 'notATime' });

/** Index of a colour of the design tokens, `--project-1` to `--project-8`. */
export const colorSchema = z.int().min(1).max(8);
export type Color = z.infer<typeof colorSchema>;
