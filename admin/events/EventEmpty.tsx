import { Typography } from '@mui/material'
import { useListContext, useTranslate } from 'react-admin'

/** Nothing in this work list: what that means, and where to go on. */
export function EventEmpty() {
  const translate = useTranslate()
  const { filterValues: { worklist = 'ALL' } } = useListContext()
  return <Typography sx={{ p: 3 }}>{translate(`coaching.eventViews.empty.${worklist}`)}</Typography>
}
