import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const server = 'http://127.0.0.1:4000'

/** The calendar’s style sheet holds a font of icons, which the pages’ policy refuses and nothing of ours draws: our toolbar has its own. */
const withoutIconFont: Plugin = {
  name: 'without-icon-font',
  transform: (code, id) => (id.includes('@fullcalendar/core') && code.includes('font-family:fcicons') ? { code: code.replace(/@font-face\{font-family:fcicons[^}]*\}/, ''), map: null } : undefined),
}

export default defineConfig({
  root: 'admin',
  base: '/console/',
  plugins: [react(), withoutIconFont],
  // Apollo brings graphql's own parser already: gql.tada may use that one.
  resolve: { alias: { '@0no-co/graphql.web': 'graphql' } },
  build: {
    outDir: '../dist/admin', emptyOutDir: true,
    // What nearly every screen shares travels in one file: many small ones compress worse.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'screens', test: /ra-ui-materialui/, minShareCount: 14 }] } } },
  },
  server: { proxy: { '/graphql': server, '/files': server, '/outlines': server } },
})
