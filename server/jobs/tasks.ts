import type { Helpers } from './worker.ts'
import { sendMessage } from '../messages/sendMessage.ts'

/** Every job there is; a task lives in the folder of its noun. */
export const tasks = { sendMessage } satisfies Record<string, (payload: any, helpers: Helpers) => Promise<void>>
export type Task = keyof typeof tasks
