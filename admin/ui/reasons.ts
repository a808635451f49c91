import type { Reason } from '../app/graphql.ts'

/** Whether the viewer holds the right, whatever the state says. */
export const held = (against: Reason[] | undefined) => against !== undefined && !against.some(({ code }) => code === 'NO_RIGHT')
export const open = (against: Reason[] | undefined) => against?.length === 0
