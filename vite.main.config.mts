import { defineConfig } from 'vite';
import { externalPackages } from './src/cli/launch/bundles.mjs';

// Main process, preload, the adiuva command and worker threads. Entries, output folder and format come from the Forge
// plugin (src/cli/launch/bundles.mjs). Output is CommonJS, in which Node has no import.meta: its paths become the
// variables that CommonJS has.
export default defineConfig({
  define: {
    'import.meta.dirname': '__dirname',
    'import.meta.filename': '__filename',
  },
  build: {
    target: 'node22',
    // Readable stack traces in the log are worth more here than bytes.
    minify: false,
    reportCompressedSize: false,
    rolldownOptions: {
      external: [
        ...externalPackages.map((name) => new RegExp(`^${name}(?:/|$)`, 'u')),
        // Optional natives of ws, which does without.
        'bufferutil',
        'utf-8-validate',
      ],
    },
  },
});
