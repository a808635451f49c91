import { Box, Typography } from '@mui/material'
import type { ReactNode } from 'react'
import { useTranslate } from 'react-admin'

/** A list of facts about a record: two columns where there is room. */
export const Facts = ({ children }: { children: ReactNode }) => (
  <Box component="dl" sx={{ m: 0, display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', md: '1fr 1fr' } }}>{children}</Box>
)

/** One fact, under its label; a dash when nothing is known. */
export function Fact({ label, children, wide }: { label: string; children?: ReactNode; wide?: boolean }) {
  const translate = useTranslate()
  const empty = children === null || children === undefined || children === '' || children === false
  return (
    <Box sx={{ gridColumn: wide ? '1 / -1' : undefined, minWidth: 0 }}>
      <Typography component="dt" variant="body2" color="text.secondary">{translate(label)}</Typography>
      <Typography component="dd" sx={{ m: 0, whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{empty ? '–' : children}</Typography>
    </Box>
  )
}
