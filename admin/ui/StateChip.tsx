import { Chip, type ChipProps } from '@mui/material'
import { useTranslate } from 'react-admin'
import type { EnumName } from './choices.ts'

const colours: Record<string, ChipProps['color']> = {
  GREEN: 'success', AMBER: 'warning', RED: 'error',
  PUBLISHED: 'success', OPEN: 'success', CONFIRMED: 'success', PRESENT: 'success', SENT: 'success', YES: 'success', NEW: 'success', CAME: 'success',
  SUBMITTED: 'info', OFFERED: 'info', QUEUED: 'info', SENDING: 'info', KEPT: 'info', IF_NEEDED: 'info', HELD: 'info', REVIEWING: 'info',
  POSTPONED: 'warning', TO_RECONFIRM: 'warning', UNCERTAIN: 'warning', WARNING: 'warning',
  UPDATE: 'info', CREATED: 'success', UPDATED: 'success',
  CANCELLED: 'error', FAILED: 'error', ERROR: 'error', NO: 'error', DECLINED: 'error', WITHDRAWN: 'error', ABSENT: 'error',
}

/** A value of an enum, in words; the colour only repeats them. */
export function StateChip({ of, value }: { of: EnumName; value: string | null | undefined }) {
  const translate = useTranslate()
  if (!value) return null
  return <Chip size="small" variant="outlined" color={colours[value] ?? 'default'} label={translate(`enums.${of}.${value}`)} />
}
