import { graphql } from '../app/graphql.ts'

export const todos = graphql(`query Todos { result: todos { code count sentence resource filter } }`)

export const nextEvents = graphql(`
  query NextEvents($from: Instant!) {
    result: events(filter: { states: [DRAFT, SUBMITTED, PUBLISHED], startsAt: { from: $from } }, sort: startsAt, page: { number: 0, size: 8 }) {
      total
      items { id title startsAt state readiness department { id name } venue { id city { id name } } }
    }
  }
`)

export const changes = graphql(`
  query Changes($page: PageInput, $since: Instant, $me: ID!) {
    result: auditEntries(filter: { resources: ["Event"], at: { from: $since }, notBy: $me }, order: desc, page: $page) {
      total
      items { id at action author { id name } referent { id firstName lastName } event { id title } }
    }
  }
`)

export const noteVisit = graphql(`mutation NoteVisit { result: noteVisit }`)
export const chooseDigest = graphql(`mutation ChooseDigest($wanted: Boolean!) { result: chooseDigest(wanted: $wanted) }`)
