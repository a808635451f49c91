import { Button, Tooltip, type ButtonProps } from '@mui/material'
import type { Reason } from '../app/graphql.ts'
import { held, open } from './reasons.ts'

type Props = { against: Reason[] | undefined; onClick: () => void; children: string; busy?: boolean } & Pick<ButtonProps, 'variant' | 'color' | 'size'>

/** Absent without the right; disabled, with the reasons, when the state forbids. */
export function ActionButton({ against, onClick, children, busy, ...look }: Props) {
  if (!held(against)) return null
  if (open(against)) return <Button {...look} onClick={onClick} disabled={busy}>{children}</Button>
  const why = against!.map(({ sentence }) => sentence).join(' ')
  return (
    <Tooltip title={why}>
      <span tabIndex={0} aria-label={`${children}. ${why}`} role="note"><Button {...look} disabled>{children}</Button></span>
    </Tooltip>
  )
}
