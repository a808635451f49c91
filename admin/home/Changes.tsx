import { Box, Link, Typography } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import { useCreatePath, useDataProvider, useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import type { Provider } from '../app/dataProvider.ts'
import { useSession } from '../app/session.ts'
import { dayAndHour } from '../ui/paris.ts'
import { Answered } from './Answered.tsx'
import { changes, noteVisit } from './home.queries.ts'

/** What others did to events since this person was last here; at the first visit, the latest there is. */
export function Changes() {
  const translate = useTranslate()
  const path = useCreatePath()
  const provider = useDataProvider<Provider>()
  const { me } = useSession()
  const answer = useQuery({
    queryKey: ['Changes', me.id], retry: false,
    queryFn: async () => {
      const since = await provider.ask(noteVisit, {})
      return { since, ...(await provider.ask(changes, { since, me: me.id })) }
    },
  })
  return (
    <Answered of={answer}>
      {({ since, items, total }) => (
        <>
          <Typography variant="body2" color="text.secondary" gutterBottom>{since ? translate('coaching.home.since', { at: dayAndHour(since) }) : translate('coaching.home.firstVisit')}</Typography>
          {items.length === 0 && <Typography>{translate('coaching.home.noChange')}</Typography>}
          <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
            {items.map(({ id, at, action, author, referent, event }) => (
              <Box component="li" key={id} sx={{ py: 0.5 }}>
                <Typography component="span">{translate(`coaching.history.actions.${action}`, { _: action })}{' – '}</Typography>
                {event && <Link component={RouterLink} to={path({ resource: 'events', type: 'show', id: event.id })} sx={{ overflowWrap: 'anywhere' }}>{event.title}</Link>}
                <Typography variant="body2" color="text.secondary">
                  {[dayAndHour(at), author?.name ?? (referent && `${referent.firstName} ${referent.lastName}`) ?? translate('coaching.history.system')].join(' · ')}
                </Typography>
              </Box>
            ))}
          </Box>
          {total > items.length && <Typography variant="body2" color="text.secondary">{translate('coaching.home.more', { smart_count: total - items.length })}</Typography>}
        </>
      )}
    </Answered>
  )
}
