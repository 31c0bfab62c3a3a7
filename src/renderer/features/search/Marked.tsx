import type { SnippetPart } from './splitSnippet.ts';

/** A text in which the words that were looked for stand out. */
export function Marked({ parts }: { parts: readonly SnippetPart[] }) {
  return parts.map((part, index) =>
    part.isMarked ? (
      <mark key={index} className="bg-transparent font-semibold text-foreground">
        {part.text}
      </mark>
    ) : (
      part.text
    ),
  );
}
