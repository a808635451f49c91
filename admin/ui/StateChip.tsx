import { Chip } from '@mui/material'
import { useTranslate } from 'react-admin'
import type { EnumName } from './choices.ts'

/** The colours of what is said, the gravest first. */
export const tones = ['error', 'warning', 'info', 'success', 'default'] as const
export type Tone = (typeof tones)[number]

const colours: Record<string, Tone> = {
  GREEN: 'success', AMBER: 'warning', RED: 'error',
  PUBLISHED: 'success', OPEN: 'success', CONFIRMED: 'success', PRESENT: 'success', SENT: 'success', YES: 'success', NEW: 'success', CAME: 'success',
  SUBMITTED: 'info', OFFERED: 'info', QUEUED: 'info', SENDING: 'info', GROUPED: 'success', KEPT: 'info', IF_NEEDED: 'info', HELD: 'info', REVIEWING: 'info',
  POSTPONED: 'warning', TO_RECONFIRM: 'warning', UNCERTAIN: 'warning', WITHHELD: 'warning', RETRYING: 'warning', WARNING: 'warning',
  UPDATE: 'info', CREATED: 'success', UPDATED: 'success',
  CANCELLED: 'error', FAILED: 'error', BOUNCED: 'error', ERROR: 'error', NO: 'error', DECLINED: 'error', WITHDRAWN: 'error', ABSENT: 'error',
}

export const toneOf = (value: string): Tone => colours[value] ?? 'default'

/** A value of an enum, in words; the colour only repeats them. */
export function StateChip({ of, value }: { of: EnumName; value: string | null | undefined }) {
  const translate = useTranslate()
  if (!value) return null
  return <Chip size="small" variant="outlined" color={toneOf(value)} label={translate(`enums.${of}.${value}`)} />
}
