import { Arg, Field, ObjectType, Query, registerEnumType, Resolver } from 'type-graphql'
import { Open } from '../access/lock.ts'
import { invalid } from '../errors.ts'
import { Day } from '../graphql/scalars.ts'
import { dayAfter, DayOffKind, daysOff } from './daysOff.ts'

registerEnumType(DayOffKind, {
  name: 'DayOffKind',
  description: 'Why a day is off.',
  valuesConfig: {
    PUBLIC_HOLIDAY: { description: 'A public holiday of metropolitan France.' },
    SCHOOL_HOLIDAY: { description: 'A school holiday of zone C: Créteil, Montpellier, Paris, Toulouse, Versailles.' },
  },
})

@ObjectType({ description: 'A day off; a day that is off for two reasons is told twice.' })
export class DayOff {
  @Field(() => Day, { description: 'The day.' }) date: string
  @Field(() => String, { description: 'The name of the holiday, in French.' }) name: string
  @Field(() => DayOffKind, { description: 'Why it is off.' }) kind: DayOffKind
}

const MOST_DAYS = 800

@Resolver()
export class DaysOffResolver {
  @Query(() => [DayOff], { description: 'The public holidays, and the school holidays of zone C as far as they are published, between two days; at most 800 days.' })
  @Open('Holidays are public knowledge, the same for everybody.')
  async daysOff(
    @Arg('from', () => Day, { description: 'The first day.' }) from: string,
    @Arg('until', () => Day, { description: 'The last day, included.' }) until: string): Promise<DayOff[]> {
    if (until < from) throw invalid({ until: 'Le dernier jour vient avant le premier.' })
    if (until > dayAfter(from, MOST_DAYS)) throw invalid({ until: 'Demandez au plus 800 jours à la fois.' })
    return daysOff(from, until)
  }
}
