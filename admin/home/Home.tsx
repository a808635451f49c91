import { Box, Card, CardContent, Typography } from '@mui/material'
import type { ReactNode } from 'react'
import { Title, useTranslate } from 'react-admin'
import { useSession } from '../app/session.ts'
import { Changes } from './Changes.tsx'
import { DigestChoice } from './DigestChoice.tsx'
import { NextEvents } from './NextEvents.tsx'
import { Todos } from './Todos.tsx'

/** What waits for this person in this scope, what comes next, and what changed since the last visit. */
export function Home() {
  const { me: { grants }, scope } = useSession()
  const translate = useTranslate()
  const follows = grants.includes('AuditEntry.read') && grants.includes('Event.read')
  return (
    <Box sx={{ mt: 2, display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 3fr) minmax(0, 2fr)' }, gridTemplateRows: { md: 'auto auto auto 1fr' }, alignItems: 'start' }}>
      <Title title="coaching.home.title" />
      <Typography sx={{ gridColumn: '1 / -1' }} color="text.secondary">{scope.label}</Typography>
      {grants.includes('Event.read') && (
        <>
          <Section title={translate('coaching.home.todos')}><Todos /></Section>
          <Section title={translate('coaching.home.next')} beside><NextEvents /></Section>
        </>
      )}
      {follows && <Section title={translate('coaching.home.changes')}><Changes /></Section>}
      {follows && <Section title={translate('coaching.home.digest')}><DigestChoice /></Section>}
      {!grants.includes('Event.read') && <Typography>{translate('coaching.home.elsewhere')}</Typography>}
    </Box>
  )
}

/** A part of the page; `beside` the others where there is room. */
const Section = ({ title, beside = false, children }: { title: string; beside?: boolean; children: ReactNode }) => (
  <Card variant="outlined" component="section" sx={{ gridColumn: { md: beside ? 2 : 1 }, gridRow: { md: beside ? '2 / 5' : 'auto' } }}>
    <CardContent>
      <Typography component="h2" variant="h6" gutterBottom>{title}</Typography>
      {children}
    </CardContent>
  </Card>
)
