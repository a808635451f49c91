import type { ResultOf } from 'gql.tada'
import { against, graphql } from '../app/graphql.ts'

export const taskFields = graphql(`
  fragment TaskFields on Task {
    id version title dueOn doneAt urgency lineId assigneeId
    assignee { id name } doneBy { id name }
    can { update { ...Against } assign { ...Against } complete { ...Against } reopen { ...Against } remove { ...Against } }
  }
`, [against])

export const getList = graphql(`
  query Tasks($page: PageInput, $filter: TaskFilter, $sort: TaskSort, $order: SortOrder) {
    result: tasks(page: $page, filter: $filter, sort: $sort, order: $order) { total items { ...TaskFields event { id title startsAt } } }
  }
`, [taskFields])

export const createTask = graphql(`mutation CreateTask($id: ID!, $eventId: ID!, $input: TaskInput!) { result: createTask(id: $id, eventId: $eventId, input: $input) { id } }`)
export const updateTask = graphql(`mutation UpdateTask($id: ID!, $version: Int!, $input: TaskInput!) { result: updateTask(id: $id, version: $version, input: $input) { id } }`)
export const assignTask = graphql(`mutation AssignTask($id: ID!, $assigneeId: ID) { result: assignTask(id: $id, assigneeId: $assigneeId) { id } }`)
export const completeTask = graphql(`mutation CompleteTask($id: ID!) { result: completeTask(id: $id) { id } }`)
export const reopenTask = graphql(`mutation ReopenTask($id: ID!) { result: reopenTask(id: $id) { id } }`)
export const removeTask = graphql(`mutation RemoveTask($id: ID!) { result: removeTask(id: $id) { id } }`)
export const colleagues = graphql(`query Colleagues($departmentCodes: [ID!]) { result: colleagues(filter: { departmentCodes: $departmentCodes }, page: { number: 0, size: 100 }) { items { id name } } }`)

export type TaskRow = ResultOf<typeof getList>['result']['items'][number]
export type Task = ResultOf<typeof taskFields>
