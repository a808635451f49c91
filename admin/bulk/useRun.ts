import { useRef, useState } from 'react'
import { useDataProvider, useTranslate, type HttpError } from 'react-admin'
import type { Provider, Refusal } from '../app/dataProvider.ts'
import { useSession } from '../app/session.ts'
import { planned } from './bulk.queries.ts'
import { actionOf, fateOf } from './bulkActions.ts'
import { isLeft, keepRun, readRun, type Item, type Run } from './storedRun.ts'

type Ended = 'FINISHED' | 'STOPPED' | 'AWAY' | 'INPUT'

/**
 * Sends one mutation for each event, one after the other, until all are done or somebody stops. Going on again, it first
 * asks the server how the rest stands: what an earlier try has done is not done again.
 */
export function useRun() {
  const provider = useDataProvider<Provider>()
  const translate = useTranslate()
  const { scope } = useSession()
  const [run, setRun] = useState<Run | null>(() => readRun(scope.id))
  const [running, setRunning] = useState(false)
  const [faults, setFaults] = useState<Record<string, string>>({})
  const stopping = useRef(false)

  const show = (next: Run | null) => {
    setRun(next)
    keepRun(scope.id, next)
  }
  const settle = async (given: Run): Promise<Run> => {
    const left = given.items.filter(isLeft).map(({ id }) => id)
    const { items } = await provider.ask(planned, { filter: { ids: left }, page: { number: 0, size: 100 } })
    return {
      ...given,
      items: given.items.map((item): Item => {
        if (!isLeft(item)) return item
        const event = items.find(({ id }) => id === item.id)
        if (!event) return { ...item, outcome: 'REFUSED', why: translate('coaching.bulk.gone') }
        const { kind, reasons } = fateOf(given.action, event, given.given, translate)
        return kind === 'CHANGES' ? item : { ...item, outcome: kind === 'SETTLED' ? 'DONE' : 'REFUSED', why: reasons.join(' ') }
      }),
    }
  }
  const go = async (given: Run, again = false): Promise<Ended> => {
    stopping.current = false
    setRunning(true)
    setFaults({})
    let now = given
    try {
      if (again) now = await settle(given)
      show(now)
      for (const item of now.items.filter(isLeft)) {
        if (stopping.current) return 'STOPPED'
        const done = await tried(now, item)
        now = { ...now, items: now.items.map((one) => (one.id === item.id ? done.item : one)) }
        show(now)
        if (done.ended) return done.ended
      }
      return 'FINISHED'
    } catch (thrown) {
      // The server could not even say how the rest stands.
      show({ ...now, items: now.items.map((item) => (isLeft(item) ? { ...item, outcome: 'FAILED', why: (thrown as HttpError).message } : item)) })
      return 'AWAY'
    } finally {
      setRunning(false)
    }
  }
  const tried = async ({ action, given }: Run, item: Item): Promise<{ item: Item; ended?: Ended }> => {
    const { run, asks } = actionOf(action)
    try {
      await run(provider, item.id, given, item.key, item.version)
      return { item: { id: item.id, title: item.title, startsAt: item.startsAt, key: item.key, version: item.version, outcome: 'DONE' } }
    } catch (thrown) {
      const { status, message, body } = thrown as HttpError & { body?: Refusal }
      if (status === 401) location.reload()
      const fields = body?.errors ?? {}
      if (Object.keys(fields).some((field) => (asks as string[]).includes(field))) {
        setFaults(fields)
        return { item, ended: 'INPUT' }
      }
      const why = [message, ...Object.values(fields)].join(' ')
      const refused = [403, 404, 409, 422].includes(status)
      return { item: { ...item, outcome: refused ? 'REFUSED' : 'FAILED', why }, ...(refused ? {} : { ended: 'AWAY' as const }) }
    }
  }
  return { run, running, faults, go, stop: () => void (stopping.current = true), forget: () => show(null) }
}
