import { Menu as RaMenu } from 'react-admin'
import { Overview } from './icons.tsx'
import { resources } from './resources.ts'
import { useSession } from './session.ts'

/** What the rights of this scope lead to. */
export function Menu() {
  const { me: { grants } } = useSession()
  const led = Object.entries(resources).filter(([, { noun, menu }]) => menu && grants.includes(`${noun}.read`))
  return (
    <RaMenu>
      <RaMenu.DashboardItem primaryText="coaching.home.title" />
      {grants.includes('DepartmentReview.read') && <RaMenu.Item to="/review" primaryText="coaching.review.title" leftIcon={<Overview />} />}
      {led.map(([name]) => <RaMenu.ResourceItem key={name} name={name} />)}
    </RaMenu>
  )
}
