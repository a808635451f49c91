import type { Shape } from '../lines/sheet.ts'

const columns = {
  lastName: ['Nom', 'nom de famille', 'nom d’usage'],
  firstName: ['Prénom', 'prénoms'],
  email: ['Courriel', 'e-mail', 'email', 'mail', 'adresse électronique', 'adresse mail', 'mél'],
  phone: ['Téléphone', 'tél', 'portable', 'mobile', 'numéro de téléphone'],
  employer: ['Structure', 'employeur', 'employeur ou structure', 'organisme'],
  department: ['Département', 'dépt', 'dép'],
  city: ['Commune d’intervention', 'commune', 'ville'],
  languages: ['Langues parlées', 'langues', 'langue'],
  skills: ['Compétences'],
  maxDistance: ['Distance acceptée (km)', 'distance acceptée', 'distance', 'distance (km)'],
  maxDays: ['Jours au plus', 'nombre de jours', 'jours au plus par campagne'],
  available: ['Disponible le', 'disponibilité', 'disponibilités'],
  notes: ['Notes', 'remarques', 'observations', 'commentaire'],
} satisfies Record<string, string[]>

export type Column = keyof typeof columns

/** A list of referents. Each needs a department too: its own cell says it, or its city. */
export const referents = {
  columns,
  required: ['lastName', 'firstName', 'email'],
  says: {
    noHeaders: 'Aucune ligne de ce fichier ne nomme les colonnes d’une liste de référents. Donnez-lui une ligne d’en-têtes : Nom, Prénom, Courriel, Téléphone, Structure, Département, Commune d’intervention, Langues parlées.',
    noLine: 'Cette liste n’a aucune ligne sous ses en-têtes.',
    tooLong: 'Cette liste a plus de 5 000 lignes. Découpez-la en plusieurs fichiers.',
  },
} satisfies Shape<Column>
