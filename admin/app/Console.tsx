import { Admin, CustomRoutes, Resource } from 'react-admin'
import { BrowserRouter, Route } from 'react-router-dom'
import { authProviderOf } from './authProvider.ts'
import type { Provider } from './dataProvider.ts'
import { icons } from './icons.tsx'
import { i18nProvider } from './i18nProvider.ts'
import { Layout } from './Layout.tsx'
import { resources } from './resources.ts'
import { screen } from './screen.ts'
import { useSession } from './session.ts'
import { theme } from './theme.ts'

const Home = screen(() => import('../home/Home.tsx'), 'Home')
const Nowhere = screen(() => import('./Nowhere.tsx'), 'Nowhere')
const TemplateList = screen(() => import('../templates/TemplateList.tsx'), 'TemplateList')
const TemplateEdit = screen(() => import('../templates/TemplateEdit.tsx'), 'TemplateEdit')
const Proposals = screen(() => import('../proposals/Proposals.tsx'), 'Proposals')
const Review = screen(() => import('../review/Review.tsx'), 'Review')

/** react-admin, in one membership: the address carries it, so that each tab keeps its own. */
export function Console({ provider }: { provider: Provider }) {
  const session = useSession()
  const held = Object.entries(resources).filter(([, { noun }]) => session.me.grants.includes(`${noun}.read`))
  return (
    <BrowserRouter basename={`/console/${session.scope.id}`}>
      <Admin
        dataProvider={provider} authProvider={authProviderOf(session, provider)} i18nProvider={i18nProvider}
        layout={Layout} theme={theme} darkTheme={null} disableTelemetry title="" dashboard={Home} catchAll={Nowhere}
      >
        {held.map(([name, { screens, recordRepresentation }]) => (
          <Resource key={name} name={name} icon={icons[name]} {...screens} recordRepresentation={recordRepresentation} />
        ))}
        <CustomRoutes>
          <Route path="/review" element={<Review />} />
          <Route path="/templates" element={<TemplateList />} />
          <Route path="/templates/:kind" element={<TemplateEdit />} />
          <Route path="/proposals" element={<Proposals />} />
        </CustomRoutes>
      </Admin>
    </BrowserRouter>
  )
}
