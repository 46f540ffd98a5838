import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const libs = resolve(import.meta.dirname, '../../libs');

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  resolve: {
    // Not by the condition "source": react-aria publishes its own sources under the same name.
    alias: [{ find: /^#libs\/([\w-]+)$/, replacement: `${libs}/$1/src/index.ts` }],
  },
  build: {
    outDir: '../../dist/apps/web',
    emptyOutDir: true,
    // The CSP allows no data: URLs, so nothing is inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2023',
    chunkSizeWarningLimit: 600,
  },
});
