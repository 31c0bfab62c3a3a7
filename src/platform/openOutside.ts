import { spawn } from 'node:child_process';

/**
 * Opens an address in the user's browser or mail program. Only `https:` and `mailto:`, and `http:` on this machine.
 * @throws where the address is another, or the system has no program for it
 */
export async function openOutside(address: string, platform: NodeJS.Platform = process.platform): Promise<void> {
  const url = new URL(address);
  const isLocal = url.protocol === 'http:' && (url.hostname === '127.0.0.1' || url.hostname === 'localhost');
  if (url.protocol !== 'https:' && url.protocol !== 'mailto:' && !isLocal) {
    throw new Error(`Addresses of the kind ${url.protocol} are not opened.`);
  }
  const [command, ...args] = openerOf(platform);
  const child = spawn(command, [...args, url.href], { stdio: 'ignore', detached: true });
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', reject);
  });
  child.unref();
}

function openerOf(platform: NodeJS.Platform): [string, ...string[]] {
  switch (platform) {
    case 'darwin':
      return ['open'];
    case 'win32':
      // Not `start`: that is the shell's, which would read the address's & as its own.
      return ['rundll32', 'url.dll,FileProtocolHandler'];
    default:
      return ['xdg-open'];
  }
}
