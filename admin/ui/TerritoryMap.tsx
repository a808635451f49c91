import { Box } from '@mui/material'
import { lazy, Suspense } from 'react'
import type { Tone } from './StateChip.tsx'

export type Position = { longitude: number; latitude: number }
/** Something on the map: its name is read aloud, its tone only repeats what its words say. */
export type Point = Position & { id: string; name: string; tone: Tone }
export type TerritoryMapProps = {
  /** What the map shows, for whoever does not see it. */
  label: string
  points: Point[]
  /** Called with the points under a mark, and the mark. */
  onOpen?: (points: Point[], mark: HTMLElement) => void
  /** Where the map goes first, and again when it changes; left out: around the points, or the region. */
  centre?: Position | undefined
  /** Asked for: a click or the button under the map chooses a position. */
  onPick?: (position: Position) => void
}

export const MAP_HEIGHT = { xs: 320, sm: 480 }
const MapCanvas = lazy(() => import('./MapCanvas.tsx'))

/** Points on the outlines of the departments and communes. Always beside a list or fields that say the same. */
export const TerritoryMap = (props: TerritoryMapProps) => (
  <Suspense fallback={<Box sx={{ height: MAP_HEIGHT, bgcolor: 'grey.100' }} />}><MapCanvas {...props} /></Suspense>
)
