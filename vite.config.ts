import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const server = 'http://127.0.0.1:4000'

export default defineConfig({
  root: 'admin',
  base: '/console/',
  plugins: [react()],
  build: { outDir: '../dist/admin', emptyOutDir: true },
  server: { proxy: { '/graphql': server, '/files': server } },
})
