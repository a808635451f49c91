import type { Column } from './columns.ts'

type Line = Partial<Record<Column, string>>

/** Fictional lines that can be taken. */
export const exampleReferents = (): Line[] => [
  {
    lastName: 'Exemple-Bouleau', firstName: 'Camille', email: 'camille.exemple-bouleau@example.org', phone: '06 39 98 00 01', employer: 'Mission locale (exemple)', department: '93 - Seine-Saint-Denis', city: 'Bondy',
    languages: 'français, arabe', skills: 'Entretiens d’embauche', maxDistance: '20', maxDays: '4', available: 'mardi, jeudi',
  },
  { lastName: 'Exemple-Charme', firstName: 'Dominique', email: 'dominique.exemple-charme@example.org', phone: '+33 6 39 98 00 02', department: '92', city: 'Nanterre', languages: 'français', notes: 'Vient en transports' },
]
