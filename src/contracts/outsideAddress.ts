/**
 * The address as the user's browser or mail program may be given it: https without a name and password in it (they hide where a
 * link goes), or mailto without attachments. Null otherwise, so also for one that is relative.
 */
export function readOutsideAddress(address: string): string | null {
  if (address.length > 8_000) return null;
  const url = parse(address);
  if (url?.protocol === 'https:')
    return url.username === '' && url.password === '' && url.hostname !== '' ? url.href : null;
  if (url?.protocol !== 'mailto:') return null;
  const names = url.search.slice(1).split('&').map(readName);
  return names.some((name) => name === 'attach' || name === 'attachment') ? null : url.href;
}

function parse(address: string): URL | null {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}

/** The name of a field of a query as a mail program reads it. */
function readName(field: string): string {
  const [name = ''] = field.split('=', 1);
  try {
    return decodeURIComponent(name).toLowerCase();
  } catch {
    return name.toLowerCase();
  }
}
