import type { ResultOf } from 'gql.tada'
import { graphql } from '../app/graphql.ts'

export const importContours = graphql(`mutation ImportContours($fileId: ID!) { result: importContours(fileId: $fileId) { changed unchanged unknown } }`)
export type ContoursLoaded = ResultOf<typeof importContours>['result']
