import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import type { Reference } from '../../server/imports/lines/reference.ts'

export const FILES = ['operations-2019-cp1252.csv', 'operations-2019.xlsx'] as const
export const fixture = (name: string) => new Uint8Array(readFileSync(join('tests/fixtures', name)))

type Problem = { line?: number; row?: number; verdict: 'warn' | 'reject' | 'skip'; code: string }
type Expected = { file: string; data_records: number; valid: number; valid_with_warning: number; rejected: number; skipped: number; accepted: number; problems: Problem[] }
const all = JSON.parse(readFileSync('tests/fixtures/EXPECTED.json', 'utf8')) as Expected[]
export const expectedOf = (name: string) => all.find(({ file }) => file === name)!

const csv = (name: string) => parse(readFileSync(join('prisma/data', name)), { columns: true, bom: true }) as Record<string, string>[]
const codes = (text: string) => text.split(/[ ;|]+/).filter(Boolean)

/** The territory as its reference files say it. */
export const reference: Reference = {
  departments: csv('departments.csv').map(({ code, name }) => ({ id: code!, name: name! })),
  cities: csv('communes-idf.csv').map((row) => ({
    id: row.insee_code!, name: row.name!, departmentCode: row.department_code!, postalCodes: codes(row.postal_codes!), retiredInto: row.merged_into || null,
  })),
  neighbourhoods: csv('qpv-2024-idf.csv').map((row) => ({ id: row.code!, name: row.name!, generation: Number(row.generation), cityCodes: codes(row.commune_insee_codes!) })),
}
