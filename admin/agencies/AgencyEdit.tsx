import { Alert } from '@mui/material'
import { useRecordContext, useTranslate } from 'react-admin'
import { EditForm } from '../ui/EditForm.tsx'
import { FormHistory } from '../ui/FormHistory.tsx'
import { open } from '../ui/reasons.ts'
import { AgencyInputs } from './AgencyInputs.tsx'
import type { Agency } from './agency.queries.ts'

export const AgencyEdit = () => <EditForm redirect="list"><Notice /><AgencyInputs /><FormHistory /></EditForm>

function Notice() {
  const translate = useTranslate()
  const agency = useRecordContext<Agency>()
  return agency && !open(agency.can.update) ? <Alert severity="info" sx={{ mb: 2 }}>{translate('coaching.readOnly')}</Alert> : null
}
