/** `Marta Ferri` is MF, `Marta` is M. By whole characters, so that an emoji stays one. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/u).filter((word) => word !== '');
  const chosen = words.length > 1 ? [words[0], words.at(-1)] : words;
  return chosen.map((word) => firstCharacter(word ?? '').toLocaleUpperCase()).join('');
}

const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

function firstCharacter(text: string): string {
  return characters.segment(text).containing(0)?.segment ?? '';
}
