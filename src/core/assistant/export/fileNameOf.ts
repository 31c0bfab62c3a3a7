const LENGTH_MAX = 80;
/** What no file system, or not each of them, takes in a name; the marks that turn the direction of text hide an ending. */
const REFUSED = /[\p{Cc}\p{Cf}\\/:*?"<>|]+/gu;
/** Names of devices on Windows, with any ending. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu;

/** A title as the name of a file on any system, without its ending. */
export function fileNameOf(title: string): string {
  const line = title.replace(REFUSED, ' ').replace(/\s+/gu, ' ');
  const characters = Array.from(line).slice(0, LENGTH_MAX).join('');
  const name = characters.replace(/^[. ]+|[. ]+$/gu, '');
  if (name === '') return 'Conversation';
  return DEVICE.test(name) ? `${name} -` : name;
}
