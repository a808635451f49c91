import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { Author } from '../audit/audit.type.ts'
import { Campaign } from '../campaigns/campaign.type.ts'
import { LineVerdict } from '../db/generated/enums.ts'
import { Event } from '../events/event.type.ts'
import { ListOf } from '../graphql/list.ts'
import { Reason } from '../graphql/reason.type.ts'
import { Instant } from '../graphql/scalars.ts'

registerEnumType(LineVerdict, {
  name: 'LineVerdict',
  description: 'What an import says of a line.',
  valuesConfig: {
    NEW: { description: 'Can become a draft.' },
    WARNING: { description: 'Can become a draft; something is worth reading first.' },
    DUPLICATE: { description: 'Repeats a line of the file, or an event that the campaign already holds: nothing to do.' },
    OUTSIDE: { description: 'Of a department outside the viewer’s reach.' },
    ERROR: { description: 'Cannot be taken; the findings say what to correct.' },
    SKIPPED: { description: 'No event in it: an empty line, a total.' },
  },
})

@ObjectType({ description: 'What is to be said of one line of a file.' })
export class Finding {
  @Field(() => String, { description: 'A stable name, such as `UNKNOWN_COMMUNE`.' }) code: string
  @Field(() => String, { nullable: true, description: 'The header of the column it is about.' }) column: string | null
  @Field(() => String, { description: 'In French: what is found, and what to do.' }) sentence: string
}

@ObjectType({ description: 'One line of an imported file.' })
export class ImportLine {
  @Field(() => ID, { description: 'Its identifier.' }) id: string
  @Field(() => ID, { description: 'The import.' }) importId: string
  @Field(() => Int, { description: 'The physical line of the file; the first is 1.' }) line: number
  @Field(() => LineVerdict, { description: 'What may become of it.' }) verdict: LineVerdict
  @Field(() => String, { description: 'The line in a few words, in French.' }) summary: string
  @Field(() => [Finding], { description: 'All that is to be said of it.' }) findings: Finding[]
  @Field(() => ID, { nullable: true, description: 'The department it is of; null when unreadable.' }) departmentCode: string | null
  @Field(() => ID, { nullable: true, description: 'The event made of it, or the one it repeats.' }) eventId: string | null
  @Field(() => Instant, { nullable: true, description: 'When its event starts, the shift included; null when unreadable.' }) startsAt: Date | null
  @Field(() => Import, { nullable: true, description: 'The import.' }) import: Import | null
  @Field(() => Event, { nullable: true, description: 'The event made of it or repeated, when in reach.' }) event: Event | null
}

@ObjectType({ description: 'What the viewer may do with this import: the reasons against each action, none when it may be taken.' })
export class ImportCan {
  @Field(() => [Reason], { description: 'Against taking lines of it.' }) apply: Reason[]
}

@ObjectType({ description: 'A calendar read from a file: judged line by line, then applied line by line.' })
export class Import {
  @Field(() => ID, { description: 'Its identifier.' }) id: string
  @Field(() => ID, { description: 'The campaign its events go to.' }) campaignId: string
  @Field(() => String, { description: 'The name of the file.' }) fileName: string
  @Field(() => Int, { description: 'By how many whole weeks its dates are moved; hours stay as written.' }) weeks: number
  @Field(() => ID, { nullable: true, description: 'The department of whoever imports; null for the region.' }) departmentCode: string | null
  @Field(() => ID, { description: 'The account of whoever imports.' }) accountId: string
  @Field(() => Instant, { description: 'When the file was judged.' }) createdAt: Date
  @Field(() => Instant, { nullable: true, description: 'When lines were first taken.' }) appliedAt: Date | null
  @Field(() => Campaign, { nullable: true, description: 'The campaign its events go to.' }) campaign: Campaign | null
  @Field(() => Author, { nullable: true, description: 'Whoever imports.' }) author: Author | null
  @Field(() => [ImportLine], { description: 'The lines, in the order of the file; at most 1 000.' }) lines: ImportLine[]
  @Field(() => ImportCan, { description: 'What the viewer may do with it.' }) can: ImportCan
}

@ObjectType({ description: 'One page of imports.' })
export class ImportList extends ListOf(Import) {}
