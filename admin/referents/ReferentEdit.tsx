import { EditForm } from '../ui/EditForm.tsx'
import { ReferentInputs } from './ReferentInputs.tsx'

export const ReferentEdit = () => <EditForm><ReferentInputs /></EditForm>
