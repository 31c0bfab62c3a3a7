import { readdirSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';

/** A file of the built window, and how it is served. */
export interface RendererFile {
  readonly path: string;
  readonly contentType: string;
  /** Its name holds a hash of its content: it may be kept for ever. */
  readonly isImmutable: boolean;
}

export interface RendererFiles {
  /**
   * The file for an address's path as it stands in the request, still encoded; index.html for a route of the app; null
   * where there is no such file.
   */
  find(pathname: string): RendererFile | null;
}

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

/**
 * The files of a built window, read once from its folder. An address is only ever looked up among them, so none leads
 * outside.
 * @throws where the folder is not there: the window has not been built
 */
export function readRendererFiles(folder: string): RendererFiles {
  const files = new Map<string, RendererFile>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const name = relative(folder, path).split(sep).join('/');
    files.set(`/${name}`, {
      path,
      contentType: contentTypes[extname(name).toLowerCase()] ?? 'application/octet-stream',
      isImmutable: /^assets\/.+-[\w-]{8,}\.\w+$/u.test(name),
    });
  }
  const index = files.get('/index.html');
  if (index === undefined) throw new Error(`There is no index.html in ${folder}.`);

  return {
    find(pathname) {
      const path = decode(pathname);
      if (path === null) return null;
      const file = files.get(path);
      if (file !== undefined) return file;
      return isRoute(path) ? index : null;
    },
  };
}

/** Routes of the app are plain segments: what looks like a file, or tries to climb, is none. */
function isRoute(path: string): boolean {
  return /^\/(?:[\w-]+\/?)*$/u.test(path) && !path.startsWith('/assets/');
}

function decode(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
}
