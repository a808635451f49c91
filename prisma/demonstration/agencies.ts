import type { AgencyKind } from '../../server/db/generated/enums.ts'
import type { Place } from './places.ts'

type Agency = { id: string; name: string; kind: AgencyKind; email: string; phone: string; departmentCode: string }

const kinds: [kind: AgencyKind, name: (place: string) => string, mail: string][] = [
  ['LOCAL_MISSION', (place) => `Mission locale fictive ${place}`, 'mission-locale'],
  ['FRANCE_TRAVAIL', (place) => `Agence France Travail fictive ${place}`, 'france-travail'],
  ['APPRENTICE_TRAINING_CENTRE', (place) => `CFA fictif ${place}`, 'cfa'],
]

/** “de Bobigny”, “d’Argenteuil”, “du Mans”, “des Mureaux”. */
export const of = (city: string) =>
  city.startsWith('Les ') ? `des ${city.slice(4)}` : city.startsWith('Le ') ? `du ${city.slice(3)}` : /^[AEIOUÉÈÊÎ]/.test(city) ? `d’${city}` : `de ${city}`

/** Three agencies of each department, in the cities where events are held. */
export const agenciesOf = (departmentCode: string, places: Place[], id: () => string): Agency[] =>
  kinds.map(([kind, name, mail], k) => ({
    id: id(), kind, departmentCode, name: name(of((places[k] ?? places[0]!).city.name)),
    email: `${mail}${departmentCode}@example.org`, phone: `+3319900${departmentCode}${10 + k}`,
  }))
