/** For comparing what is typed with names: without case and accents, so that "perche" finds "Perché". */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
