import { screen } from '../app/screen.ts'

/** The ways to look at events beside the list; each is fetched when it is first opened, and shows what the list's filters let pass. */
export const eventViews = [
  { name: 'calendar', Screen: screen(() => import('./EventCalendar.tsx'), 'EventCalendar') },
  { name: 'map', Screen: screen(() => import('./EventMap.tsx'), 'EventMap') },
  { name: 'board', Screen: screen(() => import('./EventBoard.tsx'), 'EventBoard') },
]
export const viewNames = ['list', ...eventViews.map(({ name }) => name)]
