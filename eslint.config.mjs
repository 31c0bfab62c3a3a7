import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import { builtinModules } from 'node:module';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import {
  environmentFolders,
  environmentMessage,
  fileRules,
  layers,
  liesIn,
  nodeMessage,
  packageRules,
} from './tests/support/layers.mts';

/** Every folder with rules of its own; the narrower ones come later and win. */
const zones = [...new Set([...Object.keys(layers), ...packageRules.flatMap((rule) => rule.folders)])].sort(
  (a, b) => a.length - b.length,
);

/**
 * The import bans of one folder below src. Regular expressions, because they tell `../api/` (a layer) from `./api/`.
 * @param {string} zone
 */
function importBans(zone) {
  const layer = zone.split('/')[0] ?? '';
  const rule = layers[layer];
  if (rule === undefined) throw new Error(`no layer rule for ${zone}`);
  /** @type {{ regex: string, message: string, allowTypeImports?: boolean, caseSensitive: boolean }[]} */
  const bans = [];
  for (const other of Object.keys(layers)) {
    if (other === layer || rule.layers.includes(other)) continue;
    bans.push({
      regex: `^(?:\\.\\./)+${other}/`,
      message: `src/${layer} may not import src/${other}. ${rule.advice}`,
      caseSensitive: true,
    });
  }
  for (const { from, imported, typeOnly, message } of fileRules) {
    if (from !== layer) continue;
    bans.push({
      regex: imported.source.replace(/^\^/u, '^(?:\\.\\./)+'),
      message,
      allowTypeImports: typeOnly === true,
      caseSensitive: !imported.flags.includes('i'),
    });
  }
  for (const { name, folders, typeFolders = [], message } of packageRules) {
    if (liesIn(zone, folders)) continue;
    bans.push({ regex: name.source, message, allowTypeImports: liesIn(zone, typeFolders), caseSensitive: true });
  }
  if (rule.packages !== undefined) {
    bans.push({
      regex: `^(?![./])(?!node:)(?!${rule.packages.source.replace(/^\^/u, '')})`,
      message: `src/${layer} may import no other package than ${rule.packages.source}. ${rule.advice}`,
      caseSensitive: true,
    });
  }
  if (!rule.node) {
    bans.push({ regex: `^(?:node:|(?:${builtinModules.join('|')})$)`, message: nodeMessage, caseSensitive: true });
  }
  return bans;
}

/**
 * @param {string} zone
 * @returns {import('eslint').Linter.Config}
 */
function zoneConfig(zone) {
  /** @type {import('eslint').Linter.RulesRecord} */
  const rules = { '@typescript-eslint/no-restricted-imports': ['error', { patterns: importBans(zone) }] };
  if (!liesIn(zone, environmentFolders)) {
    rules['no-restricted-properties'] = ['error', { object: 'process', property: 'env', message: environmentMessage }];
  }
  return { files: [`src/${zone}/**/*.{ts,tsx}`], rules };
}

const nodeGlobals = ['process', 'Buffer', 'require', 'module', '__dirname', '__filename', 'global', 'setImmediate'];

export default defineConfig(
  {
    ignores: ['.vite/', 'out/', 'coverage/', 'test-results/', 'playwright-report/', '**/*.gen.ts', '.forge*/'],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { project: './tsconfig.lint.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'max-lines': ['error', { max: 400 }],
      'no-console': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'all', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      // Services are closures, not classes: their methods have no `this` to lose.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
      // An async function without await keeps a port's promise: a throw in it becomes a rejection.
      '@typescript-eslint/require-await': 'off',
    },
  },
  ...zones.map((zone) => zoneConfig(zone)),
  {
    files: ['src/contracts/**', 'src/language/**', 'src/transport/**', 'src/preload/**', 'src/renderer/**'],
    rules: {
      'no-restricted-globals': ['error', ...nodeGlobals.map((name) => ({ name, message: nodeMessage }))],
    },
  },
  {
    files: ['src/renderer/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat['recommended-latest']],
    rules: {
      // TanStack Router's redirect() and notFound() are thrown and are no errors.
      '@typescript-eslint/only-throw-error': [
        'error',
        { allow: [{ from: 'package', package: '@tanstack/router-core', name: ['Redirect', 'NotFoundError'] }] },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'JSXText[value=/[A-Za-z]/]',
          message: 'Sentences live in the catalogue: put it there and show it with t().',
        },
        {
          selector:
            'JSXAttribute[name.name=/^(alt|title|placeholder|aria-label|aria-description)$/] > Literal[value=/[A-Za-z]/]',
          message: 'Sentences live in the catalogue: put it there and show it with t().',
        },
      ],
    },
  },
  {
    // vitest's matchers (expect.stringContaining) are typed `any`.
    files: ['tests/**'],
    rules: { '@typescript-eslint/no-unsafe-assignment': 'off' },
  },
  {
    files: ['src/cli/**', 'tests/bench/**', 'tests/support/run*.mjs'],
    rules: { 'no-console': 'off' },
  },
  {
    // TypeScript checks these too (checkJs). It knows Node's globals, and the comment that types an `any` away.
    files: ['**/*.mjs'],
    rules: { 'no-undef': 'off', '@typescript-eslint/no-unsafe-assignment': 'off' },
  },
);
