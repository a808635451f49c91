import type { Role } from '../../server/db/generated/enums.ts'

export type DemonstrationAccount = {
  email: string; password: string; name: string; role: Role; departmentCode?: string
  /** Where the account acts, as a screen says it. */
  scope: string
}

/** One password for all, shown on the sign-in page: it exists only in a database that holds nothing but the demonstration. */
export const DEMONSTRATION_PASSWORD = 'demonstration'

const departments: [code: string, place: string, of: string][] = [
  ['75', 'Paris', 'Paris'], ['77', 'Seine-et-Marne', 'la Seine-et-Marne'], ['78', 'Yvelines', 'les Yvelines'], ['91', 'Essonne', 'l’Essonne'],
  ['92', 'Hauts-de-Seine', 'les Hauts-de-Seine'], ['93', 'Seine-Saint-Denis', 'la Seine-Saint-Denis'], ['94', 'Val-de-Marne', 'le Val-de-Marne'], ['95', 'Val-d’Oise', 'le Val-d’Oise'],
]
const withAgent = ['75', '91', '93', '95']

const account = (email: string, name: string, role: Role, scope: string, departmentCode?: string): DemonstrationAccount => ({
  email: `${email}@example.org`, password: DEMONSTRATION_PASSWORD, name, role, scope, ...(departmentCode ? { departmentCode } : {}),
})

const managers = departments.map(([code, place, of]) =>
  account(`prefecture${code}`, `Camille Exemple-${place.replaceAll(' ', '-')}`, 'DEPARTMENT_MANAGER', `Responsable pour ${of} (${code})`, code))
const agents = departments.filter(([code]) => withAgent.includes(code)).map(([code, place, of]) =>
  account(`agent${code}`, `Dominique Exemple-${place.replaceAll(' ', '-')}`, 'DEPARTMENT_AGENT', `Agent pour ${of} (${code})`, code))

/** The plainly invented people who sign in to the demonstration, the ones who try it first at the top. */
export const demonstrationAccounts: DemonstrationAccount[] = [
  account('region', 'Camille Exemple-Préfecture', 'REGIONAL_MANAGER', 'Responsable régional, Île-de-France'),
  ...managers.filter(({ departmentCode }) => departmentCode === '93'),
  ...agents.filter(({ departmentCode }) => departmentCode === '93'),
  account('mission-locale93', 'Alix Exemple-Mission', 'AGENCY_AGENT', 'Agent de la mission locale fictive de Bobigny', '93'),
  account('responsable-mission-locale93', 'Morgan Exemple-Mission', 'AGENCY_MANAGER', 'Responsable de la mission locale fictive de Bobigny', '93'),
  account('lecture', 'Lou Exemple-Lecture', 'REGIONAL_READER', 'Lecture régionale, Île-de-France'),
  account('donnees', 'Sacha Exemple-Données', 'DATA_PROTECTION_OFFICER', 'Délégué à la protection des données'),
  ...managers.filter(({ departmentCode }) => departmentCode !== '93'),
  ...agents.filter(({ departmentCode }) => departmentCode !== '93'),
]
