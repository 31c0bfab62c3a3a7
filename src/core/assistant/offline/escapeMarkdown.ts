/** Text of a record inside Markdown: shown as it is, forming no link, mark, tag or citation. */
export function escapeMarkdown(text: string): string {
  return text.replace(/\s+/gu, ' ').replace(/[\\`*_[\]<>#|~&!]/gu, String.raw`\$&`);
}
