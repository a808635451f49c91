import { DataTable, SearchInput, SelectArrayInput } from 'react-admin'
import { choicesOf } from '../ui/choices.ts'
import { Listing } from '../ui/Listing.tsx'
import { day, number } from '../ui/paris.ts'
import { RowLink, Rows } from '../ui/Rows.tsx'
import { StateChip } from '../ui/StateChip.tsx'
import type { CampaignRow } from './campaign.queries.ts'

const filters = [<SearchInput key="q" source="q" alwaysOn />, <SelectArrayInput key="states" source="states" choices={choicesOf('CampaignState')} />]
const chip = ({ state }: CampaignRow) => <StateChip of="CampaignState" value={state} />

export const CampaignList = () => (
  <Listing filters={filters} sort={{ field: 'startsOn', order: 'DESC' }}>
    <Rows<CampaignRow> primary={({ name }) => name} secondary={({ startsOn, endsOn }) => `${day(startsOn)} – ${day(endsOn)}`} tertiary={chip}>
      <DataTable.Col source="name" render={({ name }: CampaignRow) => <RowLink>{name}</RowLink>} />
      <DataTable.Col source="startsOn" render={({ startsOn }: CampaignRow) => day(startsOn)} />
      <DataTable.Col source="endsOn" disableSort render={({ endsOn }: CampaignRow) => day(endsOn)} />
      <DataTable.Col source="state" disableSort render={chip} />
      <DataTable.Col source="target" disableSort render={({ target }: CampaignRow) => number(target)} />
    </Rows>
  </Listing>
)
