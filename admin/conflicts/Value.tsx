import { useGetMany, useTranslate, type Identifier } from 'react-admin'
import { resources } from '../app/resources.ts'
import { checklistText, type Line } from '../campaigns/checklistText.ts'
import { shown } from '../ui/shown.ts'

/** The fields that hold identifiers, and of what. */
const references: Record<string, string> = {
  venueId: 'venues', neighbourhoodIds: 'neighbourhoods', leadAgencyId: 'agencies', cityId: 'cities', perimeterId: 'perimeters', campaignId: 'campaigns',
}
/** The fields that hold a value of an enum, by noun. */
const enums: Record<string, Record<string, string>> = { agencies: { kind: 'AgencyKind' } }

/** A value of a form, as a person reads it. */
export function Value({ resource, name, value }: { resource: string; name: string; value: unknown }) {
  const translate = useTranslate()
  const to = references[name]
  const ids = [value].flat().filter(Boolean) as Identifier[]
  if (to && ids.length > 0) return <Names of={to} ids={ids} />
  if (resource === 'campaigns' && name === 'checklist' && ids.length > 0) return <>{checklistText(value as Line[])}</>
  const of = enums[resource]?.[name]
  return <>{shown(of && typeof value === 'string' ? translate(`enums.${of}.${value}`) : value)}</>
}

function Names({ of, ids }: { of: string; ids: Identifier[] }) {
  const { data } = useGetMany(of, { ids })
  return <>{data?.map((record) => resources[of]!.recordRepresentation!(record)).join('\n') ?? '…'}</>
}
