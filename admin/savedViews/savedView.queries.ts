import type { ResultOf } from 'gql.tada'
import { against, graphql } from '../app/graphql.ts'

export const savedViews = graphql(`
  query SavedViews { result: savedViews(page: { number: 0, size: 100 }) {
    items { id name search hiddenColumns shared version author { id name } can { update { ...Against } share { ...Against } remove { ...Against } } }
  } }
`, [against])
export type SavedView = ResultOf<typeof savedViews>['result']['items'][number]

export const create = graphql(`mutation CreateSavedView($id: ID!, $input: SavedViewInput!) { result: createSavedView(id: $id, input: $input) { id } }`)
export const update = graphql(`
  mutation UpdateSavedView($id: ID!, $version: Int!, $input: SavedViewInput!) { result: updateSavedView(id: $id, version: $version, input: $input) { id } }
`)
export const share = graphql(`mutation ShareSavedView($id: ID!) { result: shareSavedView(id: $id) { id } }`)
export const unshare = graphql(`mutation UnshareSavedView($id: ID!) { result: unshareSavedView(id: $id) { id } }`)
export const remove = graphql(`mutation RemoveSavedView($id: ID!) { result: removeSavedView(id: $id) }`)
