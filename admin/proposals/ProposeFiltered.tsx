import { useListContext } from 'react-admin'
import { ProposeLink } from './ProposeLink.tsx'

/** From a list of events: the proposal of the campaign that it shows. */
export function ProposeFiltered() {
  const { filterValues } = useListContext()
  return <ProposeLink campaignId={filterValues.campaignId as string | undefined} />
}
