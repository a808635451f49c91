import { ArrayMaxSize, IsEmail, IsOptional, Length, Matches, Max, MaxLength, Min } from 'class-validator'
import { Field, ID, InputType, Int, registerEnumType } from 'type-graphql'
import { EventState, Readiness } from '../db/generated/enums.ts'
import { InstantRange } from '../graphql/list.ts'
import { notAPhone, PHONE } from '../graphql/phone.ts'
import { obligations } from './event.readiness.ts'
import { Instant } from '../graphql/scalars.ts'

@InputType({ description: 'What a person writes about an event; serves creation and change.' })
export class EventInput {
  @Field(() => String, { description: '3 to 200 characters.' })
  @Length(3, 200, { message: 'L’intitulé compte de 3 à 200 caractères.' }) title: string
  @Field(() => ID, { nullable: true, description: 'A venue of the department.' }) venueId?: string | null
  @Field(() => Instant, { description: 'When it starts.' }) startsAt: Date
  @Field(() => Instant, { description: 'When it ends, after it starts.' }) endsAt: Date
  @Field(() => Int, { description: 'Young people it can receive, 1 to 5 000.' })
  @Min(1, { message: 'Le nombre de places est d’au moins 1.' }) @Max(5000, { message: 'Le nombre de places est d’au plus 5 000.' }) capacity: number
  @Field(() => Int, { description: 'Referents it needs, 0 to 200; 0 while unknown.' })
  @Min(0, { message: 'Le nombre de référents ne peut pas être négatif.' }) @Max(200, { message: 'Le nombre de référents est d’au plus 200.' }) referentsNeeded: number
  @Field(() => [String], { nullable: true, description: 'Languages of which each should have a speaker among its referents, in French; at most 5. Left out: unchanged.' })
  @IsOptional() @ArrayMaxSize(5, { message: 'Au plus 5 langues.' }) @Length(2, 40, { each: true, message: 'Une langue compte de 2 à 40 caractères.' }) languagesWanted?: string[] | null
  @Field(() => ID, { nullable: true, description: 'The agency that leads it.' }) leadAgencyId?: string | null
  @Field(() => String, { nullable: true, description: 'Whom to ask.' }) @IsOptional() @MaxLength(200, { message: 'Ce nom est trop long.' }) contactName?: string | null
  @Field(() => String, { nullable: true, description: 'Where to write.' }) @IsOptional() @IsEmail({}, { message: 'Cette adresse n’est pas valable : nom@domaine.fr est attendu.' }) contactEmail?: string | null
  @Field(() => String, { nullable: true, description: 'Where to call.' }) @IsOptional() @Matches(PHONE, notAPhone) contactPhone?: string | null
  @Field(() => String, { nullable: true, description: 'The text of the public page, at most 5 000 characters.' }) @IsOptional() @MaxLength(5000, { message: 'Ce texte compte au plus 5 000 caractères.' }) publicText?: string | null
  @Field(() => String, { nullable: true, description: 'Internal notes, at most 5 000 characters.' }) @IsOptional() @MaxLength(5000, { message: 'Ce texte compte au plus 5 000 caractères.' }) notes?: string | null
  @Field(() => [ID], { nullable: true, description: 'The neighbourhoods it targets, of its department; left out: unchanged.' })
  @IsOptional() @ArrayMaxSize(50, { message: 'Au plus 50 quartiers.' }) neighbourhoodIds?: string[] | null
  @Field(() => String, { nullable: true, description: 'Why no neighbourhood is targeted, when none is.' }) @IsOptional() @MaxLength(500, { message: 'Ce texte compte au plus 500 caractères.' }) noNeighbourhoodReason?: string | null
}

export const Obligation = Object.fromEntries(Object.keys(obligations).map((code) => [code, code]))
registerEnumType(Obligation, { name: 'Obligation', description: 'What is due before an event, or after its day.' })

export enum EventWorklist { TO_PREPARE = 'TO_PREPARE', TO_PUBLISH = 'TO_PUBLISH', THIS_WEEK = 'THIS_WEEK', TO_CLOSE = 'TO_CLOSE' }
registerEnumType(EventWorklist, {
  name: 'EventWorklist',
  description: 'What is to be done about events, as lists of work; an event may be in several.',
  valuesConfig: {
    TO_PREPARE: { description: 'A draft or submitted and still to come, or postponed: its date no longer holds, even once it is past.' },
    TO_PUBLISH: { description: 'Submitted, or such that the viewer may publish it as it is.' },
    THIS_WEEK: { description: 'Taking place, in part at least, between Monday and Sunday of this week in Paris; neither postponed nor cancelled.' },
    TO_CLOSE: { description: 'Published and over, or held: what happened remains to be recorded.' },
  },
})

@InputType({ description: 'Criteria for events.' })
export class EventFilter {
  @Field(() => [ID], { nullable: true, description: 'One of these identifiers.' }) @IsOptional() @ArrayMaxSize(200) ids?: string[]
  @Field(() => String, { nullable: true, description: 'Text in the title, the venue, the city or the postal code, whatever its case and accents.' }) @IsOptional() @MaxLength(200) q?: string
  @Field(() => String, { nullable: true, description: 'The end of its public address.' }) slug?: string
  @Field(() => ID, { nullable: true, description: 'Of this campaign.' }) campaignId?: string
  @Field(() => [ID], { nullable: true, description: 'Of one of these departments.' }) departmentCodes?: string[]
  @Field(() => [EventState], { nullable: true, description: 'In one of these states.' }) states?: EventState[]
  @Field(() => [Readiness], { nullable: true, description: 'As ready as one of these.' }) readiness?: Readiness[]
  @Field(() => [Obligation], { nullable: true, description: 'Late with one of these.' }) late?: string[]
  @Field(() => EventWorklist, { nullable: true, description: 'In this work list of the viewer’s.' }) worklist?: EventWorklist
  @Field(() => InstantRange, { nullable: true, description: 'Starting within this span.' }) startsAt?: InstantRange
  @Field(() => ID, { nullable: true, description: 'At this venue.' }) venueId?: string
  @Field(() => ID, { nullable: true, description: 'In this city.' }) cityId?: string
  @Field(() => ID, { nullable: true, description: 'Led by this agency.' }) leadAgencyId?: string
  @Field(() => ID, { nullable: true, description: 'Targeting this neighbourhood.' }) neighbourhoodId?: string
}

export enum EventSort { startsAt = 'startsAt', title = 'title', state = 'state', departmentCode = 'departmentCode', capacity = 'capacity', readiness = 'readiness' }
registerEnumType(EventSort, { name: 'EventSort', description: 'What events are sorted by.' })
