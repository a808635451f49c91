import { fold } from './fold.ts'
import type { Notes } from './notes.ts'
import type { City, Department, Territory } from './reference.ts'

/** The city of that name, in that department when it is known. Says why when there is none. */
export function matchCity(text: string, column: string, department: Department | null, territory: Territory, notes: Notes): City | null {
  // « Paris 18e » is Paris: districts are not cities.
  const whole = fold(text).replace(/ \d{1,2}(?: ?(?:er|e|eme))?(?: arrondissement)?$/, '')
  const named = territory.citiesNamed.get(fold(text)) ?? territory.citiesNamed.get(whole) ?? []
  const city = named.find(({ departmentCode }) => departmentCode === department?.id) ?? named[0]
  if (!city) {
    const meant = territory.cityMeant(text)
    const advice = meant ? `Vouliez-vous écrire « ${meant.name} » (${meant.departmentCode}) ?` : 'Vérifiez son orthographe.'
    return notes.reject('UNKNOWN_COMMUNE', column, `Aucune commune d’Île-de-France ne s’appelle « ${text} ». ${advice}`)
  }
  if (department && city.departmentCode !== department.id) {
    return notes.reject('DEPARTMENT_MISMATCH', column, `${city.name} est dans le département ${city.departmentCode}, pas dans le ${department.id}. Corrigez le département ou la commune.`)
  }
  return city
}
