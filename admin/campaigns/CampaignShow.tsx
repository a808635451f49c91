import { Alert, Box, Link, Table, TableBody, TableCell, TableContainer, TableHead, TableRow } from '@mui/material'
import { EditButton, Show, TabbedShowLayout, TopToolbar, useRecordContext, useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { Fact, Facts } from '../ui/Fact.tsx'
import { History } from '../ui/History.tsx'
import { day, number } from '../ui/paris.ts'
import { open } from '../ui/reasons.ts'
import { StateChip } from '../ui/StateChip.tsx'
import { whole } from '../ui/whole.ts'
import { CampaignSteps } from './CampaignSteps.tsx'
import { checklistText } from './checklistText.ts'
import type { Campaign } from './campaign.queries.ts'

const label = (field: string) => `resources.campaigns.fields.${field}`

export const CampaignShow = () => (
  <Show queryOptions={whole} actions={<Actions />}>
    <TabbedShowLayout>
      <TabbedShowLayout.Tab label="coaching.campaigns.facts"><CampaignFacts /></TabbedShowLayout.Tab>
      <TabbedShowLayout.Tab label="coaching.history.title" path="history"><Journal /></TabbedShowLayout.Tab>
    </TabbedShowLayout>
  </Show>
)

const Journal = () => <History entries={useRecordContext<Campaign>()?.history} resource="campaigns" />

function Actions() {
  return <TopToolbar>{open(useRecordContext<Campaign>()?.can.update) && <EditButton />}</TopToolbar>
}

function CampaignFacts() {
  const campaign = useRecordContext<Campaign>()
  const translate = useTranslate()
  if (!campaign) return null
  return (
    <>
      {campaign.perimeter && !campaign.perimeter.official && <Alert severity="info" sx={{ mb: 2 }}>{translate('coaching.review.demonstration', { source: campaign.perimeter.source })}</Alert>}
      <Box sx={{ mb: 2 }}><CampaignSteps campaign={campaign} /></Box>
      <Facts>
        <Fact label={label('state')}><StateChip of="CampaignState" value={campaign.state} /></Fact>
        <Fact label={label('target')}>{number(campaign.target)}</Fact>
        <Fact label={label('startsOn')}>{day(campaign.startsOn)}</Fact>
        <Fact label={label('endsOn')}>{day(campaign.endsOn)}</Fact>
        <Fact label={label('perimeterId')}>{campaign.perimeter?.name}</Fact>
        {campaign.closedAt && <Fact label={label('closedAt')}>{day(campaign.closedAt)}</Fact>}
        <Fact label={label('rerunOf')}>{campaign.rerunOf?.name}</Fact>
        <Fact label={label('defaultCapacity')}>{campaign.defaultCapacity !== null && number(campaign.defaultCapacity)}</Fact>
        <Fact label={label('defaultReferentsNeeded')}>{campaign.defaultReferentsNeeded !== null && number(campaign.defaultReferentsNeeded)}</Fact>
        <Fact label="coaching.campaigns.delays">{(['venueDays', 'submissionDays', 'publicationDays', 'referentsDays', 'reconfirmFirstDays', 'reconfirmLastDays'] as const).map((one) => `${translate(label(one))}\u00a0: J-${campaign[one]}`).join('\n')}</Fact>
        <Fact label={label('reminderDays')}>{translate('coaching.campaigns.days', { smart_count: campaign.reminderDays })}</Fact>
        <Fact label="coaching.campaigns.checklist">{checklistText(campaign.checklist ?? [])}</Fact>
      </Facts>
      <Link component={RouterLink} to={`/review?campaign=${campaign.id}`} sx={{ my: 2, alignSelf: 'start' }}>{translate('coaching.campaigns.review')}</Link>
      <TableContainer>
        <Table size="small" sx={{ maxWidth: 480 }}>
          <TableHead><TableRow><TableCell>{translate('coaching.review.department')}</TableCell><TableCell align="right">{translate('coaching.review.target')}</TableCell></TableRow></TableHead>
          <TableBody>
            {campaign.targets?.map(({ id, department, departmentCode, target }) => (
              <TableRow key={id}><TableCell component="th" scope="row">{department?.name ?? departmentCode}</TableCell><TableCell align="right">{number(target)}</TableCell></TableRow>
            ))}
          </TableBody>
        </Table>
      </TableContainer>
    </>
  )
}
