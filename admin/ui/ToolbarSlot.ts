import { createContext } from 'react'

/** The place in a list’s toolbar for what only its rows know how to draw. */
export const ToolbarSlot = createContext<HTMLElement | null>(null)
