import type { ResultOf, VariablesOf } from 'gql.tada'
import { graphql } from '../app/graphql.ts'

export const kindsDocument = graphql('query MessageKinds { result: messageKinds { kind subject body variables subjectVariables required } }')

const textFields = graphql('fragment TextFields on MessageTemplate { id kind departmentCode version subject body current createdAt author { id name } }')
export const currentDocument = graphql('query CurrentTexts { result: messageTemplates(filter: { current: true }, page: { number: 0, size: 100 }) { items { ...TextFields } } }', [textFields])
export const versionsDocument = graphql(`
  query TextVersions($kind: MessageKind!) { result: messageTemplates(filter: { kinds: [$kind] }, sort: version, order: desc, page: { number: 0, size: 100 }) { items { ...TextFields } } }
`, [textFields])
export const previewDocument = graphql(`
  query MessagePreview($kind: MessageKind!, $input: MessageTextInput!, $referentId: ID) { result: messagePreview(kind: $kind, input: $input, referentId: $referentId) { subject text html } }
`)
export const personsDocument = graphql(`
  query PreviewPersons($q: String) { result: referents(filter: { q: $q }, sort: lastName, page: { number: 0, size: 20 }) { items { id firstName lastName } } }
`)
export const save = graphql(`
  mutation SaveText($id: ID!, $kind: MessageKind!, $departmentCode: ID, $version: Int!, $input: MessageTextInput!) {
    result: saveMessageTemplate(id: $id, kind: $kind, departmentCode: $departmentCode, version: $version, input: $input) { id version }
  }
`)
export const reset = graphql(`
  mutation ResetText($id: ID!, $kind: MessageKind!, $departmentCode: ID, $version: Int!) { result: resetMessageTemplate(id: $id, kind: $kind, departmentCode: $departmentCode, version: $version) { id version } }
`)
export const restore = graphql('mutation RestoreText($id: ID!, $from: ID!, $version: Int!) { result: restoreMessageTemplate(id: $id, from: $from, version: $version) { id version } }')
export const test = graphql(`
  mutation TestText($id: ID!, $kind: MessageKind!, $input: MessageTextInput!, $referentId: ID) { result: testMessageTemplate(id: $id, kind: $kind, input: $input, referentId: $referentId) }
`)

export type Kind = VariablesOf<typeof previewDocument>['kind']
export type KindText = ResultOf<typeof kindsDocument>['result'][number]
export type Version = ResultOf<typeof versionsDocument>['result']['items'][number]
export type Text = { subject: string; body: string }
export type Owner = 'DEPARTMENT' | 'REGION' | 'ORIGIN'

const written = ({ subject, body }: Version): Text | null => (subject !== null && body !== null ? { subject, body } : null)

/** The text that makes the mails of a scope, among the last versions in reach: its own, else the region’s, else that of origin. */
export function inUse(kind: KindText, current: Version[], departmentCode: string | null): { owner: Owner; text: Text; version: Version | null } {
  const last = (code: string | null) => current.find((one) => one.kind === kind.kind && one.departmentCode === code)
  for (const [owner, code] of [['DEPARTMENT', departmentCode], ['REGION', null]] as const) {
    const version = owner === 'DEPARTMENT' && code === null ? undefined : last(code)
    const text = version && written(version)
    if (version && text) return { owner, text, version }
  }
  return { owner: 'ORIGIN', text: { subject: kind.subject, body: kind.body }, version: null }
}
