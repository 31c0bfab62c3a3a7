import { spawn } from 'node:child_process';
import { readOutsideAddress } from '../contracts/outsideAddress.ts';

/**
 * Opens an address in the user's browser or mail program.
 * @throws where the address may not be opened, or the system has no program for it
 */
export async function openOutside(address: string): Promise<void> {
  const href = readOutsideAddress(address);
  if (href === null) throw new Error('Such an address is not opened.');
  await giveToSystem(href);
}

/**
 * Opens the window of the host on this machine in the user's browser.
 * @throws where the system has no browser
 */
export async function openOwnWindow(address: string): Promise<void> {
  const { protocol, hostname, href } = new URL(address);
  if (protocol !== 'http:' || hostname !== '127.0.0.1') throw new Error('This is not the address of the window.');
  await giveToSystem(href);
}

async function giveToSystem(href: string): Promise<void> {
  const [command, ...args] = openerOf(process.platform);
  const child = spawn(command, [...args, href], { stdio: 'ignore', detached: true });
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
