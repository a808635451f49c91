import { Button } from '@mui/material'
import type { Reason } from '../app/graphql.ts'
import { open } from '../ui/reasons.ts'

type Props = { against: Reason[]; name: string; busy: boolean; variant?: 'contained'; onClick: () => void; children: string }

/** A button that says about whom it is to whoever does not see the line it stands on; absent when it may not be pressed. */
export const Decide = ({ against, name, busy, variant, onClick, children }: Props) =>
  open(against) ? <Button size="small" variant={variant ?? 'outlined'} disabled={busy} aria-label={name} onClick={onClick}>{children}</Button> : null
