/**
 * The dependency rule of src/README.md as data. eslint.config.mjs draws its bans from it (the editor tells where to go
 * instead), tests/architecture.test.ts reads every import in src with it.
 */

export interface LayerRule {
  /** Layers that this one may import. Its own files are always allowed. */
  readonly layers: readonly string[];
  /** Where given, the only packages that this layer may import. */
  readonly packages?: RegExp;
  /** Whether files here may name Node's own modules. */
  readonly node: boolean;
  /** Where else to go. Closes the message of every layer ban. */
  readonly advice: string;
}

export const layers: Readonly<Record<string, LayerRule>> = {
  contracts: {
    layers: [],
    packages: /^zod$/u,
    node: false,
    advice: 'Contracts are plain schemas: what they need belongs beside them.',
  },
  language: {
    layers: ['contracts'],
    packages: /^(?!)/u,
    node: false,
    advice: 'What reads sentences is words as data and pure functions: the day and the names come in as arguments.',
  },
  core: {
    layers: ['contracts', 'language'],
    node: true,
    advice: 'What a host supplies comes in through src/core/ports.ts.',
  },
  api: {
    layers: ['core', 'contracts'],
    node: true,
    advice: 'Routers call services of core; carriers belong in src/transport and the hosts.',
  },
  transport: {
    layers: ['contracts'],
    packages: /^(?:@trpc\/|zod$)/u,
    node: false,
    advice: 'Transport takes a port and a caller as arguments; the hosts put the parts together.',
  },
  platform: {
    layers: ['core', 'contracts'],
    node: true,
    advice: 'Platform supplies the ports of core; the hosts put the parts together.',
  },
  main: {
    layers: ['core', 'api', 'transport', 'platform', 'contracts'],
    node: true,
    advice: 'What two hosts share belongs in src/platform.',
  },
  cli: {
    layers: ['core', 'api', 'transport', 'platform', 'contracts'],
    node: true,
    advice: 'What two hosts share belongs in src/platform.',
  },
  cloud: {
    layers: ['contracts', 'transport', 'platform'],
    node: true,
    advice: 'The cloud service never sees a workspace: share schemas through src/contracts.',
  },
  preload: {
    layers: ['transport', 'contracts'],
    packages: /^electron(?:\/renderer)?$/u,
    node: false,
    advice: 'The preload is one bridge object; anything else belongs on either side of it.',
  },
  renderer: {
    layers: ['contracts', 'language', 'transport', 'api'],
    node: false,
    advice: 'The window asks for data through src/renderer/trpc.ts; shared shapes are in src/contracts.',
  },
};

export interface FileRule {
  /** Importing layer. */
  readonly from: string;
  /** What it imports, as a path below src. */
  readonly imported: RegExp;
  readonly typeOnly?: true;
  readonly message: string;
}

/** Layers of which only a part may be imported. */
export const fileRules: readonly FileRule[] = [
  {
    from: 'renderer',
    imported: /^api\//u,
    typeOnly: true,
    message: 'The window knows the API by type alone: write `import type`.',
  },
  {
    from: 'renderer',
    imported: /^transport\/.*handler/iu,
    message: 'The handler is the server side. The window uses the link of src/transport.',
  },
  {
    from: 'platform',
    imported: /^core\/(?!ports\.ts$)/u,
    message: 'Platform implements the ports of core: import src/core/ports.ts, nothing behind it.',
  },
];

export interface PackageRule {
  readonly name: RegExp;
  /** Folders below src that may import it. */
  readonly folders: readonly string[];
  /** Folders that may import its types. */
  readonly typeFolders?: readonly string[];
  readonly message: string;
}

export const packageRules: readonly PackageRule[] = [
  {
    name: /^electron(?:$|\/|-store$)/u,
    folders: ['main', 'preload'],
    message: 'Electron stays in src/main and src/preload. Hand what it gives in through a port of src/core/ports.ts.',
  },
  {
    name: /^(?:better-sqlite3|node:sqlite|sqlite)(?:$|\/)/u,
    folders: ['core/db'],
    message: 'The SQLite driver stays in src/core/db. Take the handle that openDatabase gives.',
  },
  {
    name: /^drizzle-orm(?:$|\/)/u,
    folders: ['core'],
    message: 'Tables and queries stay in src/core. Ask a service of the workspace instead.',
  },
  {
    name: /^(?:@lancedb\/|apache-arrow(?:$|\/))/u,
    folders: ['core/search'],
    message: 'LanceDB stays in src/core/search. Ask the search service instead.',
  },
  {
    name: /^(?:@langchain\/|langchain(?:$|\/)|langsmith(?:$|\/))/u,
    folders: ['core/assistant'],
    message: 'LangChain and LangGraph stay in src/core/assistant. Ask the assistant service instead.',
  },
  {
    name: /^keytar(?:$|\/)/u,
    folders: ['platform'],
    message: 'The keychain stays in src/platform. Core takes the secrets port.',
  },
  {
    name: /^@trpc\/server(?:$|\/)/u,
    folders: ['api', 'transport', 'main', 'cli', 'cloud'],
    typeFolders: ['renderer'],
    message: 'The server side of tRPC stays in src/api, src/transport and the hosts.',
  },
  {
    name: /^@trpc\/(?:client|tanstack-react-query)(?:$|\/)/u,
    folders: ['transport', 'renderer', 'cli'],
    message: 'The client side of tRPC is for src/transport and what calls the API from outside.',
  },
  {
    name: /^(?:react|react-dom|react-i18next|react-markdown|radix-ui|@radix-ui|lucide-react|motion|sonner|cmdk|@milkdown|@tanstack)(?:$|\/)/u,
    folders: ['renderer'],
    message: 'React and its libraries stay in src/renderer.',
  },
  {
    name: /^(?:vitest|@playwright|playwright|playwright-core|@copilotkit|@axe-core|tinybench)(?:$|\/)/u,
    folders: [],
    message: 'Test tools stay in tests.',
  },
];

/** Folders below src that may read process.env; everybody else is handed what they need. */
export const environmentFolders: readonly string[] = ['main', 'cli', 'cloud'];
export const environmentMessage = 'Only a host reads the environment. Take the value as an argument or through a port.';

export const nodeMessage =
  'This layer also runs in the window, where Node is not. Move what needs Node to core or platform.';

/** Whether a path below src lies in one of the folders. */
export function liesIn(path: string, folders: readonly string[]): boolean {
  return folders.some((folder) => path === folder || path.startsWith(`${folder}/`));
}
