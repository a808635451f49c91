import type { Place } from './places.ts'

export type Referent = {
  id: string; firstName: string; lastName: string; email: string; phone: string; cityId: string; employer: string; languages: string[]
  skills: string | null; maxDistanceKm: number | null; maxDays: number | null; active: boolean; createdAt: Date
}

const firstNames = [
  'Amina', 'Léo', 'Wassim', 'Dounia', 'Océane', 'Zoé', 'Gaëlle', 'Rayan', 'Chloé', 'Jérôme', 'Ulysse', 'Bastien', 'Maëlys', 'Xénia', 'Émile', 'Pauline', 'Anaïs',
  'Hugo', 'Solène', 'Loïc', 'Kadiatou', 'Violette', 'Célia', 'Noé', 'Yanis', 'Fatou', 'Quentin', 'Benoît', 'Inès', 'Théo',
]
const trees = [
  'Bruyère', 'Mélèze', 'Violette', 'Églantier', 'Noisetier', 'Fougère', 'Érable', 'Œillet', 'Cèdre', 'Genêt', 'Pâquerette', 'Châtaignier', 'Hêtre', 'Romarin',
  'Néflier', 'Jonquille', 'Saule',
]
const employers = ['Mission locale fictive', 'Association Exemple Insertion', 'Club de prévention fictif', 'Retraitée ou retraité', 'Entreprise fictive Exemple et Fils']
const languages = [['français'], ['français', 'arabe'], ['français', 'anglais'], ['français', 'portugais'], ['français'], ['français', 'soninké']]
const skills = ['Métiers du bâtiment', null, 'Restauration et hôtellerie', 'Numérique', null, 'Aide à la rédaction de CV', 'Sanitaire et social']

const ascii = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('Œ', 'Oe').toLowerCase()
const PER_DEPARTMENT = 15

/** Fifteen referents of a department; `from` counts those of the departments before it. */
export const referentsOf = (places: Place[], from: number, createdAt: Date, id: () => string): Referent[] =>
  Array.from({ length: PER_DEPARTMENT }, (_, k) => {
    const n = from + k
    const [firstName, lastName] = [firstNames[n % firstNames.length]!, `Exemple-${trees[n % trees.length]!}`]
    return {
      id: id(), firstName, lastName, createdAt, email: `${ascii(firstName)}.${ascii(lastName)}${String(n + 1).padStart(3, '0')}@example.org`,
      phone: `+3363998${String(1000 + n * 37).padStart(4, '0')}`, cityId: places[k % places.length]!.city.id, employer: employers[n % employers.length]!,
      languages: languages[n % languages.length]!, skills: skills[n % skills.length]!,
      maxDistanceKm: n % 4 === 0 ? null : 5 * (1 + (n % 5)), maxDays: n % 3 === 0 ? 3 + (n % 4) : null, active: k !== PER_DEPARTMENT - 1 || n % 2 === 0,
    }
  })
