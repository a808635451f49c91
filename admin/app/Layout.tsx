import { Box, Button, ListItemText, Menu as MuiMenu, MenuItem, Typography } from '@mui/material'
import { useEffect, useState, type ReactNode } from 'react'
import { AppBar, Layout as RaLayout, LoadingIndicator, Logout, TitlePortal, useDataProvider, useTranslate, useUserMenu, UserMenu } from 'react-admin'
import { drafts } from '../ui/drafts.ts'
import type { Provider } from './dataProvider.ts'
import { Menu } from './Menu.tsx'
import { placeOf, signOutEverywhereDocument, useSession } from './session.ts'

export const Layout = ({ children }: { children: ReactNode }) => (
  <RaLayout appBarAlwaysOn appBar={Bar} menu={Menu} sx={{ minWidth: 0, '& .RaLayout-content': { minWidth: 0 } }}>
    <TitlePortal component="h1" variant="h4" sx={{ mt: 2, whiteSpace: 'normal', flex: 'none' }} />
    <DocumentTitle />
    {children}
  </RaLayout>
)

const Bar = () => (
  <AppBar color="inherit" elevation={0} alwaysOn toolbar={<LoadingIndicator />} userMenu={<PersonMenu />} sx={{ borderBottom: 1, borderColor: 'divider' }}>
    <Box sx={{ flex: 1, minWidth: 0, display: 'flex', flexDirection: { xs: 'column', sm: 'row' }, columnGap: 3, alignItems: { sm: 'center' } }}>
      <Brand />
      <ScopeSwitch />
    </Box>
  </AppBar>
)

function Brand() {
  const translate = useTranslate()
  return <Typography noWrap sx={{ fontWeight: 700, color: 'primary.main', display: { xs: 'none', md: 'block' } }}>{translate('coaching.title')}</Typography>
}

/** In whose name one acts, always in sight; a person with several scopes changes it here. */
function ScopeSwitch() {
  const translate = useTranslate()
  const { me, scope } = useSession()
  const [anchor, setAnchor] = useState<HTMLElement>()
  const role = translate(`enums.Role.${scope.role}`)
  const label = (
    <Box sx={{ minWidth: 0, textAlign: 'start' }}>
      <Typography noWrap variant="body2" sx={{ fontWeight: 700 }}>{scope.label}</Typography>
      <Typography noWrap variant="caption" component="p">{role}</Typography>
    </Box>
  )
  if (me.scopes.length < 2) return label
  const { rest } = placeOf(location.pathname)
  return (
    <>
      <Button color="inherit" aria-haspopup="menu" aria-label={translate('coaching.scope.change', { scope: scope.label })} onClick={({ currentTarget }) => setAnchor(currentTarget)} sx={{ minWidth: 0 }}>
        {label}<span aria-hidden>{'\u00a0▾'}</span>
      </Button>
      <MuiMenu open={Boolean(anchor)} anchorEl={anchor} onClose={() => setAnchor(undefined)}>
        {me.scopes.map((one) => (
          <MenuItem key={one.id} component="a" href={`/console/${one.id}/${rest.split('/')[1] ?? ''}`} selected={one.id === scope.id}>
            <ListItemText primary={one.label} secondary={translate(`enums.Role.${one.role}`)} />
          </MenuItem>
        ))}
      </MuiMenu>
    </>
  )
}

const PersonMenu = () => (
  <UserMenu>
    <SignOutEverywhere />
    <Logout />
  </UserMenu>
)

function SignOutEverywhere() {
  const translate = useTranslate()
  const provider = useDataProvider<Provider>()
  const menu = useUserMenu()
  const leave = async () => {
    menu?.onClose()
    await provider.ask(signOutEverywhereDocument, {})
    drafts.forgetAll()
    location.assign('/console/')
  }
  return <MenuItem onClick={() => void leave()}>{translate('coaching.signOutEverywhere')}</MenuItem>
}

/** Tabs, history and screen readers name a page by its title. */
function DocumentTitle() {
  const translate = useTranslate()
  useEffect(() => {
    const title = document.getElementById('react-admin-title')
    if (!title) return
    const follow = () => { document.title = [title.textContent, translate('coaching.title')].filter(Boolean).join(' – ') }
    const observer = new MutationObserver(follow)
    observer.observe(title, { childList: true, characterData: true, subtree: true })
    follow()
    return () => observer.disconnect()
  }, [translate])
  return null
}
