import { type ClassValue, clsx } from 'clsx';
import { extendTailwindMerge } from 'tailwind-merge';

/** Knows the app's own shadows and type steps, so that a later class replaces an earlier one of the same kind. */
const merge = extendTailwindMerge({
  extend: {
    classGroups: {
      'font-size': [
        { type: ['display', 'note', 'title', 'heading', 'prose', 'lead', 'body', 'section', 'meta', 'code'] },
      ],
      shadow: [{ shadow: ['1', '2', '3'] }],
    },
  },
});

/** Joins class names; of two that set the same thing the last one stays. */
export function cn(...classes: ClassValue[]): string {
  return merge(clsx(classes));
}
