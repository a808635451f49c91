import { Button } from '@mui/material'
import { useDataProvider, useNotify, useTranslate } from 'react-admin'
import type { Provider } from '../app/dataProvider.ts'
import { rejectedLines, type Import } from './import.queries.ts'

const REJECTED = ['ERROR', 'DUPLICATE', 'OUTSIDE']

/** Gives the lines that cannot be taken, with their reasons, as a file to correct in a spreadsheet. */
export function RejectedLines({ file: { id, fileName, counts } }: { file: Import }) {
  const translate = useTranslate()
  const notify = useNotify()
  const provider = useDataProvider<Provider>()
  const rejected = counts.filter(({ verdict }) => REJECTED.includes(verdict)).reduce((sum, { count }) => sum + count, 0)
  if (rejected === 0) return null
  const download = async () => {
    try {
      const text = await provider.ask(rejectedLines, { id })
      const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' })), download: `${translate('coaching.imports.rejectedFile')}-${fileName.replace(/\.[^.]*$/, '')}.csv` })
      link.click()
      URL.revokeObjectURL(link.href)
    } catch (thrown) {
      notify((thrown as Error).message, { type: 'error' })
    }
  }
  return <Button onClick={() => void download()}>{translate('coaching.imports.rejected', { smart_count: rejected })}</Button>
}
