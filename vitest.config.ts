import { defineConfig } from 'vitest/config'

export default defineConfig({
  // One copy of graphql for code that Vite transforms and for packages Node loads.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    globalSetup: 'tests/support/postgres.ts',
    setupFiles: ['reflect-metadata'],
    reporters: ['default', './tests/support/totals.ts'],
    testTimeout: 30_000,
    maxWorkers: 2,
    // Published as ES modules that Node alone cannot load: named imports from a CommonJS build.
    server: { deps: { inline: [/ra-data-graphql/, /@apollo\/client/] } },
  },
})
