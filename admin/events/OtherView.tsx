import { Suspense } from 'react'
import { Loading } from 'react-admin'
import { eventViews } from './eventViews.ts'

export function OtherView({ view }: { view: string }) {
  const { Screen } = eventViews.find(({ name }) => name === view)!
  return <Suspense fallback={<Loading />}><Screen /></Suspense>
}
