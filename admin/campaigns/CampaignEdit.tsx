import { EditForm } from '../ui/EditForm.tsx'
import { CampaignInputs, shareOf } from './CampaignInputs.tsx'
import type { Campaign } from './campaign.queries.ts'

export const CampaignEdit = () => (
  <EditForm defaultValues={(campaign) => ({ shares: Object.fromEntries(((campaign as Campaign).targets ?? []).map(({ departmentCode, target }) => [shareOf(departmentCode), target])) })}>
    <CampaignInputs />
  </EditForm>
)
