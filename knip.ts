import type { KnipConfig } from 'knip';

const config: KnipConfig = {
  entry: [
    '{forge,drizzle}.config.ts',
    'vite.{main,renderer}.config.mts',
    'src/main/main.ts',
    'src/preload/preload.ts',
    'src/cli/cli.ts',
    'src/cli/launch/{adiuva,build,dev,onModernNode,start}.mjs',
    'src/core/{reader/readerWorker,search/indexerWorker}.ts',
    'src/renderer/main.tsx',
    'src/renderer/routes/**/*.tsx',
    // Started as processes or threads of their own.
    'tests/bench/{run,*Entry,*Worker}.ts',
    'tests/core/search/threads/*.ts',
    'tests/core/assistant/processes/*.ts',
    'tests/core/db/processes/*.ts',
    'tests/support/electron/{register,control}.ts',
    'tests/e2e/**/*.spec.ts',
    'tests/e2e/screenshots/pictures.ts',
    'tests/support/{runStages,fillStudioFerri,sample/sample}.ts',
  ],
  project: ['src/**/*.{ts,tsx,mjs,css}', 'tests/**/*.{ts,tsx,mts}', '*.{ts,mts,mjs}'],
  // A schema that its own file builds on is still part of the contract.
  ignoreExportsUsedInFile: true,
  // The type of each contract's input is there for whoever writes against it.
  ignoreIssues: { 'src/contracts/**': ['types'] },
  playwright: { config: ['tests/e2e/**/playwright.config.ts'] },
  compilers: {
    css: (text) =>
      [...text.matchAll(/@import\s+['"](?<name>[^'"]+)['"]/gu)].map(([, name]) => `import '${name}';`).join('\n'),
  },
  ignoreDependencies: [
    // Started by name through onModernNode.mjs.
    '@electron-forge/cli',
    'prettier',
    // Types of the SQLite driver that stands in under this name.
    '@types/better-sqlite3',
  ],
  ignoreBinaries: ['apt-get'],
};

export default config;
