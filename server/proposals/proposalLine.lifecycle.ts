import type { Step } from '../reading/lifecycle.ts'

const open = { from: ['PROPOSED'], otherwise: 'Cette ligne n’attend plus de décision.' }

/** The life of a line; one that turns out to be impossible, or is replaced, becomes OUTDATED by itself. */
export const lifecycle = {
  accept: { ...open, to: 'ACCEPTED' },
  refuse: { ...open, to: 'REFUSED' },
} satisfies Record<string, Step>
