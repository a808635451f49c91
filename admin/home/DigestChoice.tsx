import { FormControlLabel, Switch, Typography } from '@mui/material'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import { useSession } from '../app/session.ts'
import { useAct } from '../ui/useAct.ts'
import { chooseDigest } from './home.queries.ts'

/** The same to-do list by mail each Monday, or not. */
export function DigestChoice() {
  const translate = useTranslate()
  const { me } = useSession()
  const { act, busy } = useAct()
  const [wanted, setWanted] = useState(me.digest)
  const choose = async (next: boolean) => {
    setWanted(next)
    if ((await act(chooseDigest, { wanted: next }, next ? 'coaching.home.digestOn' : 'coaching.home.digestOff')) === null) setWanted(!next)
    else me.digest = next
  }
  return (
    <>
      <FormControlLabel label={translate('coaching.home.digestWanted')} control={<Switch checked={wanted} disabled={busy} onChange={({ target }) => void choose(target.checked)} />} />
      <Typography variant="body2" color="text.secondary">{translate('coaching.home.digestHelp', { email: me.email })}</Typography>
    </>
  )
}
