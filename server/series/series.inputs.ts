import { ArrayMaxSize, ArrayNotEmpty, IsOptional, Length, Matches, Max, Min, ValidateNested } from 'class-validator'
import { Field, ID, InputType, Int, registerEnumType } from 'type-graphql'
import { DayOffKind } from '../daysOff/daysOff.ts'
import { Day } from '../graphql/scalars.ts'

export enum CopyPart {
  PLACE = 'PLACE', HOURS = 'HOURS', CAPACITY = 'CAPACITY', NEIGHBOURHOODS = 'NEIGHBOURHOODS', LEAD_AGENCY = 'LEAD_AGENCY',
  CONTACT = 'CONTACT', PUBLIC_TEXT = 'PUBLIC_TEXT', NOTES = 'NOTES', REFERENTS = 'REFERENTS',
}
registerEnumType(CopyPart, {
  name: 'CopyPart',
  description: 'What of an event is copied; its title, its department and its campaign always are, unless another is given.',
  valuesConfig: {
    PLACE: { description: 'Its venue.' },
    HOURS: { description: 'Its hours on the clocks of Paris.' },
    CAPACITY: { description: 'Its capacity, and how many referents it needs.' },
    NEIGHBOURHOODS: { description: 'The neighbourhoods it targets, or why it targets none.' },
    LEAD_AGENCY: { description: 'The agency that leads it.' },
    CONTACT: { description: 'Whom to ask.' },
    PUBLIC_TEXT: { description: 'The text of its public page.' },
    NOTES: { description: 'Its internal notes.' },
    REFERENTS: { description: 'Whom it asked: the active referents in reach are kept as `toInvite`, and nobody is written to.' },
  },
})

/** Dates made at once, at most. */
export const MOST_DATES = 60
const HOUR = { message: 'Une heure est attendue, comme 09:30.' }
const clock = /^([01]\d|2[0-3]):[0-5]\d$/

@InputType({ description: 'What of an event is copied, and what stands in place of what is not.' })
export class CopyInput {
  @Field(() => [CopyPart], { description: 'The parts that are copied.' }) what: CopyPart[]
  @Field(() => String, { nullable: true, description: 'Another title; absent: the same.' })
  @IsOptional() @Length(3, 200, { message: 'L’intitulé compte de 3 à 200 caractères.' }) title?: string | null
  @Field(() => ID, { nullable: true, description: 'Another campaign, open; absent: the same.' }) campaignId?: string | null
  @Field(() => String, { nullable: true, description: 'When it starts, on the clocks of Paris, such as `09:30`; expected where HOURS are not copied.' }) @IsOptional() @Matches(clock, HOUR) startHour?: string | null
  @Field(() => String, { nullable: true, description: 'When it ends, on the same day; expected where HOURS are not copied.' }) @IsOptional() @Matches(clock, HOUR) endHour?: string | null
  @Field(() => Int, { nullable: true, description: 'Young people it can receive; expected where CAPACITY is not copied. Referents needed are then unknown.' })
  @IsOptional() @Min(1, { message: 'Le nombre de places est d’au moins 1.' }) @Max(5000, { message: 'Le nombre de places est d’au plus 5 000.' }) capacity?: number | null
}

@InputType({ description: 'On which days a series falls: those chosen, or one day every so many weeks.' })
export class SeriesRule {
  @Field(() => Day, { nullable: true, description: 'The first day.' }) from?: string | null
  @Field(() => Day, { nullable: true, description: 'The last day at most, included.' }) until?: string | null
  @Field(() => Int, { nullable: true, description: 'Every so many weeks, 1 to 8; absent: every week.' }) @IsOptional() @Min(1, { message: 'De 1 à 8 semaines.' }) @Max(8, { message: 'De 1 à 8 semaines.' }) everyWeeks?: number | null
  @Field(() => [Day], { nullable: true, description: 'Days chosen one by one; then the rest of the rule is not looked at.' })
  @IsOptional() @ArrayMaxSize(MOST_DATES, { message: `Au plus ${MOST_DATES} dates à la fois.` }) days?: string[] | null
  @Field(() => [DayOffKind], { nullable: true, description: 'Kinds of days off on which no event is wanted; absent: none.' }) avoid?: DayOffKind[] | null
}

@InputType({ description: 'One event of a series.' })
export class SeriesDateInput {
  @Field(() => ID, { description: 'A UUID made by the client.' }) id: string
  @Field(() => Day, { description: 'Its day.' }) on: string
}

@InputType({ description: 'The dates of a series.' })
export class SeriesInput extends CopyInput {
  @Field(() => [SeriesDateInput], { description: `From 1 to ${MOST_DATES} dates, each with the identifier of its event.` })
  @ValidateNested({ each: true }) @ArrayNotEmpty({ message: 'Choisissez au moins une date.' }) @ArrayMaxSize(MOST_DATES, { message: `Au plus ${MOST_DATES} dates à la fois.` }) dates: SeriesDateInput[]
}
