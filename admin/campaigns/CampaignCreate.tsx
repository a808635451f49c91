import { CreateForm } from '../ui/CreateForm.tsx'
import { CampaignInputs, firstDelays } from './CampaignInputs.tsx'

export const CampaignCreate = () => <CreateForm defaultValues={firstDelays}><CampaignInputs /></CreateForm>
