import { CssBaseline, ThemeProvider } from '@mui/material'
import { lazy, Suspense, useEffect, useMemo, useState } from 'react'
import { createDataProvider, type Provider } from './dataProvider.ts'
import { Message } from './Message.tsx'
import { campaignNamesDocument, departmentsDocument, meDocument, placeOf, SessionContext, type Session } from './session.ts'
import { SignIn } from './SignIn.tsx'
import { theme } from './theme.ts'

const Console = lazy(async () => ({ default: (await import('./Console.tsx')).Console }))

/** Who is here decides what is loaded: the sign-in page alone, or the console in one membership. */
export function App() {
  const { membership } = placeOf(location.pathname)
  const provider = useMemo(() => createDataProvider('/graphql', membership ? { 'x-membership': membership } : {}), [membership])
  const [found, setFound] = useState<Found>('LOADING')
  useEffect(() => {
    sessionOf(provider).then(setFound, ({ message }: Error) => setFound({ failure: message }))
  }, [provider])
  return (
    <ThemeProvider theme={theme}>
      <CssBaseline />
      <Screen found={found} provider={provider} />
    </ThemeProvider>
  )
}

type Found = 'LOADING' | 'SIGNED_OUT' | 'NO_SCOPE' | { failure: string } | Session

function Screen({ found, provider }: { found: Found; provider: Provider }) {
  if (found === 'LOADING') return <Message of="loading" />
  if (found === 'SIGNED_OUT') return <SignIn provider={provider} />
  if (found === 'NO_SCOPE') return <Message of="noScope" />
  if ('failure' in found) return <Message of="failure" detail={found.failure} />
  return (
    <SessionContext.Provider value={found}>
      <Suspense fallback={<Message of="loading" />}>
        <Console provider={provider} />
      </Suspense>
    </SessionContext.Provider>
  )
}

/** The session in the membership of the address; an address of another’s membership leads to the same screen in one’s own. */
async function sessionOf(provider: Provider): Promise<Found> {
  const { membership, rest } = placeOf(location.pathname)
  const me = (await provider.ask(meDocument, {})) ?? (membership ? await createDataProvider('/graphql').ask(meDocument, {}) : null)
  if (!me) return 'SIGNED_OUT'
  const [first] = me.scopes
  if (!first) return 'NO_SCOPE'
  const scope = me.scopes.find(({ id }) => id === membership)
  if (!scope) {
    location.replace(`/console/${first.id}${rest}${location.search}`)
    return 'LOADING'
  }
  const [{ items: departments }, { items: campaigns }] = await Promise.all([provider.ask(departmentsDocument, {}), provider.ask(campaignNamesDocument, {})])
  return { me, scope, departments, campaigns }
}
