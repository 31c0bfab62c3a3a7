/** The host of a web address, with its port; null while it is none. */
export function hostOf(address: string): string | null {
  const url = URL.parse(address.trim());
  return url !== null && (url.protocol === 'http:' || url.protocol === 'https:') && url.host !== '' ? url.host : null;
}

/** Whether an address is on this computer. */
export function isLocalHost(host: string): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\]|[\w.-]+\.localhost)(?::\d+)?$/iu.test(host);
}
