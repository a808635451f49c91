import { Box, Button, Link, Typography } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useCreatePath, useDataProvider, useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import type { Provider } from '../app/dataProvider.ts'
import { useSession } from '../app/session.ts'
import { dayAndHour } from '../ui/paris.ts'
import { usePages } from '../ui/usePages.ts'
import { actsOf } from './actsOf.ts'
import { Answered } from './Answered.tsx'
import { changes, noteVisit } from './home.queries.ts'

/** So many at a glance, and at each further wish. */
const SOME = 12

/** What others did to events since this person was last here; at the first visit, the latest there is. */
export function Changes() {
  const provider = useDataProvider<Provider>()
  const { me } = useSession()
  const visit = useQuery({ queryKey: ['Visit', me.id], retry: false, queryFn: async () => ({ since: await provider.ask(noteVisit, {}) }) })
  return <Answered of={visit}>{({ since }) => <Since since={since} />}</Answered>
}

function Since({ since }: { since: string | null }) {
  const translate = useTranslate()
  const path = useCreatePath()
  const { me } = useSession()
  const [wanted, setWanted] = useState(SOME)
  const { items, isError, isLoading, hasNextPage, fetchNextPage } = usePages(changes, { since, me: me.id })
  const acts = actsOf(items)
  const more = () => {
    if (acts.length < wanted + SOME && hasNextPage) void fetchNextPage()
    setWanted(wanted + SOME)
  }
  return (
    <>
      <Typography variant="body2" color="text.secondary" gutterBottom>{since ? translate('coaching.home.since', { at: dayAndHour(since) }) : translate('coaching.home.firstVisit')}</Typography>
      {isError && <Typography role="alert">{translate('coaching.message.failure')}</Typography>}
      {!isLoading && !isError && acts.length === 0 && <Typography>{translate('coaching.home.noChange')}</Typography>}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {acts.slice(0, wanted).map(({ id, at, action, author, referent, event }) => (
          <Box component="li" key={id} sx={{ py: 0.5 }}>
            <Typography component="span">{translate(`coaching.history.actions.${action}`, { _: action })}{' – '}</Typography>
            {event && <Link component={RouterLink} to={path({ resource: 'events', type: 'show', id: event.id })} sx={{ overflowWrap: 'anywhere' }}>{event.title}</Link>}
            <Typography variant="body2" color="text.secondary">
              {[dayAndHour(at), author?.name ?? (referent && `${referent.firstName} ${referent.lastName}`) ?? translate('coaching.history.system')].join(' · ')}
            </Typography>
          </Box>
        ))}
      </Box>
      {(acts.length > wanted || hasNextPage) && <Button size="small" onClick={more}>{translate('coaching.home.more')}</Button>}
    </>
  )
}
