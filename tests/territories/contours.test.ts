import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { importTerritory } from '../../server/territories/importTerritory.ts'
import { reportTerritory } from '../../server/territories/reportTerritory.ts'
import { RefusedTerritory } from '../../server/territories/territoryFaults.ts'
import { contourFile, square, type Point } from '../support/contours.ts'
import { eventually } from '../support/eventually.ts'
import { ownDatabase } from '../support/ownDatabase.ts'
import { NOW, world, type Person, type Territory } from '../support/world.ts'

const w = await world()
const region = await w.account('REGIONAL_MANAGER')
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ')

async function send(person: Person, text: string, purpose = '?for=contours') {
  const body = new FormData()
  body.append('file', new Blob([text]), 'quartiers.geojson')
  const response = await fetch(`${w.url}/files${purpose}`, { method: 'POST', body, headers: { cookie: person.cookie, 'x-membership': person.membership } })
  return { status: response.status, ...((await response.json()) as { id?: string; extensions?: { fields: Record<string, string> } }) }
}
const load = `mutation($fileId: ID!) { result: importContours(fileId: $fileId) { changed unchanged unknown } }`
async function loaded(text: string, person = region) {
  return w.ask(person, load, { fileId: (await send(person, text)).id })
}
const refused = async (text: string) => plain((await loaded(text)).errors?.[0]?.extensions.fields.file ?? '')

const venueInput = (over: object = {}) => ({ name: 'Salle des fêtes', address: '1 rue de l’Exemple', postalCode: '93000', ...over })
const place = (person: Person, t: Territory, version: number, over: object) =>
  w.ask(person, `mutation($id: ID!, $version: Int!, $input: VenueInput!) { result: updateVenue(id: $id, version: $version, input: $input) { version approximate neighbourhood { id } } }`, { id: t.venue, version, input: venueInput(over) })
const where = async (id: string) => (await w.ask(region, `query($id: ID!) { result: event(id: $id) { neighbourhood { id } neighbourhoods { id } venue { neighbourhoodId } } }`, { id })).data.result
const inside = { latitude: 48.9012, longitude: 2.4012 }

it('finds the neighbourhood an event lies in by the position of its venue, whichever comes last: the position or the contour', async () => {
  const t = await w.territory()
  const agent = await w.account('DEPARTMENT_AGENT', t)
  const id = await w.event(t, { neighbourhoods: {} })
  expect(await where(id)).toEqual({ neighbourhood: null, neighbourhoods: [], venue: { neighbourhoodId: null } })
  expect((await place(agent, t, 1, inside)).data.result).toEqual({ version: 2, approximate: false, neighbourhood: null })

  expect((await loaded(contourFile({ [t.neighbourhood]: square(2.4, 48.9), QN00000Z: square(5, 45) }))).data.result).toEqual({ changed: [t.neighbourhood], unchanged: [], unknown: ['QN00000Z'] })
  expect(await where(id)).toEqual({ neighbourhood: { id: t.neighbourhood }, neighbourhoods: [], venue: { neighbourhoodId: t.neighbourhood } })
  expect((await loaded(contourFile({ [t.neighbourhood]: square(2.4, 48.9) }))).data.result).toEqual({ changed: [], unchanged: [t.neighbourhood], unknown: [] })
  expect(await w.db.auditEntry.findMany({ where: { recordId: t.neighbourhood }, select: { action: true, departmentCode: true, accountId: true } }))
    .toEqual([{ action: 'importContours', departmentCode: t.department, accountId: region.account }])

  expect((await place(agent, t, 2, { latitude: 48.95, longitude: 2.4 })).data.result.neighbourhood).toBeNull()
  expect((await place(agent, t, 3, inside)).data.result.neighbourhood).toEqual({ id: t.neighbourhood })
  // In the hole of a contour that replaces the first, then outside what is retired.
  await loaded(contourFile({ [t.neighbourhood]: square(2.4, 48.9, { hole: true }) }))
  expect((await where(id)).neighbourhood).toBeNull()
  await loaded(contourFile({ [t.neighbourhood]: square(2.4, 48.9) }))
  await w.db.neighbourhood.update({ where: { id: t.neighbourhood }, data: { retiredOn: NOW } })
  expect((await where(id)).neighbourhood).toBeNull()
})

