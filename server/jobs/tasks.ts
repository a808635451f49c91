import { readBounces } from '../delivery/readBounces.ts'
import { releaseUnconfirmed } from '../events/releaseUnconfirmed.ts'
import { weeklyDigest } from '../home/weeklyDigest.ts'
import { recoverMessages } from '../messages/recoverMessages.ts'
import { computeProposal } from '../proposals/computeProposal.ts'
import { remindReferents } from '../reminders/remindReferents.ts'
import { sendMessage } from '../messages/sendMessage.ts'
import type { Helpers } from './worker.ts'

/** Every job there is; a task lives in the folder of its noun. */
export const tasks = { sendMessage, recoverMessages, readBounces, releaseUnconfirmed, weeklyDigest, remindReferents, computeProposal } satisfies Record<string, (payload: any, helpers: Helpers) => Promise<void>>
export type Task = keyof typeof tasks
