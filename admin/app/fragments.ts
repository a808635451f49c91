import { graphql } from './graphql.ts'

/** A line of the journal, as `History` shows it. */
export const entryFields = graphql(`
  fragment EntryFields on AuditEntry { id at resource recordId action reason changes author { id name } referent { id firstName lastName } }
`)
