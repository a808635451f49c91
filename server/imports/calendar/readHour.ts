import type { Cell } from '../readTable.ts'
import type { Hour } from './parisTime.ts'

const hourOf = (minutes: number): Hour | null => (minutes >= 0 && minutes < 1440 ? { hour: Math.floor(minutes / 60), minute: minutes % 60 } : null)

/** The hour of a cell: `14h30`, `14 h 30`, `9h`, `14:30`, or a fraction of a day of Excel, to the minute; null when it is none. */
export function readHour({ value, text }: Cell): Hour | null {
  if (value instanceof Date) return hourOf(Math.round((value.getTime() % 86_400_000 + 86_400_000) / 60_000) % 1440)
  if (typeof value === 'number') return value < 1 ? hourOf(Math.round(value * 1440)) : null
  const written = /^(\d{1,2}) ?(?:h|:|heures?) ?(?:(\d{2})(?: ?min|:00)?)?$/i.exec(text.replace(/\s/g, ' '))
  if (!written) return null
  const [hour, minute] = [Number(written[1]), Number(written[2] ?? 0)]
  return hour < 24 && minute < 60 ? { hour, minute } : null
}
