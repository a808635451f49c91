import { Checkbox, Link, useMediaQuery, type Theme } from '@mui/material'
import { lazy, Suspense, type ReactNode } from 'react'
import { BulkActionsToolbar, DataTable, useCreatePath, useListContext, useRecordContext, useResourceContext, useTranslate, type DataTableProps, type RaRecord } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import type { Exported } from '../exports/ExportColumns.tsx'

const ExportColumns = lazy(async () => ({ default: (await import('../exports/ExportColumns.tsx')).ExportColumns }))
const PhoneRows = lazy(async () => ({ default: (await import('./PhoneRows.tsx')).PhoneRows }))

type Props<R extends RaRecord> = {
  children: ReactNode
  primary: (record: R) => ReactNode
  secondary: (record: R) => ReactNode
  tertiary?: (record: R) => ReactNode
  bulk?: ReactNode
  to?: 'show' | 'edit' | false
  /** What each column becomes in a file, where the list may be exported: one or several paths of the server’s. */
  exported?: Exported
} & Pick<DataTableProps, 'rowSx' | 'isRowSelectable' | 'empty'>

/** A table where there is room, else a list; a row opens its record. */
export function Rows<R extends RaRecord>({ children, primary, secondary, tertiary, bulk, to = 'show', exported, ...rest }: Props<R>) {
  const narrow = useMediaQuery<Theme>((theme) => theme.breakpoints.down('sm'))
  const file = exported && <Suspense fallback={null}><ExportColumns exported={exported} before={bulk ? 1 : 0}>{children}</ExportColumns></Suspense>
  if (narrow) return <>{file}<Suspense fallback={null}><PhoneRows primaryText={primary as never} secondaryText={secondary as never} tertiaryText={tertiary as never} linkType={to} rowClick={to} empty={rest.empty} /></Suspense></>
  return (
    <>
      {file}
      <DataTable rowClick={to} bulkActionButtons={false} bulkActionsToolbar={<Bulk>{bulk}</Bulk>} size="medium" {...rest}>
        {bulk && <DataTable.Col source="id" label="coaching.list.choose" disableSort render={(record: R) => <Choose id={record.id} name={primary(record)} />} />}
        {children}
      </DataTable>
    </>
  )
}

/** Only while something is chosen: what cannot be seen must not take the focus. */
function Bulk({ children }: { children: ReactNode }) {
  const { selectedIds, resource } = useListContext()
  return children && selectedIds.length > 0 ? <BulkActionsToolbar label={`resources.${resource}.chosen`}><Suspense fallback={null}>{children}</Suspense></BulkActionsToolbar> : null
}

/** The table’s own boxes carry their name where no screen reader looks for it. */
function Choose({ id, name }: { id: RaRecord['id']; name: ReactNode }) {
  const { selectedIds, onToggleItem } = useListContext()
  const translate = useTranslate()
  return (
    <Checkbox
      checked={selectedIds.includes(id)} onChange={() => onToggleItem(id)} onClick={(event) => event.stopPropagation()}
      slotProps={{ input: { 'aria-label': translate('coaching.list.chooseOne', { name: String(name) }) } }}
    />
  )
}

/** The name of a row as a link, so that the keyboard opens it too. */
export function RowLink({ to = 'show', children }: { to?: 'show' | 'edit'; children: ReactNode }) {
  const record = useRecordContext()
  const resource = useResourceContext()
  const path = useCreatePath()
  if (!record) return null
  return (
    <Link component={RouterLink} to={path({ resource, id: record.id, type: to })} onClick={(event) => event.stopPropagation()} sx={{ fontWeight: 700 }}>{children}</Link>
  )
}
