import type { Changes, TerritoryReport } from './importTerritory.ts'

const titles: Record<keyof TerritoryReport, string> = {
  Region: 'Régions', Department: 'Départements', City: 'Communes', Prefecture: 'Préfectures', Neighbourhood: 'Quartiers prioritaires',
  NeighbourhoodCity: 'Quartiers par commune', Perimeter: 'Périmètres', PerimeterCity: 'Communes des périmètres', PerimeterNeighbourhood: 'Quartiers des périmètres', Contour: 'Contours des quartiers',
}
const shown = 20

/** What an import of the territory did, one line per table that changed. */
export function reportTerritory(report: TerritoryReport): string {
  const lines = (Object.keys(titles) as (keyof TerritoryReport)[]).flatMap((table) => sentence(titles[table], report[table]))
  return lines.length ? lines.join('\n') : 'Le territoire est déjà à jour : rien n’a changé.'
}

function sentence(title: string, { added, changed, retired }: Changes): string[] {
  const parts = [part(added, 'ajout', 'ajouts'), part(changed, 'modification', 'modifications'), part(retired, 'retrait', 'retraits')].filter(Boolean)
  return parts.length ? [`${title} : ${parts.join(' ; ')}.`] : []
}

function part(codes: string[], one: string, several: string): string {
  if (!codes.length) return ''
  const more = codes.length > shown ? ', …' : ''
  return `${codes.length.toLocaleString('fr-FR')} ${codes.length > 1 ? several : one} (${codes.slice(0, shown).join(', ')}${more})`
}
