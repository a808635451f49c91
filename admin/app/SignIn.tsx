import { Alert, Box, Button, Link, Paper, Stack, TextField, Typography } from '@mui/material'
import { useEffect, useState, type FormEvent } from 'react'
import type { Provider, Refusal } from './dataProvider.ts'
import { fr } from './fr.ts'
import { aboutDocument, requestPasswordDocument, signInDocument } from './session.ts'

const words = fr.coaching.signIn
type Told = { severity: 'error' | 'success'; sentence: string }
type Demonstration = { email: string; password: string; name: string; scope: string }

export function SignIn({ provider }: { provider: Provider }) {
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [forgotten, setForgotten] = useState(false)
  const [told, setTold] = useState<Told>()
  const [busy, setBusy] = useState(false)

  const send = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setTold(undefined)
    try {
      if (forgotten) {
        await provider.ask(requestPasswordDocument, { email })
        setTold({ severity: 'success', sentence: words.asked })
      } else {
        await provider.ask(signInDocument, { email, password })
        location.reload()
      }
    } catch (thrown) {
      setTold({ severity: 'error', sentence: sentenceOf(thrown as Error & { body?: Refusal }) })
    }
    setBusy(false)
  }

  return (
    <Box component="main" sx={{ maxWidth: 480, mx: 'auto', px: 2, py: { xs: 4, sm: 8 } }}>
      <Typography sx={{ fontWeight: 700, mb: 4 }}>{fr.coaching.title}</Typography>
      <Paper variant="outlined" component="form" onSubmit={send} sx={{ p: 3 }}>
        <Stack spacing={2}>
          <Typography component="h1" variant="h5">{forgotten ? words.forgotten : words.title}</Typography>
          {told && <Alert severity={told.severity}>{told.sentence}</Alert>}
          <TextField label={words.email} type="email" autoComplete="username" required autoFocus value={email} onChange={({ target }) => setEmail(target.value)} />
          {!forgotten && (
            <TextField label={words.password} type="password" autoComplete="current-password" required value={password} onChange={({ target }) => setPassword(target.value)} />
          )}
          <Button type="submit" variant="contained" disabled={busy}>{forgotten ? words.ask : words.enter}</Button>
          <Link component="button" type="button" sx={{ alignSelf: 'start' }} onClick={() => { setForgotten(!forgotten); setTold(undefined) }}>
            {forgotten ? words.back : words.forgotten}
          </Link>
        </Stack>
      </Paper>
      <DemonstrationAccounts provider={provider} choose={(one) => { setForgotten(false); setEmail(one.email); setPassword(one.password) }} />
    </Box>
  )
}

const sentenceOf = ({ message, body }: Error & { body?: Refusal }) => Object.values(body?.errors ?? {}).join(' ') || message

function DemonstrationAccounts({ provider, choose }: { provider: Provider; choose: (one: Demonstration) => void }) {
  const [accounts, setAccounts] = useState<Demonstration[]>([])
  useEffect(() => {
    provider.ask(aboutDocument, {}).then(({ demonstrationAccounts }) => setAccounts(demonstrationAccounts), () => {})
  }, [provider])
  if (accounts.length === 0) return null
  return (
    <Box component="section" sx={{ mt: 4 }}>
      <Typography component="h2" variant="h6" gutterBottom>{words.demonstration}</Typography>
      <Typography variant="body2" color="text.secondary" gutterBottom>{words.demonstrationHelp}</Typography>
      <Stack component="ul" spacing={0.5} sx={{ listStyle: 'none', p: 0, m: 0 }}>
        {accounts.map((one) => (
          <li key={one.email}>
            <Button size="small" sx={{ justifyContent: 'start', textAlign: 'start', width: 1 }} onClick={() => choose(one)}>{one.scope}</Button>
          </li>
        ))}
      </Stack>
    </Box>
  )
}
