import { Alert, Box, List, ListItem, ListItemButton, ListItemText, Skeleton, Typography } from '@mui/material'
import { Title, useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { useSession } from '../app/session.ts'
import { day } from '../ui/paris.ts'
import { useAnswer } from '../ui/useAnswer.ts'
import { currentDocument, inUse, kindsDocument } from './template.queries.ts'

/** The kinds of mails to referents, and whose text each has in this scope. */
export function TemplateList() {
  const translate = useTranslate()
  const { scope, me } = useSession()
  const kinds = useAnswer(kindsDocument, {})
  const current = useAnswer(currentDocument, {})
  const failure = kinds.error ?? current.error
  return (
    <Box sx={{ mt: 2, maxWidth: 900 }}>
      <Title title="coaching.templates.title" />
      <Typography sx={{ mb: 2 }}>{translate('coaching.templates.help')}</Typography>
      {!me.grants.includes('MessageTemplate.create') && <Alert severity="info" sx={{ mb: 2 }}>{translate('coaching.templates.reader')}</Alert>}
      {failure && <Alert severity="error">{failure.message}</Alert>}
      {!failure && !(kinds.data && current.data) && <Skeleton variant="rectangular" height={320} />}
      {kinds.data && current.data && (
        <List>
          {kinds.data.map((kind) => {
            const { owner, version } = inUse(kind, current.data.items, scope.departmentCode)
            return (
              <ListItem key={kind.kind} disablePadding divider>
                <ListItemButton component={RouterLink} to={`/templates/${kind.kind}`}>
                  <ListItemText primary={translate(`enums.MessageKind.${kind.kind}`)} secondary={[translate(`coaching.templates.own.${owner}`), version && day(version.createdAt)].filter(Boolean).join(' · ')} />
                </ListItemButton>
              </ListItem>
            )
          })}
        </List>
      )}
    </Box>
  )
}
