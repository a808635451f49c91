import { useSession } from '../app/session.ts'
import { EditForm } from '../ui/EditForm.tsx'
import { CampaignInputs, shareOf } from './CampaignInputs.tsx'
import type { Campaign } from './campaign.queries.ts'

export function CampaignEdit() {
  const { departments } = useSession()
  return (
    <EditForm
      defaultValues={(campaign) => ({ shares: Object.fromEntries(((campaign as Campaign).targets ?? []).map(({ departmentCode, target }) => [shareOf(departmentCode), target])) })}
      labelOf={(field) => departments.find(({ id }) => field === `shares.${shareOf(id)}`)?.name}
    >
      <CampaignInputs />
    </EditForm>
  )
}
