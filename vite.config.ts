import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const server = 'http://127.0.0.1:4000'

export default defineConfig({
  root: 'admin',
  base: '/console/',
  plugins: [react()],
  // Apollo brings graphql's own parser already: gql.tada may use that one.
  resolve: { alias: { '@0no-co/graphql.web': 'graphql' } },
  build: {
    outDir: '../dist/admin', emptyOutDir: true,
    // What nearly every screen shares travels in one file: many small ones compress worse.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'screens', test: /ra-ui-materialui/, minShareCount: 14 }] } } },
  },
  server: { proxy: { '/graphql': server, '/files': server, '/outlines': server } },
})
