import { Box, Button } from '@mui/material'
import { useListContext, useTranslate } from 'react-admin'
import { useSession } from '../app/session.ts'
import { choicesOf } from '../ui/choices.ts'
import { number } from '../ui/paris.ts'
import { useAnswer } from '../ui/useAnswer.ts'
import { eventCounts } from './event.views.queries.ts'

const countOf = { TO_PREPARE: 'toPrepare', TO_PUBLISH: 'toPublish', THIS_WEEK: 'thisWeek', TO_CLOSE: 'toClose' } as const

/** The work lists, with how much is in each under the filters in use. Whoever has no work here reads all first. */
export function EventTabs() {
  const translate = useTranslate()
  const { me } = useSession()
  const { filterValues: { worklist, ...filter }, setFilters, displayedFilters } = useListContext()
  const { data: counts } = useAnswer(eventCounts, { filter })
  const lists = choicesOf('EventWorklist').map(({ id, name }) => ({ id: id as string | undefined, name, count: counts?.[countOf[id as keyof typeof countOf]] }))
  const all = { id: undefined, name: 'coaching.eventViews.all', count: counts?.all }
  return (
    <Box component="nav" aria-label={translate('coaching.eventViews.worklists')} sx={{ display: 'flex', flexWrap: 'wrap', borderBottom: 1, borderColor: 'divider' }}>
      {(me.grants.includes('Event.update') ? [...lists, all] : [all, ...lists]).map(({ id, name, count }) => {
        const here = id === worklist
        return (
          <Button
            key={name} aria-current={here ? 'true' : undefined} onClick={() => setFilters({ ...filter, ...(id ? { worklist: id } : {}) }, displayedFilters)}
            sx={{ px: { xs: 1, sm: 2 }, borderBottom: 3, borderColor: here ? 'primary.main' : 'transparent', color: here ? 'primary.main' : 'text.primary' }}
          >
            {translate(name)}{count !== undefined && ` (${number(count)})`}
          </Button>
        )
      })}
    </Box>
  )
}
