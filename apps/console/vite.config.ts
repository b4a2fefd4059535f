import tailwind from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The engine that `npm run dev` starts. */
const ENGINE = 'http://127.0.0.1:3000';

export default defineConfig({
  root: at('.'),
  plugins: [react(), tailwind()],
  resolve: { alias: { '#client': at('../../libs/client/index.ts') } },
  build: {
    outDir: at('../../dist/console'),
    emptyOutDir: true,
    // The page's policy has no `data:` for scripts, styles and fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: ['chrome111', 'safari16.4', 'firefox128'],
    reportCompressedSize: false,
    chunkSizeWarningLimit: 800,
    // Browsers load six files at a time over HTTP/1.1, so the modules that most pages share are one file instead of
    // forty.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'common', minShareCount: 3 }] } } },
  },
  server: { port: 5173, strictPort: true, proxy: { '/engine': ENGINE, '/learn': ENGINE } },
});
