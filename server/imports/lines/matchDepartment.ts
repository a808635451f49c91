import { fold } from './fold.ts'
import type { Department, Territory } from './reference.ts'

/** `93`, `93 - Seine-Saint-Denis` or `Seine-Saint-Denis`; undefined when it is none, or when its number and its name disagree. */
export function matchDepartment(text: string, { departments }: Territory): Department | undefined {
  const [, code, name] = /^(\d*)\s*(.*)$/s.exec(text)!.map((part) => part?.trim())
  return departments.find((department) => (!code || department.id === code) && (!fold(name!) || fold(department.name) === fold(name!)))
}
