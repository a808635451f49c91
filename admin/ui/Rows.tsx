import { Link, useMediaQuery, type Theme } from '@mui/material'
import type { ReactNode } from 'react'
import { DataTable, SimpleList, useCreatePath, useRecordContext, useResourceContext, type DataTableProps, type RaRecord } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'

type Props<R extends RaRecord> = {
  children: ReactNode
  primary: (record: R) => ReactNode
  secondary: (record: R) => ReactNode
  tertiary?: (record: R) => ReactNode
  bulk?: ReactNode
  to?: 'show' | 'edit' | false
} & Pick<DataTableProps, 'rowSx' | 'isRowSelectable'>

/** A table where there is room, else a list; a row opens its record. */
export function Rows<R extends RaRecord>({ children, primary, secondary, tertiary, bulk, to = 'show', ...rest }: Props<R>) {
  const narrow = useMediaQuery<Theme>((theme) => theme.breakpoints.down('sm'))
  if (narrow) return <SimpleList<R> primaryText={primary} secondaryText={secondary} tertiaryText={tertiary} linkType={to} rowClick={to} />
  return <DataTable rowClick={to} bulkActionButtons={bulk ?? false} size="medium" {...rest}>{children}</DataTable>
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
