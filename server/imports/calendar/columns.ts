import type { Shape } from '../lines/sheet.ts'

const columns = {
  number: ['N°', 'no', 'num', 'numéro'],
  department: ['Département', 'dépt', 'dép'],
  city: ['Commune', 'ville'],
  place: ['Lieu', 'nom du lieu', 'salle'],
  address: ['Adresse', 'adresse du lieu'],
  postalCode: ['Code postal', 'cp'],
  neighbourhood: ['Quartier prioritaire', 'quartier', 'QPV', 'quartier prioritaire (QPV)'],
  day: ['Date', 'jour'],
  start: ['Heure début', 'heure de début', 'début'],
  end: ['Heure fin', 'heure de fin', 'fin'],
  organiser: ['Organisateur', 'porteur'],
  partners: ['Partenaires présents', 'partenaires'],
  capacity: ['Places', 'nombre de places', 'nb places', 'capacité'],
  contact: ['Contact', 'courriel', 'e-mail', 'email', 'mail', 'adresse électronique'],
  status: ['Statut', 'état'],
} satisfies Record<string, string[]>

export type Column = keyof typeof columns

/** A calendar of events. */
export const calendar = {
  columns,
  required: ['department', 'city', 'day', 'start', 'end', 'capacity'],
  says: {
    noHeaders: 'Aucune ligne de ce fichier ne nomme les colonnes d’un calendrier. Donnez-lui une ligne d’en-têtes : Département, Commune, Lieu, Adresse, Code postal, Quartier prioritaire, Date, Heure début, Heure fin, Places.',
    noLine: 'Ce calendrier n’a aucune ligne sous ses en-têtes.',
    tooLong: 'Ce calendrier a plus de 5 000 lignes. Découpez-le en plusieurs fichiers.',
  },
} satisfies Shape<Column>
