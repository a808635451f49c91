import { Button } from '@mui/material'
import { Children, isValidElement, useContext, useState, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { useListContext, useResourceContext, useStore, useTranslate } from 'react-admin'
import { fr } from '../app/fr.ts'
import { ToolbarSlot } from '../ui/ToolbarSlot.ts'
import { ExportDialog } from './ExportDialog.tsx'

export type Exported = Record<string, string[]>
export type FileColumn = { path: string; header: string; words?: Record<string, string> }

/** A total is exact up to here. */
const MOST_COUNTED = 10_000
/** The columns that hold a value of an enum. */
const enums: Record<string, keyof typeof fr.enums> = { state: 'EventState', readiness: 'Readiness' }

type Props = {
  exported: Exported
  /** How many columns the table has before these, which no file holds. */
  before: number
  children: ReactNode
}

/** The button that exports a list, in its toolbar: with the columns of the table, as they are shown and in their order. */
export function ExportColumns({ exported, before, children }: Props) {
  const slot = useContext(ToolbarSlot)
  const translate = useTranslate()
  const resource = useResourceContext()!
  const { total = 0, isPending, selectedIds } = useListContext()
  // Where react-admin keeps which columns of a table are hidden, and their order.
  const [hidden] = useStore<string[]>(`${resource}.datatable`, [])
  const [ranks] = useStore<number[]>(`${resource}.datatable_columnRanks`, [])
  const [open, setOpen] = useState(false)
  if (!slot || isPending) return null
  const sources = ranked([...Array<null>(before).fill(null), ...Children.toArray(children)], ranks).flatMap((child) => {
    const source = isValidElement<{ source?: string }>(child) ? child.props.source : undefined
    return source && !hidden.includes(source) ? [source] : []
  })
  const columns = sources.flatMap((source) => (exported[source] ?? [source]).map((path): FileColumn => ({
    path, header: translate(`resources.${resource}.fields.${path in fr.resources[resource as 'events'].fields ? path : source}`), ...(enums[path] ? { words: fr.enums[enums[path]] } : {}),
  })))
  const verb = selectedIds.length > 0 ? translate('coaching.export.chosen', { smart_count: selectedIds.length }) : total === 0 ? translate('coaching.export.nothing') : total >= MOST_COUNTED ? translate('coaching.export.many') : translate('coaching.export.verb', { smart_count: total })
  return createPortal(
    <>
      <Button size="small" disabled={total === 0} onClick={() => setOpen(true)}>{verb}</Button>
      {open && <ExportDialog columns={columns} ids={selectedIds.map(String)} onClose={() => setOpen(false)} />}
    </>, slot)
}

/** In the order chosen for the table, which may speak of fewer columns than there are. */
const ranked = <T,>(children: T[], ranks: number[]): T[] => {
  const place = (index: number) => (ranks.includes(index) ? ranks.indexOf(index) : index)
  return children.map((child, index) => ({ child, at: place(index) })).sort((a, b) => a.at - b.at).map(({ child }) => child)
}
