import { CreateForm } from '../ui/CreateForm.tsx'
import { CampaignInputs } from './CampaignInputs.tsx'

export const CampaignCreate = () => <CreateForm><CampaignInputs /></CreateForm>
