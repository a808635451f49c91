type Position = [longitude: number, latitude: number]
type Line = { a: Position; b: Position; south: number; north: number }
/** How many pairs of lines a file of contours may have compared, so that others are answered. */
export type Budget = { pairs: number }
export const budgetOfFile = (): Budget => ({ pairs: 20_000_000 })

/** About a square metre here, in square degrees. */
const SMALLEST_AREA = 1e-10
/** Nearer than a micron to a line of a hundred metres is on it. */
const ON_LINE = 1e-14

/** Whether the lines of a polygon cross, those of its holes included, or its outline has no area; lines may touch. TANGLED: too long to say. */
export function shapeOf(rings: Position[][], budget: Budget): 'PLAIN' | 'FLAT' | 'CROSSED' | 'TANGLED' {
  const lines = rings.flatMap((ring) => ring.slice(1).map((end, i) => lineOf(ring[i]!, end))).sort((one, other) => one.a[0] - other.a[0])
  // From west to east: a line is compared with those that are not over yet.
  const open: Line[] = []
  for (const line of lines) {
    budget.pairs -= open.length
    if (budget.pairs < 0) return 'TANGLED'
    let kept = 0
    for (const other of open) {
      if (other.b[0] < line.a[0]) continue
      if (other.south <= line.north && line.south <= other.north && cross(line, other)) return 'CROSSED'
      open[kept++] = other
    }
    open.length = kept
    open.push(line)
  }
  return areaOf(rings[0]!) < SMALLEST_AREA ? 'FLAT' : 'PLAIN'
}

const lineOf = (one: Position, other: Position): Line => {
  const [a, b] = one[0] <= other[0] ? [one, other] : [other, one]
  return { a, b, south: Math.min(a[1], b[1]), north: Math.max(a[1], b[1]) }
}

/** From the outline's own first point: far from the origin, small areas lose their digits. */
function areaOf(ring: Position[]): number {
  const [x0, y0] = ring[0]!
  return Math.abs(ring.slice(1).reduce((sum, [x, y], i) => sum + (ring[i]![0] - x0) * (y - y0) - (x - x0) * (ring[i]![1] - y0), 0)) / 2
}

const cross = ({ a, b }: Line, { a: c, b: d }: Line) => side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0

/** On which side of the line from a to b the point lies: 0 on it. */
function side([ax, ay]: Position, [bx, by]: Position, [x, y]: Position): number {
  const turn = (bx - ax) * (y - ay) - (by - ay) * (x - ax)
  return Math.abs(turn) < ON_LINE ? 0 : Math.sign(turn)
}
