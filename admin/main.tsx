import { createRoot } from 'react-dom/client'
import './app/fonts.css'
import { App } from './app/App.tsx'

createRoot(document.getElementById('root') as HTMLElement).render(<App />)
