/**
 * Texts as comparable words: lower case without regard to the machine's language, accents and ligatures folded, so that
 * "Straße", "STRASSE" and "strasse" are one word.
 */

/** Letters that no Unicode decomposition takes apart, and what people type in their place. */
const FOLDED: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
};
const FOLDABLE = /[ßæœøłđðþħı]/gu;
/** Accents, and the vowel points of Hebrew and Arabic. Marks that are letters in other scripts stay. */
const ACCENTS = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670]/gu;
/** Scripts that put no spaces between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*|\p{Extended_Pictographic}|\p{Regional_Indicator}{2}/gu;
const WORD_LENGTH_MAX = 48;

export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(ACCENTS, '')
    .replace(FOLDABLE, (letter) => FOLDED[letter] ?? letter)
    .normalize('NFC');
}

/**
 * The words of a text in order, folded. An emoji is a word; writing without spaces comes as single characters and pairs
 * of neighbours.
 */
export function toWords(text: string): string[] {
  const words: string[] = [];
  for (const word of foldText(text).match(WORD) ?? []) {
    if (!UNSPACED.test(word)) {
      words.push(word.length > WORD_LENGTH_MAX ? Array.from(word).slice(0, WORD_LENGTH_MAX).join('') : word);
      continue;
    }
    const characters = Array.from(word);
    characters.forEach((character, index) => {
      words.push(character);
      const next = characters[index + 1];
      if (next !== undefined) words.push(character + next);
    });
  }
  return words;
}
