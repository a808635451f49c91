import { day, hours } from './dates.ts'

export type PlacesFreed = { events: { title: string; startsAt: Date }[] }

/** Tells the team of a department that somebody whose data were erased leaves places: whom, nobody may know any more. */
export const placesFreed = ({ name }: { name: string }, { events }: PlacesFreed) => ({
  subject: `Apprentissage-coaching\u00a0: ${events.length === 1 ? 'une place de référent s’est libérée' : `${events.length} places de référent se sont libérées`}`,
  body: `Bonjour ${name},

Un référent a demandé l’effacement de ses données\u00a0: ses places à venir sont libres.

${events.map(({ title, startsAt }) => `– ${title}, le ${day(startsAt)}, ${hours(startsAt)}`).join('\n')}

Choisissez dans la console qui le remplacera.`,
})
