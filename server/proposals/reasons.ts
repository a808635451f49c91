import type { Answer, Gap, Obstacle } from './propose.input.ts'
import type { AskedEvent } from './solve.ts'

export type GapReason = { code: string; count: number; sentence: string }

/** What each reason says of one person, and of several. */
const sentences: Record<Obstacle | 'SILENT' | 'DECLINED' | 'WAITING', [one: string, several: (count: number) => string]> = {
  WAITING: ['Une place attend la confirmation de son référent.', (count) => `${count} places attendent la confirmation de leur référent.`],
  TAKEN: ['Un référent disponible est déjà pris à cette heure-là.', (count) => `${count} référents disponibles sont déjà pris à cette heure-là.`],
  TRAVEL: ['Un référent disponible n’aurait pas le temps de venir d’une autre opération du même jour.', (count) => `${count} référents disponibles n’auraient pas le temps de venir d’une autre opération du même jour.`],
  MAX_DAYS: ['Un référent disponible a atteint son nombre de jours.', (count) => `${count} référents disponibles ont atteint leur nombre de jours.`],
  DISTANCE: ['Un référent disponible habite plus loin qu’il ne l’accepte.', (count) => `${count} référents disponibles habitent plus loin qu’ils ne l’acceptent.`],
  UNAVAILABLE: ['Un référent est indisponible à cette date.', (count) => `${count} référents sont indisponibles à cette date.`],
  ENDED: ['Un référent a déjà eu une place ici, rendue ou en attente.', (count) => `${count} référents ont déjà eu une place ici, rendue ou en attente.`],
  REFUSED: ['Un référent a été écarté d’une proposition.', (count) => `${count} référents ont été écartés d’une proposition.`],
  INACTIVE: ['Une personne qui avait répondu n’est plus un référent actif du département.', (count) => `${count} personnes qui avaient répondu ne sont plus des référents actifs du département.`],
  SILENT: ['Un invité n’a pas répondu.', (count) => `${count} invités n’ont pas répondu.`],
  DECLINED: ['Un invité a répondu non.', (count) => `${count} invités ont répondu non.`],
}
const reason = (code: keyof typeof sentences, count: number): GapReason[] => (count > 0 ? [{ code, count, sentence: count === 1 ? sentences[code][0] : sentences[code][1](count) }] : [])

/** Why places of an event stay open, and which languages nobody speaks there; none when all is well. */
export function reasonsOf({ id, places, waiting, free, asked, silent, declined, languages }: AskedEvent, answers: Answer[], gap: Gap | undefined): GapReason[] {
  const held = reason('WAITING', Math.min(waiting, free))
  if (!gap) return held
  const unspoken = gap.languages.length > 0 ? [{ code: 'LANGUAGE', count: gap.languages.length, sentence: `Personne n’y parle : ${gap.languages.join(', ')}.` }] : []
  if (gap.missing === 0) return [...held, ...unspoken]
  const some = answers.some(({ eventId }) => eventId === id)
  const nobody = asked === 0 ? [{ code: 'NOBODY_ASKED', count: 0, sentence: 'Aucun référent n’a été invité.' }] : [{ code: 'NOBODY_FREE', count: 0, sentence: some && places > gap.missing ? 'Tous les autres référents disponibles sont proposés ici.' : 'Aucun autre référent n’est disponible.' }]
  const away = gap.obstacles.flatMap(({ obstacle, people }) => reason(obstacle, people))
  return [...held, ...(away.length > 0 ? away : nobody), ...reason('SILENT', silent), ...reason('DECLINED', declined), ...unspoken]
}