it('says nothing of a position that is only the city’s', async () => {
  const t = await w.territory()
  await loaded(contourFile({ [t.neighbourhood]: square(2.4, 48.9) }))
  expect((await where(await w.event(t))).neighbourhood).toBeNull()
})

it('never leaves a venue behind that is placed while contours are loaded', async () => {
  const t = await w.territory()
  const fileId = (await send(region, contourFile({ [t.neighbourhood]: square(2.5, 48.8) }))).id
  const placing = await w.pool.connect()
  try {
    await placing.query('BEGIN')
    await placing.query('UPDATE "Venue" SET "longitude" = 2.5012, "latitude" = 48.8012, "approximate" = false WHERE "id" = $1', [t.venue])
    // The venue is placed and nobody sees it yet: the import waits for it, or is over and never will.
    const loading = w.ask(region, load, { fileId })
    const waiting = async () => (await w.pool.query(`SELECT FROM pg_locks WHERE relation = '"Venue"'::regclass AND NOT granted`)).rowCount
    await Promise.race([loading, eventually(waiting, (count) => count === 1)])
    await placing.query('COMMIT')
    expect((await loading).errors).toBeUndefined()
  } finally {
    placing.release()
  }
  expect((await w.db.venue.findUniqueOrThrow({ where: { id: t.venue } })).neighbourhoodId).toBe(t.neighbourhood)
})

