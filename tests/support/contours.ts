export type Point = [number, number]

/** An invented contour: a square around a point, with a square hole of half its side when asked. */
export function square(x: number, y: number, { half = 0.01, hole = false }: { half?: number; hole?: boolean } = {}) {
  const ring = (reach: number): Point[] => [[x - reach, y - reach], [x + reach, y - reach], [x + reach, y + reach], [x - reach, y + reach], [x - reach, y - reach]]
  return { type: 'MultiPolygon' as const, coordinates: [[ring(half), ...(hole ? [ring(half / 2)] : [])]] }
}

/** A file of contours as the official one is written: a code on each. */
export const contourFile = (contours: Record<string, object>, over: object = {}) =>
  JSON.stringify({ type: 'FeatureCollection', features: Object.entries(contours).map(([code_qp, geometry]) => ({ type: 'Feature', properties: { code_qp, lib_qp: 'Quartier inventé' }, geometry })), ...over })
