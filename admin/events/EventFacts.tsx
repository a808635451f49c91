import { Link } from '@mui/material'
import { useRecordContext, useTranslate } from 'react-admin'
import { Fact, Facts } from '../ui/Fact.tsx'
import { day, dayAndHour, number } from '../ui/paris.ts'
import { phone } from '../ui/phone.ts'
import { open } from '../ui/reasons.ts'
import type { Event } from './event.queries.ts'

const label = (field: string) => `resources.events.fields.${field}`

export function EventFacts() {
  const event = useRecordContext<Event>()
  const translate = useTranslate()
  if (!event) return null
  const { venue, can } = event
  const internal = open(can.readInternal)
  return (
    <Facts>
      <Fact label={label('campaignId')}>{event.campaign?.name}</Fact>
      <Fact label={label('departmentCode')}>{event.department?.name}</Fact>
      <Fact label={label('venueId')}>{venue && `${venue.name}\n${venue.address}\n${venue.postalCode} ${venue.city?.name ?? ''}`}</Fact>
      <Fact label={label('leadAgencyId')}>{event.leadAgency?.name}</Fact>
      <Fact label={label('capacity')}>{number(event.capacity)}</Fact>
      {internal && <Fact label={label('referents')}>{translate('coaching.events.filled', { confirmed: event.referentsConfirmed, needed: event.referentsNeeded })}</Fact>}
      {internal && (event.languagesWanted?.length ?? 0) > 0 && <Fact label={label('languagesWanted')}>{event.languagesWanted!.join(', ')}</Fact>}
      {event.neighbourhood && <Fact label={label('neighbourhood')}>{event.neighbourhood.name}</Fact>}
      <Fact label={label('neighbourhoodIds')} wide>{event.neighbourhoods.map(({ name }) => name).join('\n') || event.noNeighbourhoodReason}</Fact>
      {open(can.readContact) && (
        <Fact label={label('contact')}>{[event.contactName, event.contactEmail, phone(event.contactPhone)].filter(Boolean).join('\n')}</Fact>
      )}
      {event.publishedAt && (
        <Fact label={label('publishedAt')}>
          {day(event.publishedAt)}{' – '}<Link href={`/operations/${event.slug}`} target="_blank" rel="noopener">{translate('coaching.events.publicPage')}</Link>
        </Fact>
      )}
      {event.reconfirmBy && event.referentsAsked !== 0 && <Fact label={label('reconfirmBy')}>{dayAndHour(event.reconfirmBy)}</Fact>}
      <Fact label={label('publicText')} wide>{event.publicText}</Fact>
      {internal && <Fact label={label('notes')} wide>{event.notes}</Fact>}
    </Facts>
  )
}
