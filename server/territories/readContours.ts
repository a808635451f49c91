import { readText } from './readColumns.ts'
import type { Faults } from './territoryFaults.ts'

type Position = { latitude: number; longitude: number }
type Ring = [number, number][]
type Geometry = { type: 'Polygon'; coordinates: Ring[] } | { type: 'MultiPolygon'; coordinates: Ring[][] }
type Contour = { properties: { insee_code: string }; geometry: Geometry }

const rounded = (degrees: number) => Math.round(degrees * 10_000) / 10_000

/** Where the middle of each commune's contour lies, by INSEE code. */
export function readContours(folder: string, file: string, faults: Faults): Map<string, Position> {
  const text = readText(folder, file, faults)
  if (text === null) return new Map()
  try {
    const { features } = JSON.parse(text) as { features: Contour[] }
    return new Map(features.map(({ properties, geometry }) => [properties.insee_code, centroid(geometry)]))
  } catch {
    faults.about(file, 'le fichier n’est pas un GeoJSON de communes.')
    return new Map()
  }
}

function centroid(geometry: Geometry): Position {
  const outlines = geometry.type === 'Polygon' ? [geometry.coordinates[0]!] : geometry.coordinates.map(([outline]) => outline!)
  let [area, x, y] = [0, 0, 0]
  for (const outline of outlines) {
    const moments = momentsOf(outline)
    area += Math.abs(moments.area)
    x += moments.x * Math.sign(moments.area)
    y += moments.y * Math.sign(moments.area)
  }
  if (area === 0) throw new Error('A contour without an area')
  return { latitude: rounded(y / area), longitude: rounded(x / area) }
}

/** Signed area, and its moments, from the outline's own first point: far from the origin, small areas lose their digits. */
function momentsOf(outline: Ring) {
  const [originX, originY] = outline[0]!
  let [area, x, y] = [0, 0, 0]
  for (let i = 0; i + 1 < outline.length; i++) {
    const [x0, y0] = [outline[i]![0] - originX, outline[i]![1] - originY]
    const [x1, y1] = [outline[i + 1]![0] - originX, outline[i + 1]![1] - originY]
    const cross = x0 * y1 - x1 * y0
    area += cross / 2
    x += ((x0 + x1) * cross) / 6
    y += ((y0 + y1) * cross) / 6
  }
  return { area, x: x + originX * area, y: y + originY * area }
}
