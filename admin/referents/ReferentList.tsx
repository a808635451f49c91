import UploadIcon from '@mui/icons-material/UploadFile'
import { AutocompleteInput, BooleanInput, Button, DataTable, DateInput, NullableBooleanInput, NumberInput, ReferenceInput, SearchInput, SelectArrayInput, TextInput, useTranslate } from 'react-admin'
import { Link } from 'react-router-dom'
import { useSession, type Session } from '../app/session.ts'
import { Listing } from '../ui/Listing.tsx'
import { dayFrom, fromDay, shortDay } from '../ui/paris.ts'
import { phone } from '../ui/phone.ts'
import { RowLink, Rows } from '../ui/Rows.tsx'
import type { ReferentRow } from './referent.queries.ts'

const city = (source: string) => (
  <ReferenceInput key={source} source={source} reference="cities"><AutocompleteInput optionText="name" filterToQuery={(q: string) => ({ q })} label={`resources.referents.fields.${source}`} /></ReferenceInput>
)
const filters = ({ scope, departments }: Session) => [
  <SearchInput key="q" source="q" alwaysOn />,
  ...(scope.departmentCode ? [] : [<SelectArrayInput key="departmentCodes" source="departmentCodes" choices={departments} translateChoice={false} />]),
  city('cityId'),
  city('near.cityId'),
  <NumberInput key="near.km" source="near.km" min={0} max={500} step={1} defaultValue={20} helperText="coaching.referents.nearHelp" />,
  <TextInput key="language" source="language" />,
  <NumberInput key="loadAtMost" source="loadAtMost" min={0} step={1} />,
  <DateInput key="lastAskedBefore" source="lastAskedBefore" parse={fromDay} format={dayFrom} />,
  <NullableBooleanInput key="asked" source="asked" />,
  <BooleanInput key="duplicates" source="duplicates" defaultValue />,
  <BooleanInput key="active" source="active" defaultValue />,
  <BooleanInput key="reachable" source="reachable" defaultValue />,
]
/** What stands in the way of writing to a person. */
const standing = ({ active, bouncedAt, stoppedAt }: ReferentRow, translate: (key: string) => string) =>
  [!active && 'inactive', bouncedAt && 'bounced', stoppedAt && 'stopped'].flatMap((one) => (one ? [translate(`coaching.referents.${one}`)] : [])).join(', ')
const nameOf = ({ firstName, lastName }: ReferentRow) => `${lastName} ${firstName}`

export function ReferentList() {
  const translate = useTranslate()
  const session = useSession()
  const lastAsked = ({ lastAskedAt }: ReferentRow) => (lastAskedAt ? shortDay(lastAskedAt) : translate('coaching.referents.never'))
  return (
    <Listing filters={filters(session)} sort={{ field: 'lastName', order: 'ASC' }} acts={session.me.grants.includes('Referent.import') && <ImportList />}>
      <Rows<ReferentRow> primary={nameOf} secondary={(row) => [row.city?.name, phone(row.phone), standing(row, translate)].filter(Boolean).join(' · ')}>
        <DataTable.Col source="lastName" render={(row: ReferentRow) => <RowLink>{nameOf(row)}</RowLink>} />
        <DataTable.Col source="cityId" disableSort render={({ city }: ReferentRow) => city?.name} />
        <DataTable.Col source="departments" disableSort render={({ departments }: ReferentRow) => departments.map(({ name }) => name).join(', ')} />
        <DataTable.Col source="languages" disableSort render={({ languages }: ReferentRow) => languages.join(', ')} />
        <DataTable.Col source="phone" disableSort render={(row: ReferentRow) => phone(row.phone)} />
        <DataTable.Col source="load" />
        <DataTable.Col source="lastAskedAt" render={lastAsked} />
        <DataTable.Col source="active" disableSort render={(row: ReferentRow) => standing(row, translate)} />
      </Rows>
    </Listing>
  )
}

const ImportList = () => <Button component={Link} to="/imports/create?kind=REFERENTS" label="coaching.referents.importList"><UploadIcon /></Button>
