import { v7 } from 'uuid'
import type { Viewer } from '../../server/access/policy.ts'
import { square } from '../support/contours.ts'
import { inDays, type Person, type World } from '../support/world.ts'

/** Two departments with something of everything in each state, rows without owner, and somebody of every role. */
export async function smallRegion(w: World) {
  const [one, other] = [await w.territory(), await w.territory()]
  const agencies = [await w.agency(one), await w.agency(other)]
  await w.db.agency.update({ where: { id: agencies[0]! }, data: { email: 'structure@example.org', phone: '+33199000000', departments: { create: { departmentCode: other.department } } } })
  const referents = [await w.referent(one, { phone: '+33639980001', notes: 'note interne' }), await w.referent(other), await w.referent(one, { cityId: other.city }), await w.referent(one, { active: false }), await w.referent(one, { bouncedAt: inDays(-2) }), await w.referent(other, { stoppedAt: inDays(-2) }),
    await w.referent(one, { firstName: 'Twin', lastName: 'Éxemple', phone: '+33639980009', notes: 'note interne' }), await w.referent(other, { firstName: 'TWIN', lastName: 'exemple', phone: '+33639980009' }), await w.referent(one, { firstName: 'twin', lastName: 'Exemple', phone: '+33639980009' }),
    await w.referent(one, { firstName: 'Référent', lastName: 'effacé', email: null, active: false, erasedAt: inDays(-1) })]
  await w.db.referentDepartment.create({ data: { referentId: referents[2]!, departmentCode: other.department } })
  await w.db.referentDepartment.create({ data: { referentId: referents[5]!, departmentCode: one.department } })
  const [oneId, otherId] = [referents[4]!, referents[6]!].sort()
  await w.db.referentDistinct.create({ data: { oneId: oneId!, otherId: otherId! } })
  // One was merged into another: the journal of both is told of what remains.
  await w.db.referent.update({ where: { id: referents[0]! }, data: { mergedIds: [v7()] } })
  const { mergedIds } = await w.db.referent.findUniqueOrThrow({ where: { id: referents[0]! } })
  await w.db.auditEntry.createMany({ data: [...mergedIds, referents[0]!].map((recordId) => ({ id: v7(), at: inDays(-2), resource: 'Referent', recordId, action: 'update', changes: {}, departmentCode: one.department })) })

  for (const [i, referentId] of referents.entries()) if (i < 3) await w.db.unavailability.create({ data: { id: v7(), referentId, startsOn: inDays(i - 2), endsOn: inDays(i + 2), createdAt: inDays(-4) } })
  const drafts = new Map<string, string>()
  // One venue is placed, in a contour; both have somebody to ask.
  await w.db.neighbourhood.update({ where: { id: one.neighbourhood }, data: { contour: square(2.4, 48.9), contourAt: inDays(-9), west: 2.39, south: 48.89, east: 2.41, north: 48.91 } })
  for (const t of [one, other]) await w.db.venue.update({ where: { id: t.venue }, data: { approximate: t === other, contactName: 'Camille Exemple', contactEmail: 'salle@example.org', contactPhone: '+33639980002' } })

  for (const t of [one, other]) {
    const sooner = { publishedAt: inDays(-30) }
    const events = [
      await w.event(t),
      await w.event(t, { venueId: null, referentsNeeded: 0, contactName: null, neighbourhoods: {}, notes: 'note interne', importKey: 'clé' }),
      await w.event(t, { state: 'SUBMITTED', leadAgencyId: agencies[0] }),
      await w.published(t, { ...sooner, leadAgencyId: agencies[0], noNeighbourhoodReason: 'partout', neighbourhoods: {} }),
      await w.published(t, { ...sooner, startsAt: inDays(10, 1), endsAt: inDays(10, 4), contactEmail: null, referentsNeeded: 1 }),
      await w.published(t, { ...sooner, startsAt: inDays(-1), endsAt: inDays(-1, 3) }),
      await w.event(t, { ...sooner, state: 'POSTPONED', ...(t === one ? { formerStartsAt: inDays(10) } : {}) }),
      await w.event(t, { ...sooner, state: 'HELD', startsAt: inDays(-10), endsAt: inDays(-10, 3) }),
      await w.event(t, { ...sooner, state: 'CLOSED', startsAt: inDays(-20), endsAt: inDays(-20, 3) }),
      await w.event(t, { ...sooner, state: 'CANCELLED', cancelledAt: inDays(-2), cancellationReason: 'WEATHER' }),
    ]
    await w.db.checklistLine.create({ data: { id: v7(), campaignId: t.campaign, title: 'Prévenez la mairie', daysBefore: 14 } })
    for (const [i, event] of events.entries()) await w.task(t, { dueOn: inDays(i * 4 - 12), title: `Tâche ${i % 3}`, ...(i % 3 === 0 ? { doneAt: inDays(-3) } : {}) }, event)
    await w.db.eventToInvite.createMany({ data: [events[0]!, events[4]!].flatMap((eventId) => referents.map((referentId) => ({ eventId, referentId }))) })
    drafts.set(t.department, events[1]!)
    const answers = ['YES', 'IF_NEEDED', 'NO', null] as const
    for (const [i, event] of events.entries()) {
      if (i < 3) continue
      for (const [j, referent] of referents.entries()) if ((i + j) % 3 !== 0) await w.availability(t.department, event, referent, answers[(i + j) % 4]!)
    }
    const states = ['CONFIRMED', 'OFFERED', 'PRESENT', 'TO_RECONFIRM', 'RELEASED', 'WITHDRAWN'] as const
    for (const [i, event] of events.slice(3, 9).entries()) {
      const at = await w.db.event.findUniqueOrThrow({ where: { id: event } })
      const state = i === 1 && t === other ? 'OFFERED' : states[i]!
      await w.db.assignment.create({ data: { id: v7(), eventId: event, departmentCode: t.department, referentId: t === one ? referents[0]! : referents[2]!, state, startsAt: at.startsAt, endsAt: at.endsAt, createdAt: inDays(-5) } })
    }
    // Places in the days in which they are to be confirmed again: silent, spoken for, just reached.
    for (const [days, reconfirmedAt, createdAt] of [[5, null, -20], [4, -1, -20], [1.5, -3, -20], [1.2, -5, -20], [6, null, -6], [20, null, -1]] as const) {
      const soon = await w.published(t, { ...sooner, startsAt: inDays(days), endsAt: inDays(days, 1), referentsNeeded: 3 })
      await w.db.assignment.create({ data: { id: v7(), eventId: soon, departmentCode: t.department, referentId: t === one ? referents[1]! : referents[3]!, state: 'CONFIRMED', startsAt: inDays(days), endsAt: inDays(days, 1), createdAt: inDays(createdAt), ...(reconfirmedAt ? { reconfirmedAt: inDays(reconfirmedAt) } : {}) } })
      if (days === 6) await w.availability(t.department, soon, referents[1]!, 'YES')
    }
    if (t === one) {
      const { id: eventId, startsAt, endsAt } = await w.db.event.findUniqueOrThrow({ where: { id: events[3]! } })
      await w.db.assignment.create({ data: { id: v7(), eventId, departmentCode: t.department, referentId: referents[7]!, state: 'RELEASED', startsAt, endsAt, createdAt: inDays(-5) } })
    }
    await w.db.auditEntry.createMany({ data: events.map((recordId, i) => ({ id: v7(), at: inDays(-i), resource: 'Event', recordId, action: 'create', changes: {}, ...(i % 4 ? { departmentCode: t.department } : {}), ...(i % 3 ? {} : { referentId: referents[0]! }) })) })
    await w.db.message.createMany({ data: [t.department, null].map((departmentCode) => ({ id: v7(), template: 'invitation', templateVersion: 1, departmentCode, referentId: referents[0]!, address: 'dominique@example.org', subject: 'Objet', body: 'Texte [lien]', link: 'http://coaching.test/r/secret', state: 'KEPT' as const, createdAt: inDays(-3) })) })
    // Of the region's text and its own, in each state that a mail may be sent again from, to each who may be written to or not.
    const text = await w.db.messageTemplate.create({ data: { id: v7(), kind: 'CANCELLED', departmentCode: t.department, version: 1, subject: 'Annulée', body: 'Ne venez pas : {lien}', createdAt: inDays(-4) } })
    const within = v7()
    const mailStates = ['SENT', 'FAILED', 'UNCERTAIN', 'BOUNCED', 'WITHHELD', 'GROUPED'] as const
    await w.db.message.createMany({ data: [within, ...Array.from({ length: 11 }, () => v7())].map((id, i) => ({
      id, template: 'eventNews', kind: 'CANCELLED', templateVersion: 1, templateId: text.id, departmentCode: t.department, referentId: referents[i % referents.length]!, address: 'dominique@example.org', subject: 'Objet', body: 'Texte',
      state: mailStates[i % 6]!, essential: i % 4 === 0, createdAt: inDays(-2), ...(i % 6 === 3 ? { bouncedAt: inDays(-1) } : {}), ...(i % 6 === 5 ? { withinId: within } : {}),
    })) })
  }

  const people: Record<string, Person> = {
    regionalManager: await w.account('REGIONAL_MANAGER'), regionalReader: await w.account('REGIONAL_READER'),
    manager: await w.account('DEPARTMENT_MANAGER', one), agent: await w.account('DEPARTMENT_AGENT', one), neighbour: await w.account('DEPARTMENT_MANAGER', other),
    agencyManager: await w.account('AGENCY_MANAGER', { agency: agencies[0] }), agencyAgent: await w.account('AGENCY_AGENT', { agency: agencies[1] }),
    officer: await w.account('DATA_PROTECTION_OFFICER'),
  }
  // Comments by one of the team, by a neighbour, by the region and by somebody gone; one is too old to correct, one is removed.
  for (const [n, { id: eventId, departmentCode }] of (await w.db.event.findMany({ orderBy: { id: 'asc' } })).entries()) {
    const authorId = [people.manager!.account, people.neighbour!.account, people.regionalReader!.account, null][n % 4]!
    const id = v7()
    await w.db.comment.create({
      data: { id, eventId, departmentCode, authorId, text: n % 5 === 4 ? '' : `Commentaire ${n}`, removedAt: n % 5 === 4 ? inDays(0) : null, createdAt: n % 2 ? inDays(-1) : inDays(0), ...(n % 3 ? {} : { mentions: { create: { accountId: people.agent!.account } } }) },
    })
    await w.db.auditEntry.create({ data: { id: v7(), at: inDays(0), resource: 'Comment', recordId: id, action: 'create', changes: {}, departmentCode, accountId: authorId } })
  }
  for (const resource of ['Assignment', 'Availability'] as const)
    for (const { id: recordId, departmentCode } of await (w.db[resource === 'Assignment' ? 'assignment' : 'availability'] as any).findMany())
      await w.db.auditEntry.create({ data: { id: v7(), at: inDays(-1), resource, recordId, action: 'create', changes: {}, departmentCode } })
  const imports = await Promise.all([[one, people.manager!], [null, people.regionalManager!]].map(async (pair) => {
    const [t, by] = pair as [typeof one | null, Person]
    const file = await w.db.uploadedFile.create({ data: { id: v7(), name: 'calendrier.csv', bytes: new Uint8Array([1]), accountId: by.account, createdAt: inDays(-1) } })
    const id = v7()
    await w.db.import.create({
      data: {
        id, campaignId: one.campaign, fileId: file.id, fileName: 'calendrier.csv', weeks: 1, ...(t ? { headers: ['Département', 'Commune'], columns: [{ column: 'CITY', at: 1 }] } : { remarks: [{ code: 'PAST', sentence: 'Passée.' }] }), accountId: by.account, createdAt: inDays(-1), ...(t ? { departmentCode: t.department } : {}),
        lines: { create: [{ id: v7(), line: 2, verdict: 'NEW', summary: 'Ligne', findings: [{ code: 'PAST', column: 'Date', sentence: 'Passée.' }], departmentCode: one.department, event: { startsAt: '2026-11-01T08:00:00.000Z' } }, { id: v7(), line: 3, verdict: 'ERROR', summary: 'Erreur', findings: [], cells: ['93', ''], corrections: [{ at: 1, text: 'Bondy' }] },
          { id: v7(), line: 4, verdict: 'UPDATE', summary: 'Autre', findings: [], proposed: false, ...(t ? { outcome: 'CREATED', takenAt: inDays(-1), eventId: drafts.get(t.department)! } : {}) }] },
      },
    })
    return id
  }))

  await w.db.messageTemplate.createMany({ data: [['manager', one.department], ['neighbour', other.department], ['regionalManager', null]].flatMap(([name, departmentCode]) => [2, 3].map((version) => ({
    id: v7(), kind: 'CANCELLED', departmentCode: departmentCode!, version, ...(version === 2 ? { subject: 'Annulée', body: 'Ne venez pas : {lien}' } : {}), authorId: people[name!]!.account, createdAt: inDays(-version) }))) })
  // Jobs that failed: of a mail, for now, and of another, for good. The worker leaves them alone: they are for later.
  const { id: mail } = await w.db.message.findFirstOrThrow({ where: { departmentCode: one.department } })
  await w.db.$executeRaw`SELECT graphile_worker.add_job('sendMessage', json_build_object('id', ${mail}::text), run_at => now() + interval '1 day'), graphile_worker.add_job('weeklyDigest', run_at => now() + interval '1 day')`
  await w.db.$executeRaw`UPDATE graphile_worker._private_jobs SET attempts = CASE WHEN payload->>'id' IS NULL THEN max_attempts ELSE 2 END, last_error = 'The task failed'`

  const list = await w.db.uploadedFile.create({ data: { id: v7(), name: 'referents.csv', bytes: new Uint8Array(), accountId: people.manager!.account, createdAt: inDays(-1) } })
  await w.db.import.create({
    data: {
      id: v7(), kind: 'REFERENTS', fileId: list.id, fileName: 'referents.csv', weeks: 0, headers: ['Nom'], accountId: people.manager!.account, createdAt: inDays(-1), departmentCode: one.department,
      lines: { create: [referents[0]!, referents[4]!].map((referentId, n) => ({ id: v7(), line: n + 2, verdict: 'NEW' as const, summary: 'Ligne', findings: [], departmentCode: one.department, outcome: 'CREATED' as const, takenAt: inDays(-1), referentId })) },
    },
  })

  // A proposal of one department, and one of the region for all, with a line in each state, or nobody's event.
  for (const [departmentCode, by] of [[one.department, people.agent!], [null, people.regionalManager!]] as const) {
    const id = v7()
    const campaign = departmentCode ? one.campaign : other.campaign
    await w.db.proposal.create({ data: { id, campaignId: campaign, departmentCode, accountId: by.account, createdAt: inDays(-1), state: 'READY', progress: 100 } })
    for (const event of await w.db.event.findMany({ where: { state: 'PUBLISHED', ...(departmentCode ? { departmentCode } : {}) }, orderBy: { id: 'asc' } })) {
      const need = v7()
      await w.db.proposalNeed.create({ data: { id: need, proposalId: id, eventId: event.id, departmentCode: event.departmentCode, startsAt: event.startsAt, places: 5, missing: 1, reasons: [{ code: 'SILENT', count: 2, sentence: '2 invités n’ont pas répondu.' }] } })
      await w.db.proposalLine.createMany({
        data: (['PROPOSED', 'ACCEPTED', 'REFUSED', 'OUTDATED'] as const).map((state, i) => ({
          id: v7(), proposalId: id, needId: need, eventId: event.id, departmentCode: event.departmentCode, referentId: referents[i]!, answer: i % 2 ? 'YES' : 'IF_NEEDED', distanceKm: i ? i * 7 : null, load: i, state, outdatedBecause: state === 'OUTDATED' ? 'Remplacée.' : null,
        })),
      })
    }
  }

  const views = [['manager', one.department], ['neighbour', other.department], ['agent', one.department], ['regionalManager', null], ['regionalReader', null], ['agencyAgent', null]] as const
  await w.db.savedView.createMany({
    data: views.flatMap(([name, departmentCode]) => [true, false].map((shared) => ({ id: v7(), accountId: people[name]!.account, departmentCode, name: shared ? 'Partagée' : 'À soi', search: 'view=board', hiddenColumns: ['city'], shared: shared && name !== 'agencyAgent', createdAt: inDays(-1) }))),
  })

  const department = { [people.manager!.membership]: [one.department], [people.neighbour!.membership]: [other.department], [people.agent!.membership]: [one.department] }
  const viewerOf = (name: string): Viewer => {
    const { account, membership } = people[name]!
    const whole = { account, membership }
    if (name === 'agencyManager') return { role: 'AGENCY_MANAGER', ...whole, agency: agencies[0]!, department: [one.department, other.department] }
    if (name === 'agencyAgent') return { role: 'AGENCY_AGENT', ...whole, agency: agencies[1]!, department: [other.department] }
    const roles = { regionalManager: 'REGIONAL_MANAGER', regionalReader: 'REGIONAL_READER', manager: 'DEPARTMENT_MANAGER', agent: 'DEPARTMENT_AGENT', neighbour: 'DEPARTMENT_MANAGER', officer: 'DATA_PROTECTION_OFFICER' } as const
    return { role: roles[name as 'manager'], ...whole, ...(department[membership] ? { department: department[membership] } : {}) }
  }
  const viewers: Record<string, Viewer> = {
    ...Object.fromEntries(Object.keys(people).map((name) => [name, viewerOf(name)])),
    public: { role: 'PUBLIC' }, referent: { role: 'REFERENT_LINK', own: referents[0]! }, otherReferent: { role: 'REFERENT_LINK', own: referents[2]! },
    // A scope that is missing reaches nothing.
    departmentOfNone: { role: 'DEPARTMENT_MANAGER', account: people.manager!.account }, agencyOfNone: { role: 'AGENCY_MANAGER', account: people.agencyManager!.account },
  }
  return { one, other, agencies, referents, people, viewers, imports }
}
