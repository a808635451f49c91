import { Box, Button, Stack, Typography } from '@mui/material'
import type { ReactNode } from 'react'
import { held, open } from './reasons.ts'
import type { Reason } from '../app/graphql.ts'

type Props<S extends string> = { steps: readonly S[]; can: Record<S, Reason[]>; dangerous?: S; verb: (step: S) => string; cure?: (code: string) => ReactNode; onChoose: (step: S) => void }

/** The steps of a record's life: what may be done is a button; what may not yet says why, and where it is made good if `cure` knows. */
export function Steps<S extends string>({ steps, can, dangerous, verb, cure, onChoose }: Props<S>) {
  const mine = steps.filter((one) => held(can[one]))
  const possible = mine.filter((one) => open(can[one]))
  const missing = mine.filter((one) => !open(can[one]) && can[one].every(({ code }) => code !== 'WRONG_STATE'))
  return (
    <>
      {possible.length > 0 && (
        <Stack direction="row" spacing={1} useFlexGap flexWrap="wrap" sx={{ mt: 2 }}>
          {possible.map((one, n) => (
            <Button key={one} variant={n === 0 && one !== dangerous ? 'contained' : 'outlined'} color={one === dangerous ? 'error' : 'primary'} onClick={() => onChoose(one)}>{verb(one)}</Button>
          ))}
        </Stack>
      )}
      {missing.map((one) => (
        <Stack key={one} direction="row" spacing={2} sx={{ mt: 2 }} alignItems="flex-start">
          <Button variant="outlined" disabled sx={{ flexShrink: 0 }}>{verb(one)}</Button>
          <Box component="ul" sx={{ m: 0, pl: 2 }}>
            {can[one].map(({ code, sentence }) => <Typography component="li" variant="body2" key={code}>{sentence}{cure && <> {cure(code)}</>}</Typography>)}
          </Box>
        </Stack>
      ))}
    </>
  )
}
