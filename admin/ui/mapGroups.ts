type Placed = { longitude: number; latitude: number }

/** Closer than this on the screen, in pixels, two points share one mark: each can then be pressed. */
const REACH = 36

/** Points that would cover each other at this zoom, together; the order of the points is kept. */
export function grouped<P extends Placed>(points: P[], project: (point: P) => { x: number; y: number }): P[][] {
  const groups: { x: number; y: number; points: P[] }[] = []
  for (const point of points) {
    const { x, y } = project(point)
    const near = groups.find((group) => Math.hypot(group.x - x, group.y - y) < REACH)
    if (near) near.points.push(point)
    else groups.push({ x, y, points: [point] })
  }
  return groups.map((group) => group.points)
}

/** West, south, east, north of the points; undefined when there is none. */
export function boundsOf(points: Placed[]): [number, number, number, number] | undefined {
  if (points.length === 0) return undefined
  const [xs, ys] = [points.map(({ longitude }) => longitude), points.map(({ latitude }) => latitude)]
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}
