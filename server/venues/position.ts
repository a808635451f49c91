import { invalid } from '../errors.ts'

/** A position that somebody gave, or null when none was; refuses half of one. */
export function positionOf({ latitude, longitude }: { latitude?: number | null; longitude?: number | null }): { latitude: number; longitude: number } | null {
  if (latitude == null && longitude == null) return null
  if (latitude == null) throw invalid({ latitude: 'Donnez aussi la latitude, ou effacez la longitude.' })
  if (longitude == null) throw invalid({ longitude: 'Donnez aussi la longitude, ou effacez la latitude.' })
  return { latitude, longitude }
}
