import tailwindcss from '@tailwindcss/vite';
import { tanstackRouter } from '@tanstack/router-plugin/vite';
import react from '@vitejs/plugin-react';
import { resolve } from 'node:path';
import { defineConfig } from 'vite';

const renderer = resolve(import.meta.dirname, 'src/renderer');

export default defineConfig({
  root: renderer,
  // Not Forge's relative one: a window that is loaded at /projects/ID would look for its files below /projects.
  base: '/',
  resolve: { alias: { '@': renderer } },
  build: {
    outDir: resolve(import.meta.dirname, '.vite/renderer/main_window'),
    emptyOutDir: true,
    reportCompressedSize: false,
    // The editor is one lazy chunk of more than a megabyte.
    chunkSizeWarningLimit: 2_000,
  },
  plugins: [
    // Before React: it splits each route file first.
    tanstackRouter({
      target: 'react',
      autoCodeSplitting: true,
      quoteStyle: 'single',
      semicolons: true,
      routesDirectory: resolve(renderer, 'routes'),
      generatedRouteTree: resolve(renderer, 'routeTree.gen.ts'),
      disableLogging: true,
    }),
    react(),
    // src/main/developmentServer.ts lets scripts with this through, and no other inline ones.
    { name: 'adiuva:nonce', apply: 'serve', config: () => ({ html: { cspNonce: 'development' } }) },
    tailwindcss(),
  ],
});
