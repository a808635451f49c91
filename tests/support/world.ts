import { createHash, randomBytes } from 'node:crypto'
import { v7 } from 'uuid'
import { afterAll } from 'vitest'
import { startApp, type Options } from '../../server/app.ts'
import type { Db } from '../../server/db/client.ts'
import type { Role } from '../../server/db/generated/enums.ts'
import { ownDatabase } from './ownDatabase.ts'

export const NOW = new Date('2026-10-05T08:00:00Z')
const DAY = 86_400_000
/** So many days after the clock of the tests, at the same hour. */
export const inDays = (days: number, hours = 0) => new Date(NOW.getTime() + days * DAY + hours * 3_600_000)

export type Answer = { data?: any; errors?: { message: string; path?: string[]; extensions: { code: string; [more: string]: any } }[] }
/** A signed-in person, or the holder of a session that no longer is. */
export type Person = { cookie: string; account: string; email: string; membership: string }
export type Territory = { department: string; city: string; neighbourhood: string; perimeter: string; campaign: string; venue: string }
type Given = Partial<Pick<Options, 'mail'>> & { demonstration?: boolean; publicUrl?: string; now?: Date; settings?: Partial<Options['settings']> }

/** A running server on a database of this file's own, which knows no territory until a test makes one. */
export async function world({ mail = null, demonstration = false, publicUrl, now = NOW, settings: more = {} }: Given = {}) {
  const { pool, db } = await ownDatabase(8)
  const sent = { statements: [] as string[] }
  pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...args: unknown[]) => unknown
    client.query = ((...args: any[]) => {
      const text: string = typeof args[0] === 'string' ? args[0] : args[0]?.text
      // The worker looks for jobs on the same pool, whenever it likes.
      if (!/graphile_worker|^listen/i.test(text)) sent.statements.push(text)
      return query(...args)
    }) as typeof client.query
  })
  const clock = { now }
  const settings = { publicUrl: publicUrl ?? 'http://coaching.test', demonstration, demonstrationAccounts: [], smtp: mail !== null, ...more }
  const app = await startApp({ pool, db, now: () => clock.now, port: 0, settings, mail })
  afterAll(() => app.stop())

  async function ask(person: Person | null, query: string, variables: object = {}, headers: Record<string, string> = {}): Promise<Answer> {
    const response = await fetch(`${app.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(person ? { cookie: person.cookie, 'x-membership': person.membership } : {}), ...headers },
      body: JSON.stringify({ query, variables }),
    })
    return (await response.json()) as Answer
  }

  return { url: app.url, pool, db, clock, sent, ask, ...making(db, clock) }
}
export type World = Awaited<ReturnType<typeof world>>

let made = 0

function making(db: Db, clock: { now: Date }) {
  /** A department with a city, a neighbourhood, a perimeter of both, an open campaign and a venue. */
  async function territory(over: { state?: 'OPEN' | 'CLOSED' } = {}): Promise<Territory> {
    const department = `D${(++made).toString(36).toUpperCase()}`
    const [city, neighbourhood, perimeter, campaign, venue] = [`${department}001`, `QN${department}001M`, `P${department}`, v7(), v7()]
    await db.region.upsert({ where: { id: '11' }, create: { id: '11', name: 'Île-de-France' }, update: {} })
    await db.department.create({ data: { id: department, name: `Département ${department}`, regionId: '11' } })
    await db.city.create({ data: { id: city, name: `Ville-${department}`, departmentCode: department, postalCodes: ['93000'], latitude: 48.9, longitude: 2.4 } })
    await db.neighbourhood.create({ data: { id: neighbourhood, name: `Quartier ${department}`, generation: 2024, departmentCode: department, cities: { create: { cityId: city } } } })
    await db.perimeter.create({
      data: { id: perimeter, name: `Périmètre ${department}`, official: false, source: 'essai', importedAt: clock.now, cities: { create: { cityId: city } }, neighbourhoods: { create: { neighbourhoodId: neighbourhood } } },
    })
    await db.campaign.create({
      data: { id: campaign, name: `Campagne ${department}`, startsOn: inDays(-60), endsOn: inDays(90), state: over.state ?? 'OPEN', target: 10, perimeterId: perimeter, createdAt: clock.now, targets: { create: { departmentCode: department, target: 5 } } },
    })
    await db.venue.create({ data: { id: venue, departmentCode: department, cityId: city, name: 'Salle des fêtes', address: '1 rue de l’Exemple', postalCode: '93000', latitude: 48.9, longitude: 2.4 } })
    return { department, city, neighbourhood, perimeter, campaign, venue }
  }

  /** Somebody signed in. */
  async function account(role: Role, at: { department?: string; agency?: string } = {}): Promise<Person> {
    const [id, membership, secret] = [v7(), v7(), randomBytes(32).toString('base64url')]
    const email = `${id}@example.org`
    await db.account.create({
      data: {
        id, email, name: `Essai ${role}`, createdAt: clock.now,
        memberships: { create: { id: membership, role, ...(at.department ? { departmentCode: at.department } : {}), ...(at.agency ? { agencyId: at.agency } : {}) } },
        sessions: { create: { id: createHash('sha256').update(secret).digest('hex'), createdAt: clock.now, lastSeenAt: clock.now, expiresAt: new Date(clock.now.getTime() + 7 * DAY) } },
      },
    })
    return { cookie: `session=${secret}`, account: id, email, membership }
  }

  /** A draft that lacks nothing, in ten days. */
  async function event({ department, campaign, venue, neighbourhood }: Territory, over: object = {}): Promise<string> {
    const id = v7()
    await db.event.create({
      data: {
        id, campaignId: campaign, departmentCode: department, title: `Opération ${id.slice(-4)}`, venueId: venue, startsAt: inDays(10), endsAt: inDays(10, 3), capacity: 40,
        referentsNeeded: 2, contactName: 'Camille Exemple', contactEmail: 'camille@example.org', slug: `ville-${id}`, createdAt: clock.now, updatedAt: clock.now,
        neighbourhoods: { create: { neighbourhoodId: neighbourhood } }, ...over,
      },
    })
    return id
  }
  const published = (territory: Territory, over: object = {}) => event(territory, { state: 'PUBLISHED', publishedAt: clock.now, ...over })

  async function referent({ department }: Territory, over: object = {}): Promise<string> {
    const id = v7()
    await db.referent.create({ data: { id, firstName: 'Dominique', lastName: `Exemple-${id.slice(-4)}`, email: `${id}@example.org`, languages: [], createdAt: clock.now, departments: { create: { departmentCode: department } }, ...over } })
    return id
  }

  /** An invitation, with its answer if there is one. */
  async function availability(departmentCode: string, eventId: string, referentId: string, answer: 'YES' | 'IF_NEEDED' | 'NO' | null = null): Promise<string> {
    const id = v7()
    await db.availability.create({ data: { id, eventId, departmentCode, referentId, askedAt: clock.now, ...(answer ? { answer, source: 'LINK', answeredAt: clock.now } : {}) } })
    return id
  }

  /** A task added by hand to an event of the territory, a draft unless given. */
  async function task(territory: Territory, over: object = {}, eventId?: string): Promise<string> {
    const id = v7()
    await db.task.create({ data: { id, eventId: eventId ?? (await event(territory)), departmentCode: territory.department, title: `Tâche ${id.slice(-4)}`, dueOn: inDays(3), createdAt: clock.now, ...over } })
    return id
  }

  async function agency({ department }: Territory): Promise<string> {
    const id = v7()
    await db.agency.create({ data: { id, name: `Structure ${id.slice(-4)}`, kind: 'LOCAL_MISSION', departments: { create: { departmentCode: department } } } })
    return id
  }

  return { territory, account, event, published, referent, availability, agency, task }
}
