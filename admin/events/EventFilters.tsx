import { DateInput, SearchInput, SelectArrayInput, SelectInput } from 'react-admin'
import type { Session } from '../app/session.ts'
import { choicesOf } from '../ui/choices.ts'
import { dayFrom, dayUntil, fromDay, untilDay } from '../ui/paris.ts'

/** Whoever sees one department is not asked which. */
export const eventFilters = ({ me, scope, departments, campaigns }: Session) => [
  <SearchInput key="q" source="q" alwaysOn />,
  <SelectArrayInput key="states" source="states" choices={choicesOf('EventState')} alwaysOn />,
  ...(me.grants.includes('Event.readInternal') ? [<SelectArrayInput key="readiness" source="readiness" choices={choicesOf('Readiness')} alwaysOn />, <SelectArrayInput key="late" source="late" choices={choicesOf('Obligation')} />] : []),
  <SelectInput key="campaignId" source="campaignId" choices={campaigns} translateChoice={false} />,
  ...(scope.departmentCode ? [] : [<SelectArrayInput key="departmentCodes" source="departmentCodes" choices={departments} translateChoice={false} />]),
  <DateInput key="startsAt.from" source="startsAt.from" parse={fromDay} format={dayFrom} />,
  <DateInput key="startsAt.until" source="startsAt.until" parse={untilDay} format={dayUntil} />,
]
