/** How a note spells what Markdown lets one spell in several ways. */
export interface MarkdownStyle {
  readonly bullet: '-' | '*' | '+';
  readonly emphasis: '*' | '_';
  readonly strong: '*' | '_';
  readonly rule: '-' | '*' | '_';
  readonly fence: '`' | '~';
}

/** The spelling that a note uses most, so that what is added to it looks like the rest. */
export function markdownStyleOf(text: string): MarkdownStyle {
  return {
    bullet: mostOf(text, { '-': /^\s*- /gmu, '*': /^\s*\* /gmu, '+': /^\s*\+ /gmu }),
    emphasis: mostOf(text, { '*': /(?<![*\w\\])\*[^*\s]/gu, _: /(?<![_\w\\])_[^_\s]/gu }),
    strong: mostOf(text, { '*': /\*\*[^\s*]/gu, _: /(?<!\w)__[^\s_]/gu }),
    rule: mostOf(text, { '-': /^ *-(?: *-){2,} *$/gmu, '*': /^ *\*(?: *\*){2,} *$/gmu, _: /^ *_(?: *_){2,} *$/gmu }),
    fence: mostOf(text, { '`': /^ *```/gmu, '~': /^ *~~~/gmu }),
  };
}

/** The key whose pattern occurs most; the first one where none does. */
function mostOf<Mark extends string>(text: string, patterns: Record<Mark, RegExp>): Mark {
  let best: Mark | undefined;
  let most = 0;
  for (const mark in patterns) {
    const count = text.match(patterns[mark])?.length ?? 0;
    if (best === undefined || count > most) {
      best = mark;
      most = count;
    }
  }
  if (best === undefined) throw new Error('no patterns');
  return best;
}
