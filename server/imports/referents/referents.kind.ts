import { grantOf } from '../../access/policy.ts'
import { change, record } from '../../reading/change.ts'
import { sql } from '../../reading/sql.ts'
import type { Kind } from '../kind.ts'
import { referents } from './columns.ts'
import { compareReferent } from './compareReferent.ts'
import { createReferents } from './createReferents.ts'
import { exampleReferents } from './exampleReferents.ts'
import { heldReferents, type HeldReferent } from './heldReferents.ts'
import { readReferent, type ListedReferent } from './readReferent.ts'
import { removeReferents } from './removeReferents.ts'
import { warnOfTwins } from './warnOfTwins.ts'

/** A list of people becomes referents of their departments. */
export const referentsKind: Kind<ListedReferent, HeldReferent> = {
  ...referents,
  resource: 'Referent',
  as: 'referent',
  campaign: false,
  people: true,
  read: readReferent,
  keyOf: ({ email }) => email,
  ofNoTotal: ['email', 'firstName'],
  total: 'Cette ligne est un total, pas un référent.',
  repeated: { code: 'DUPLICATE_PERSON', sentence: (first) => `Cette ligne répète la ligne ${first} : même courriel. Elle ne sera pas reprise.` },
  says: {
    ...referents.says,
    outside: 'Ce référent est d’un autre département : seule sa préfecture ou la région peut le reprendre.',
    unchanged: 'Ce référent est déjà dans la liste, et cette ligne n’y change rien.',
    shut: 'Ce référent est déjà dans la liste. Sa fiche ne se modifie plus par un import : voyez avec sa préfecture.',
    hidden: 'Cette adresse est celle d’un référent d’un autre département : demandez à la région de lui ajouter le vôtre.',
    changedSince: 'La fiche a changé depuis l’examen de cette ligne : elle n’a pas été reprise. Regardez-la de nouveau.',
    taken: 'Cette ligne est déjà reprise : modifiez la fiche du référent.',
  },
  example: { name: 'exemple-referents.csv', lines: exampleReferents },
  held: heldReferents,
  compare: compareReferent,
  doubts: () => [],
  warn: warnOfTwins,
  create: createReferents,
  async update(tx, author, { id, version }, { departmentCode, ...set }) {
    const action = grantOf(author.viewer, 'Referent', 'update') ? 'update' : 'import'
    if (Object.keys(set).length > 0) await change(tx, author, 'Referent', action, { id, version, set })
    if (!departmentCode) return
    await tx.$executeRaw(sql`INSERT INTO "ReferentDepartment" ("referentId", "departmentCode") VALUES (${id}::uuid, ${departmentCode}) ON CONFLICT DO NOTHING`)
    await record(tx, author, 'Referent', action, { id, departmentCode: departmentCode as string, changes: { departments: true } })
  },
  async restore(tx, author, { id, version }, { departmentCode, ...before }, line) {
    const action = grantOf(author.viewer, 'Referent', 'update') ? 'update' : 'import'
    if (Object.keys(before).length > 0) await change(tx, author, 'Referent', action, { id, version, set: before })
    if (departmentCode === undefined) return
    await tx.$executeRaw(sql`DELETE FROM "ReferentDepartment" WHERE "referentId" = ${id}::uuid AND "departmentCode" = ${line.departmentCode}`)
    await record(tx, author, 'Referent', action, { id, departmentCode: line.departmentCode, changes: { departments: true } })
  },
  remove: removeReferents,
}
