import { pipeline, Readable } from 'node:stream'
import { stringify } from 'csv-stringify'
import { cellOf, type Column } from './exportOf.ts'
import { excelFrench } from './excelFrench.ts'
import { written } from './parisClock.ts'

/** The file as a French Excel opens it, with decimal commas. */
export function csv(columns: Column[], batches: AsyncIterable<object[]>): Readable {
  const lines = Readable.from(records(columns, batches))
  const text = stringify({
    ...excelFrench,
    cast: { ...excelFrench.cast, number: (value) => String(value).replace('.', ','), date: written },
  })
  // Either one that ends before its time ends the other; whoever reads the file hears of it.
  return pipeline(lines, text, () => {})
}

async function* records(columns: Column[], batches: AsyncIterable<object[]>) {
  yield columns.map(({ header }) => header)
  for await (const rows of batches) for (const row of rows) yield columns.map((column) => cellOf(row, column))
}
