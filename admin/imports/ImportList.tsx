import { DataTable, useTranslate } from 'react-admin'
import { Listing } from '../ui/Listing.tsx'
import { dayAndHour } from '../ui/paris.ts'
import { RowLink, Rows } from '../ui/Rows.tsx'
import type { ImportRow } from './import.queries.ts'

export function ImportList() {
  const translate = useTranslate()
  const shift = ({ weeks }: ImportRow) => (weeks === 0 ? translate('coaching.imports.noShift') : translate('coaching.imports.shiftOf', { smart_count: Math.abs(weeks), sign: weeks < 0 ? '−' : '+' }))
  const became = ({ kind, appliedAt, undoneAt, created, updated }: ImportRow) => {
    if (undoneAt) return translate('coaching.imports.undoneOn', { at: dayAndHour(undoneAt) })
    if (!appliedAt) return translate('coaching.imports.notApplied')
    return [translate(`coaching.imports.kinds.${kind}.createdCount`, { smart_count: created }), ...(updated ? [translate('coaching.imports.updatedCount', { smart_count: updated })] : []), dayAndHour(appliedAt)].join(' · ')
  }
  return (
    <Listing sort={{ field: 'createdAt', order: 'DESC' }}>
      <Rows<ImportRow> primary={({ fileName }) => fileName} secondary={(row) => [row.campaign?.name ?? translate(`enums.ImportKind.${row.kind}`), ...(row.campaign ? [shift(row)] : []), became(row)].join(' · ')}>
        <DataTable.Col source="createdAt" render={({ createdAt }: ImportRow) => dayAndHour(createdAt)} />
        <DataTable.Col source="fileName" disableSort render={({ fileName }: ImportRow) => <RowLink>{fileName}</RowLink>} />
        <DataTable.Col source="kind" disableSort render={({ kind }: ImportRow) => translate(`enums.ImportKind.${kind}`)} />
        <DataTable.Col source="campaignId" disableSort render={({ campaign }: ImportRow) => campaign?.name} />
        <DataTable.Col source="author" disableSort render={({ author }: ImportRow) => author?.name} />
        <DataTable.Col source="weeks" disableSort render={(row: ImportRow) => row.campaign && shift(row)} />
        <DataTable.Col source="became" disableSort render={became} />
      </Rows>
    </Listing>
  )
}
