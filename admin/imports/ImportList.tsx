import { DataTable, useTranslate } from 'react-admin'
import { Listing } from '../ui/Listing.tsx'
import { dayAndHour } from '../ui/paris.ts'
import { RowLink, Rows } from '../ui/Rows.tsx'
import type { ImportRow } from './import.queries.ts'

export function ImportList() {
  const translate = useTranslate()
  const applied = ({ appliedAt }: ImportRow) => appliedAt ? dayAndHour(appliedAt) : translate('coaching.imports.notApplied')
  return (
    <Listing sort={{ field: 'createdAt', order: 'DESC' }}>
      <Rows<ImportRow> primary={({ fileName }) => fileName} secondary={(row) => `${row.campaign?.name} · ${applied(row)}`}>
        <DataTable.Col source="createdAt" render={({ createdAt }: ImportRow) => dayAndHour(createdAt)} />
        <DataTable.Col source="fileName" disableSort render={({ fileName }: ImportRow) => <RowLink>{fileName}</RowLink>} />
        <DataTable.Col source="campaignId" disableSort render={({ campaign }: ImportRow) => campaign?.name} />
        <DataTable.Col source="author" disableSort render={({ author }: ImportRow) => author?.name} />
        <DataTable.Col source="appliedAt" disableSort render={applied} />
      </Rows>
    </Listing>
  )
}
