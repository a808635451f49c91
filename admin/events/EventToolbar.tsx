import { Button, Stack, useMediaQuery, type Theme } from '@mui/material'
import { lazy, Suspense, useState } from 'react'
import { useTranslate } from 'react-admin'
import { useSession } from '../app/session.ts'
import { viewNames } from './eventViews.ts'

const ColumnsMenu = lazy(async () => ({ default: (await import('../ui/ColumnsMenu.tsx')).ColumnsMenu }))
const SavedViews = lazy(async () => ({ default: (await import('../savedViews/SavedViews.tsx')).SavedViews }))

type Props = { view: string; setView: (view: string) => void; columns: string[] }

/** How events are looked at, and the views one has kept. */
export function EventToolbar({ view, setView, columns }: Props) {
  const translate = useTranslate()
  const { me } = useSession()
  const narrow = useMediaQuery<Theme>((theme) => theme.breakpoints.down('sm'))
  const [menu, setMenu] = useState<HTMLElement>()
  const [saved, setSaved] = useState(false)
  return (
    <Stack direction="row" useFlexGap flexWrap="wrap" spacing={1} sx={{ p: 1 }}>
      <Stack direction="row" role="group" aria-label={translate('coaching.eventViews.views')} useFlexGap flexWrap="wrap" sx={{ flex: 1 }}>
        {viewNames.map((name) => (
          <Button key={name} size="small" variant={name === view ? 'contained' : 'outlined'} aria-pressed={name === view} onClick={() => setView(name)}>{translate(`coaching.eventViews.names.${name}`)}</Button>
        ))}
      </Stack>
      {view === 'list' && !narrow && <Button size="small" aria-haspopup="menu" onClick={({ currentTarget }) => setMenu(currentTarget)}>{translate('coaching.eventViews.columns')}</Button>}
      {me.grants.includes('SavedView.create') && <Button size="small" aria-haspopup="dialog" onClick={() => setSaved(true)}>{translate('coaching.savedViews.title')}</Button>}
      <Suspense fallback={null}>
        {menu && <ColumnsMenu columns={columns} anchor={menu} onClose={() => setMenu(undefined)} />}
        {saved && <SavedViews onClose={() => setSaved(false)} />}
      </Suspense>
    </Stack>
  )
}