it('says what is wrong with a file, and writes nothing of it', async () => {
  const t = await w.territory()
  const good = square(2.4, 48.9)
  const file = (over: object) => contourFile({ [t.neighbourhood]: good }, over)
  expect(await refused('des mots')).toContain('ce n’est pas un GeoJSON')
  expect(await refused('{"type":"Topology"}')).toContain('ne contient pas de contours')
  expect(await refused(file({ crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::2154' } } }))).toContain('sont dans le système « urn:ogc:def:crs:EPSG::2154 ». Prenez la version WGS 84')
  expect(await refused(contourFile({ [t.neighbourhood]: square(652_000, 6_862_000) }))).toContain('ne sont pas des degrés')
  expect(await refused(contourFile({ [t.neighbourhood]: square(48.9, 2.4) }))).toContain(`longitude et latitude sont peut-être inversées (${t.neighbourhood})`)
  expect(await refused(contourFile({ QN00000Z: good }))).toContain('aucun de ces quartiers n’est dans la liste')
  expect(await refused(contourFile({ [t.neighbourhood]: { type: 'Polygon', coordinates: [good.coordinates[0]![0]!.slice(1)] } }))).toContain(`quartier ${t.neighbourhood} : son contour n’est pas un polygone fermé.`)
  expect(await refused(contourFile({ [t.neighbourhood]: { type: 'Point', coordinates: [2.4, 48.9] } }))).toContain('polygone fermé')
  expect(await refused(file({ features: [{ type: 'Feature', properties: { nom: 'sans code' }, geometry: good }] }))).toContain('l’objet 1 n’a pas de code de quartier')
  const twice = JSON.parse(contourFile({ [t.neighbourhood]: good })).features[0]
  expect(await refused(file({ features: [twice, twice] }))).toContain(`le quartier ${t.neighbourhood} y est deux fois`)
  expect((await w.db.neighbourhood.findUniqueOrThrow({ where: { id: t.neighbourhood } })).contour).toBeNull()
  for (const name of ['urn:ogc:def:crs:OGC:1.3:CRS84', 'EPSG:4326', 'urn:ogc:def:crs:EPSG::4326']) expect((await loaded(file({ crs: { properties: { name } } }))).errors, name).toBeUndefined()
})

it('takes shapes that have an area and do not cross themselves, however jagged, and bounds what walking along them takes', async () => {
  const t = await w.territory()
  const ring = (...points: Point[]): Point[] => [...points, points[0]!].map(([x, y]) => [2.4 + x / 100, 48.9 + y / 100])
  const polygon = (...rings: Point[][]) => ({ type: 'Polygon', coordinates: rings })
  const outline = ring([0, 0], [4, 0], [4, 4], [0, 4])
  const around = (count: number) => ring(...Array.from({ length: count }, (_, i): Point => [Math.cos((2 * Math.PI * i) / count), Math.sin((2 * Math.PI * i) / count)]))
  const comb = ring(...Array.from({ length: 12_000 }, (_, i): Point => [i % 2 ? 4 : 0, i / 3_000]), [-1, 4], [-1, 0])
  const said = async (geometry: object) => {
    const { data, errors } = await loaded(contourFile({ [t.neighbourhood]: geometry }))
    return errors ? plain(errors[0]!.extensions.fields.file).replace(/^.*? : quartier \S+ : /, '') : data.result.changed.length
  }
  const crossed = 'son contour se croise lui-même.'
  const flat = 'son contour n’a pas de surface.'
  expect(await said(polygon(ring([0, 0], [4, 4], [4, 0], [0, 4])))).toBe(crossed)
  expect(await said(polygon(outline, ring([1, 1], [5, 1], [5, 2])))).toBe(crossed)
  expect(await said({ type: 'MultiPolygon', coordinates: [[outline], [ring([5, 0], [9, 4], [9, 0], [5, 4])]] })).toBe(crossed)
  expect(await said(polygon(ring([0, 0], [2, 2], [4, 4])))).toBe(flat)
  expect(await said(polygon(ring([1, 1], [1, 1], [1, 1])))).toBe(flat)
  expect(await said(polygon(around(20_000)))).toMatch(/^son contour compte plus de 20 000 points/)
  expect(await said(polygon(comb))).toMatch(/^son contour est trop enchevêtré/)
  // Lines that touch are none that cross: two squares that share a corner, a hole on the outline.
  expect(await said(polygon(ring([0, 0], [2, 0], [2, 2], [4, 2], [4, 4], [2, 4], [2, 2], [0, 2])))).toBe(1)
  expect(await said(polygon(outline, ring([0, 1], [2, 1], [2, 2])))).toBe(1)
  expect(await said(polygon(around(19_990)))).toBe(1)
  const deep = JSON.parse(`${'['.repeat(40)}${']'.repeat(40)}`)
  expect(await refused(contourFile({ [t.neighbourhood]: square(2.4, 48.9) }, { more: deep }))).toContain('ce n’est pas un GeoJSON')
  expect((await loaded(contourFile({ [t.neighbourhood]: square(2.4, 48.9) }, { more: ['[[', '{"'].map((text) => text.repeat(40)) }))).errors).toBeUndefined()
})

it('takes contours from the region alone, up to 25 MB, and a file from whoever sent it', async () => {
  const t = await w.territory()
  const text = contourFile({ [t.neighbourhood]: square(2.4, 48.9) })
  const heavy = `${text}${' '.repeat(11_000_000)}`
  const manager = await w.account('DEPARTMENT_MANAGER', t)
  expect(plain((await send(region, heavy, '')).extensions!.fields.file!)).toContain('dépasse 10 Mo')
  expect((await send(manager, text)).status).toBe(403)
  expect((await loaded(heavy)).data.result.changed).toEqual([t.neighbourhood])
  expect(plain((await send(region, ' '.repeat(25_100_000))).extensions!.fields.file!)).toContain('dépasse 25 Mo')
  for (const person of [manager, await w.account('REGIONAL_READER')]) expect((await w.ask(person, load, { fileId: (await send(region, text)).id })).errors?.[0]?.extensions.code).toBe('FORBIDDEN')
  expect((await w.ask(await w.account('REGIONAL_MANAGER'), load, { fileId: (await send(region, text)).id })).errors?.[0]?.extensions.fields).toHaveProperty('file')
})

it('loads contours from a folder of reference files too, and refuses the folder with the others’ faults', async () => {
  const { db } = await ownDatabase()
  const folder = mkdtempSync(join(tmpdir(), 'contours-'))
  try {
    cpSync('prisma/data', folder, { recursive: true })
    await importTerritory({ db, folder, now: NOW })
    const { id, cities: [city] } = await db.neighbourhood.findFirstOrThrow({ include: { cities: { include: { city: true } } } })
    const contour = square(city!.city.longitude!, city!.city.latitude!)
    writeFileSync(join(folder, 'qpv-contours.geojson'), contourFile({ [id]: contour }))
    expect(plain(reportTerritory(await importTerritory({ db, folder, now: NOW })))).toBe(`Contours des quartiers : 1 modification (${id}).`)
    expect(plain(reportTerritory(await importTerritory({ db, folder, now: NOW })))).toContain('rien n’a changé')
    writeFileSync(join(folder, 'qpv-contours.geojson'), '{}')
    await expect(importTerritory({ db, folder, now: NOW })).rejects.toThrow(RefusedTerritory)
    expect((await db.neighbourhood.findUniqueOrThrow({ where: { id } })).contour).not.toBeNull()
  } finally {
    rmSync(folder, { recursive: true })
  }
})

/** How often a ring turns around a point: another way to the same answer than counting what a ray crosses. */
function turns(ring: Point[], [x, y]: Point): number {
  let angle = 0
  for (let i = 0; i + 1 < ring.length; i++) {
    const [[ax, ay], [bx, by]] = [[ring[i]![0] - x, ring[i]![1] - y], [ring[i + 1]![0] - x, ring[i + 1]![1] - y]] as [Point, Point]
    angle += Math.atan2(ax * by - ay * bx, ax * bx + ay * by)
  }
  return Math.round(angle / (2 * Math.PI))
}
/** A star around a centre: simple, but as jagged as its radii. */
const star = (x: number, y: number, radii: number[], scale: number): Point[] => {
  const ring = radii.map((radius, i): Point => [x + scale * radius * Math.cos((2 * Math.PI * i) / radii.length), y + scale * radius * Math.sin((2 * Math.PI * i) / radii.length)])
  return [...ring, ring[0]!]
}

it('finds points in jagged contours with holes and several parts as an independent reading does', async () => {
  const radii = fc.array(fc.double({ min: 0.5, max: 1, noNaN: true }), { minLength: 3, maxLength: 9 })
  const part = fc.record({ outline: radii, hole: fc.option(radii) })
  let within = 0
  await fc.assert(fc.asyncProperty(fc.array(part, { minLength: 1, maxLength: 3 }), fc.array(fc.tuple(fc.double({ min: -0.1, max: 0.5, noNaN: true }), fc.double({ min: -0.1, max: 0.1, noNaN: true })), { minLength: 20, maxLength: 20 }), async (parts, offsets) => {
    // Holes stay within half of the smallest radius: inside a star of three points that is half as far.
    const polygons = parts.map(({ outline, hole }, i) => [star(2.4 + 0.2 * i, 48.9, outline, 0.09), ...(hole ? [star(2.4 + 0.2 * i, 48.9, hole, 0.02)] : [])])
    const points = offsets.map(([dx, dy]): Point => [2.4 + dx, 48.9 + dy])
    const { rows } = await w.pool.query<{ found: boolean }>('SELECT lies_within($1::jsonb, (p ->> 0)::float8, (p ->> 1)::float8) AS found FROM jsonb_array_elements($2::jsonb) WITH ORDINALITY e(p, n) ORDER BY n', [JSON.stringify({ coordinates: polygons }), JSON.stringify(points)])
    const expected = points.map((point) => polygons.some(([outline, ...holes]) => turns(outline!, point) !== 0 && holes.every((hole) => turns(hole, point) === 0)))
    within += expected.filter(Boolean).length
    expect(rows.map(({ found }) => found)).toEqual(expected)
  }), { numRuns: 100 })
  expect(within).toBeGreaterThan(100)
})
