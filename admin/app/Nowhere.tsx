import { Button, Typography } from '@mui/material'
import { Title, useTranslate } from 'react-admin'
import { Link } from 'react-router-dom'

/** An address of the console that leads nowhere. */
export function Nowhere() {
  const translate = useTranslate()
  return (
    <>
      <Title title="coaching.nowhere.title" />
      <Typography sx={{ my: 2 }}>{translate('coaching.nowhere.text')}</Typography>
      <Button component={Link} to="/" variant="contained" sx={{ alignSelf: 'flex-start' }}>{translate('coaching.nowhere.home')}</Button>
    </>
  )
}
