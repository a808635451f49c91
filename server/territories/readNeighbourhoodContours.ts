import { budgetOfFile, shapeOf, type Budget } from './shapeOf.ts'
import { Faults, RefusedTerritory } from './territoryFaults.ts'

type Position = [longitude: number, latitude: number]
type Polygon = Position[][]
/** A neighbourhood's contour, with the box around it; degrees (WGS 84). */
export type NeighbourhoodContour = {
  id: string
  contour: { type: 'MultiPolygon'; coordinates: Polygon[] }
  west: number; south: number; east: number; north: number
}

/** The official file of all France takes less than half of it. */
export const MAX_CONTOUR_BYTES = 25_000_000

// What a GeoJSON of longitudes and latitudes may say of its coordinates; it need not say anything (RFC 7946).
const DEGREES = /(?:CRS:?84|EPSG:+(?:\d+(?:\.\d+)*:)?4326)$/i
const MOST_FAULTS = 20
/** Each venue that is placed walks along the contours around it: official ones have some thousand points at most. */
const MOST_POINTS = 20_000
/** A file of contours is eight lists and objects deep. */
const DEEPEST = 30

/** Reads the official GeoJSON of the priority neighbourhoods. Throws RefusedTerritory with what is wrong, a sentence each. */
export function readNeighbourhoodContours(bytes: Uint8Array, file: string): NeighbourhoodContour[] {
  const faults = new Faults()
  const refuse = (what: string): never => {
    faults.about(file, what)
    throw new RefusedTerritory(faults.sentences)
  }
  if (bytes.length > MAX_CONTOUR_BYTES) refuse('ce fichier dépasse 25 Mo. Prenez le fichier officiel des quartiers, sans autre couche.')
  const collection = parsed(bytes) ?? refuse('ce n’est pas un GeoJSON. Prenez la version GeoJSON du fichier officiel, décompressée.')
  const crs = collection.crs?.properties?.name
  if (crs && !DEGREES.test(String(crs))) refuse(`les coordonnées sont dans le système « ${String(crs).slice(0, 80)} ». Prenez la version WGS 84 (EPSG:4326) du fichier.`)
  if (collection.type !== 'FeatureCollection' || !Array.isArray(collection.features) || collection.features.length === 0) refuse('ce GeoJSON ne contient pas de contours. Prenez le fichier officiel des quartiers.')
  const seen = new Set<string>()
  const budget = budgetOfFile()
  const contours = collection.features!.flatMap((feature, n) => {
    const code = codeOf(feature?.properties)
    if (!code) refuse(`l’objet ${n + 1} n’a pas de code de quartier (propriété « code_qp »).`)
    if (seen.has(code!)) faults.about(file, `le quartier ${code} y est deux fois.`)
    seen.add(code!)
    const read = contourOf(feature.geometry, budget)
    if (typeof read !== 'string') return [{ id: code!, ...read }]
    if (read === METRES) refuse(read)
    faults.about(file, `quartier ${code} : ${read}`)
    return []
  })
  if (faults.sentences.length) throw new RefusedTerritory(faults.sentences.slice(0, MOST_FAULTS))
  return contours
}

type Feature = { properties?: Record<string, unknown> | null; geometry?: { type?: unknown; coordinates?: unknown } | null }
type Collection = { type?: unknown; crs?: { properties?: { name?: unknown } }; features?: Feature[] }

function parsed(bytes: Uint8Array): Collection | null {
  if (isTooDeep(bytes)) return null
  try {
    const read: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    return read && typeof read === 'object' ? read : null
  } catch {
    return null
  }
}

/** Looked at before it is parsed: lists in lists without end would hold the server for seconds. */
function isTooDeep(bytes: Uint8Array): boolean {
  let [depth, inText] = [0, false]
  for (let i = 0; i < bytes.length; i++) {
    const sign = bytes[i]
    if (sign === 0x22) inText = !inText
    else if (inText) i += sign === 0x5c ? 1 : 0
    else if (sign === 0x5b || sign === 0x7b) depth++
    else if (sign === 0x5d || sign === 0x7d) depth--
    if (depth > DEEPEST) return true
  }
  return false
}

/** `code_qp` in the official files of both generations, whatever its case. */
function codeOf(properties: Record<string, unknown> | null | undefined): string | null {
  const found = Object.entries(properties ?? {}).find(([name]) => /^(code_qp|codeqp|code_qpv)$/i.test(name))?.[1]
  return typeof found === 'string' && /^Q[PN][0-9A-Z]{3,12}$/.test(found) ? found : null
}

const METRES = 'les coordonnées ne sont pas des degrés. Prenez la version WGS 84 (EPSG:4326) du fichier.'
const BROKEN = 'son contour n’est pas un polygone fermé.'
const wrong = {
  PLAIN: null, FLAT: 'son contour n’a pas de surface.', CROSSED: 'son contour se croise lui-même.',
  TANGLED: 'son contour est trop enchevêtré pour être vérifié. Prenez le fichier officiel, ou simplifiez-le.',
}
const LONG = `son contour compte plus de ${MOST_POINTS.toLocaleString('fr-FR')} points. Prenez le fichier officiel, ou simplifiez-le.`
const rounded = (degrees: number) => Math.round(degrees * 1e6) / 1e6

/** The contour, or what is wrong with it. */
function contourOf(geometry: Feature['geometry'], budget: Budget): Omit<NeighbourhoodContour, 'id'> | string {
  const given = geometry?.type === 'Polygon' ? [geometry.coordinates] : geometry?.type === 'MultiPolygon' ? geometry.coordinates : null
  if (!Array.isArray(given) || given.length === 0) return BROKEN
  let points = 0
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity }
  for (const polygon of given as unknown[]) {
    if (!Array.isArray(polygon) || polygon.length === 0) return BROKEN
    for (const ring of polygon) {
      if (!Array.isArray(ring) || ring.length < 4) return BROKEN
      if ((points += ring.length) > MOST_POINTS) return LONG
      for (const point of ring) {
        if (!Array.isArray(point) || !Number.isFinite(point[0]) || !Number.isFinite(point[1])) return BROKEN
        if (Math.abs(point[0]) > 180 || Math.abs(point[1]) > 90) return METRES
        box.west = Math.min(box.west, rounded(point[0]))
        box.east = Math.max(box.east, rounded(point[0]))
        box.south = Math.min(box.south, rounded(point[1]))
        box.north = Math.max(box.north, rounded(point[1]))
      }
      const [first, last] = [ring[0], ring.at(-1)]
      if (first[0] !== last[0] || first[1] !== last[1]) return BROKEN
    }
    const fault = wrong[shapeOf(polygon, budget)]
    if (fault) return fault
  }
  const coordinates = (given as number[][][][]).map((polygon) => polygon.map((ring) => ring.map(([x, y]): Position => [rounded(x!), rounded(y!)])))
  return { contour: { type: 'MultiPolygon', coordinates }, ...box }
}
