import { useSession } from '../app/session.ts'
import { EditForm } from '../ui/EditForm.tsx'
import { CampaignInputs, shareOf } from './CampaignInputs.tsx'
import type { Campaign } from './campaign.queries.ts'

export function CampaignEdit() {
  const { departments } = useSession()
  return (
    <EditForm
      defaultValues={(campaign) => ({ shares: Object.fromEntries(((campaign as Campaign).targets ?? []).map(({ departmentCode, target }) => [shareOf(departmentCode), target])) })}
      // The second is how the journal names a share.
      labelOf={(field) => departments.find(({ id }) => field === `shares.${shareOf(id)}` || field === `target ${id}`)?.name}
    >
      <CampaignInputs />
    </EditForm>
  )
}
