// Which files of the project go into the installed app: the bundles, the migrations, and the packages with native code
// together with what those need at run time.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { externalPackages, root } from './bundles.mjs';

/** Natives come in one optional package per system; whichever npm installed is the one to take. */
const nativePart = /^@(?:lancedb\/lancedb|napi-rs\/keyring)-/u;

/** Sources of native code, other systems' builds, and what only a compiler reads. */
const needless =
  /^\/node_modules\/(?:better-sqlite3\/(?:deps|src|binding\.gyp)(?:\/|$)|.*\.(?:md|map|ts|mts|cts|tsbuildinfo)$)/u;

/**
 * Folders of the packages that have to lie in the installed app, as paths below the project such as
 * `node_modules/keytar`, found the way Node finds them: from each package upwards.
 * @returns {Set<string>}
 */
export function collectRuntimePackages() {
  /** @type {Set<string>} */
  const found = new Set();
  const waiting = externalPackages.map((name) => ({ name, from: '' }));
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const folder = findPackage(next.name, next.from);
    if (folder === undefined || found.has(folder)) continue;
    found.add(folder);
    for (const name of readNeeds(folder)) waiting.push({ name, from: folder });
  }
  return found;
}

/**
 * @param {string} name
 * @param {string} from folder of the package that needs it, below the project; empty for the project itself
 */
function findPackage(name, from) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/')))) {
    const candidate = folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
    if (existsSync(join(root, candidate, 'package.json'))) return candidate;
    if (folder === '') return undefined;
  }
}

/** @param {string} folder */
function readNeeds(folder) {
  /** @type {{ dependencies?: Record<string, string>, optionalDependencies?: Record<string, string> }} */
  const { dependencies = {}, optionalDependencies = {} } = JSON.parse(
    readFileSync(join(root, folder, 'package.json'), 'utf8'),
  );
  const natives = Object.keys(optionalDependencies).filter((name) => nativePart.test(name));
  const others = Object.keys(dependencies).filter(
    (name) => !(name in optionalDependencies) && !/^(?:@types\/|node-addon-api$)/u.test(name),
  );
  return [...natives, ...others];
}

/**
 * The packager's `ignore`: true for what stays out.
 * @param {ReadonlySet<string>} runtimePackages folders, from collectRuntimePackages
 * @param {string} platform and
 * @param {string} arch of the app being packaged
 * @returns {(file: string) => boolean} asked with paths that begin with a slash, folders before what is in them
 */
export function createIgnore(runtimePackages, platform, arch) {
  const kept = [
    '/package.json',
    '/LICENSE',
    '/resources/icon.png',
    '/.vite/build',
    '/.vite/renderer',
    '/src/core/db/migrations',
    ...[...runtimePackages].map((folder) => `/${folder}`),
  ];
  return (file) => {
    if (file === '') return false;
    if (needless.test(file) || isForeignPrebuild(file, platform, arch)) return true;
    return !kept.some((path) => file === path || file.startsWith(`${path}/`) || path.startsWith(`${file}/`));
  };
}

/**
 * @param {string} file
 * @param {string} platform
 * @param {string} arch
 */
function isForeignPrebuild(file, platform, arch) {
  const name = /^\/node_modules\/better-sqlite3\/prebuilds\/(?<name>.+)\.node$/u.exec(file)?.groups?.['name'];
  return name !== undefined && name !== `${platform}-${arch}` && name !== `${platform}musl-${arch}`;
}
