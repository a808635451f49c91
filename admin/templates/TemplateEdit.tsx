import { Alert, Box, Button, Link, Skeleton, Typography } from '@mui/material'
import { Title, useTranslate } from 'react-admin'
import { Link as RouterLink, useParams } from 'react-router-dom'
import { useSession } from '../app/session.ts'
import { useAnswer } from '../ui/useAnswer.ts'
import { inUse, kindsDocument, versionsDocument, type Kind } from './template.queries.ts'
import { TemplateForm } from './TemplateForm.tsx'
import { TemplateVersions } from './TemplateVersions.tsx'

/** One kind of mail: its text in this scope, how it looks, and its versions. */
export function TemplateEdit() {
  const translate = useTranslate()
  const { scope, me } = useSession()
  const { kind: name } = useParams<{ kind: Kind }>()
  const kinds = useAnswer(kindsDocument, {})
  const versions = useAnswer(versionsDocument, { kind: name! })
  const failure = kinds.error ?? versions.error
  const kind = kinds.data?.find((one) => one.kind === name)
  const own = versions.data?.items.filter(({ departmentCode }) => departmentCode === scope.departmentCode)
  const writes = me.grants.includes('MessageTemplate.create')
  return (
    <Box sx={{ mt: 2 }}>
      <Title title={kind ? `enums.MessageKind.${kind.kind}` : 'coaching.templates.title'} />
      <Typography sx={{ mb: 2 }}><Link component={RouterLink} to="/templates">{translate('coaching.templates.back')}</Link></Typography>
      {failure && <Alert severity="error" action={<Button color="inherit" onClick={() => location.reload()}>{translate('coaching.message.again')}</Button>}>{failure.message}</Alert>}
      {!failure && !(kind && versions.data) && <Skeleton variant="rectangular" height={480} />}
      {kind && versions.data && own && (
        <>
          <TemplateForm key={kind.kind} kind={kind} used={inUse(kind, versions.data.items.filter(({ current }) => current), scope.departmentCode)} last={own[0]} departmentCode={scope.departmentCode} writes={writes} />
          <TemplateVersions versions={own} writes={writes} />
        </>
      )}
    </Box>
  )
}
