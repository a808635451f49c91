import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { Author } from '../audit/audit.type.ts'
import { Campaign } from '../campaigns/campaign.type.ts'
import { ImportKind, LineOutcome, LineVerdict } from '../db/generated/enums.ts'
import { Event } from '../events/event.type.ts'
import { ListOf } from '../graphql/list.ts'
import { Reason } from '../graphql/reason.type.ts'
import { Instant } from '../graphql/scalars.ts'
import { Referent } from '../referents/referent.type.ts'

registerEnumType(ImportKind, {
  name: 'ImportKind',
  description: 'What the lines of a file are.',
  valuesConfig: { EVENTS: { description: 'Events, which become drafts in a campaign.' }, REFERENTS: { description: 'Referents, who join the pool of their departments.' } },
})

registerEnumType(LineVerdict, {
  name: 'LineVerdict',
  description: 'What an import says of a line.',
  valuesConfig: {
    NEW: { description: 'Can become a draft, or a referent.' },
    WARNING: { description: 'The same; something is worth reading first.' },
    UPDATE: { description: 'The event or referent is there, and the line says something else: the findings say what would change.' },
    UNCHANGED: { description: 'The event or referent is there, and the line says nothing new.' },
    DUPLICATE: { description: 'Repeats a line of the file, or what is there and may not be changed by an import: nothing to do.' },
    OUTSIDE: { description: 'Of a department outside the viewer’s reach.' },
    ERROR: { description: 'Cannot be taken; the findings say what to correct.' },
    SKIPPED: { description: 'Nothing in it: an empty line, a total.' },
  },
})

registerEnumType(LineOutcome, {
  name: 'LineOutcome',
  description: 'What became of a line that was taken.',
  valuesConfig: {
    CREATED: { description: 'A draft or a referent was made of it.' },
    UPDATED: { description: 'The event or referent that was there was changed.' },
    PRESENT: { description: 'The same had come another way by then.' },
  },
})

export enum ImportColumn {
  NUMBER = 'NUMBER', DEPARTMENT = 'DEPARTMENT', CITY = 'CITY', PLACE = 'PLACE', ADDRESS = 'ADDRESS', POSTAL_CODE = 'POSTAL_CODE', NEIGHBOURHOOD = 'NEIGHBOURHOOD', DAY = 'DAY',
  START = 'START', END = 'END', ORGANISER = 'ORGANISER', PARTNERS = 'PARTNERS', CAPACITY = 'CAPACITY', CONTACT = 'CONTACT', STATUS = 'STATUS',
  LAST_NAME = 'LAST_NAME', FIRST_NAME = 'FIRST_NAME', EMAIL = 'EMAIL', PHONE = 'PHONE', EMPLOYER = 'EMPLOYER', LANGUAGES = 'LANGUAGES', SKILLS = 'SKILLS', MAX_DISTANCE = 'MAX_DISTANCE', MAX_DAYS = 'MAX_DAYS',
  AVAILABLE = 'AVAILABLE', NOTES = 'NOTES',
}
registerEnumType(ImportColumn, { name: 'ImportColumn', description: 'What a file tells of an event or of a referent; `Import.fields` says which of them, and which are needed.' })

@ObjectType({ description: 'Which column of a file gives what.' })
export class ImportMapping {
  @Field(() => ImportColumn, { description: 'What it gives.' }) column: ImportColumn
  @Field(() => Int, { description: 'The column of the file; the first is 0.' }) at: number
}

@ObjectType({ description: 'What a kind of file may give.' })
export class ImportField {
  @Field(() => ImportColumn, { description: 'What it is.' }) column: ImportColumn
  @Field(() => Boolean, { description: 'Whether no line can do without it.' }) needed: boolean
}

@ObjectType({ description: 'What a person typed over a cell.' })
export class ImportCorrection {
  @Field(() => Int, { description: 'The column of the file; the first is 0.' }) at: number
  @Field(() => String, { description: 'What is read in place of the cell.' }) text: string
}

@ObjectType({ description: 'How many lines have a verdict.' })
export class VerdictCount {
  @Field(() => LineVerdict, { description: 'The verdict.' }) verdict: LineVerdict
  @Field(() => Int, { description: 'How many lines have it.' }) count: number
}

@ObjectType({ description: 'A line that may still be taken.' })
export class TakeableLine {
  @Field(() => Int, { description: 'Its number in the file.' }) line: number
  @Field(() => Boolean, { description: 'Whether it is chosen unless a person says otherwise.' }) proposed: boolean
}

@ObjectType({ description: 'What is to be said of the dates of an import as a whole.' })
export class ImportRemark {
  @Field(() => String, { description: 'A stable name: `PAST`, `OUTSIDE_WINDOW`, `HOLIDAY`.' }) code: string
  @Field(() => String, { description: 'In French: what is found.' }) sentence: string
}

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
  @Field(() => [String], { description: 'Its cells as the file has them, in the order of the headers.' }) cells: string[]
  @Field(() => [ImportCorrection], { description: 'What was typed over them.' }) corrections: ImportCorrection[]
  @Field(() => Boolean, { description: 'Whether it is chosen unless a person says otherwise, when it can be taken.' }) proposed: boolean
  @Field(() => LineOutcome, { nullable: true, description: 'What became of it; null while it is not taken.' }) outcome: LineOutcome | null
  @Field(() => Import, { nullable: true, description: 'The import.' }) import: Import | null
  @Field(() => Event, { nullable: true, description: 'The event made of it or repeated, when in reach.' }) event: Event | null
  @Field(() => ID, { nullable: true, description: 'The referent made of it, or the one it repeats.' }) referentId: string | null
  @Field(() => Referent, { nullable: true, description: 'The referent made of it or repeated, when in reach.' }) referent: Referent | null
}

@ObjectType({ description: 'What the viewer may do with this import: the reasons against each action, none when it may be taken.' })
export class ImportCan {
  @Field(() => [Reason], { description: 'Against judging it again with other columns or dates.' }) judge: Reason[]
  @Field(() => [Reason], { description: 'Against correcting its lines.' }) correct: Reason[]
  @Field(() => [Reason], { description: 'Against taking lines of it.' }) apply: Reason[]
  @Field(() => [Reason], { description: 'Against removing what it made.' }) undo: Reason[]
}

@ObjectType({ description: 'A calendar, or a list of referents, read from a file: judged line by line, then applied line by line.' })
export class Import {
  @Field(() => ID, { description: 'Its identifier.' }) id: string
  @Field(() => ImportKind, { description: 'What its lines are.' }) kind: ImportKind
  @Field(() => ID, { nullable: true, description: 'The campaign its events go to; null when it has no events.' }) campaignId: string | null
  @Field(() => String, { description: 'The name of the file.' }) fileName: string
  @Field(() => Int, { description: 'By how many whole weeks its dates are moved; hours stay as written.' }) weeks: number
  @Field(() => ID, { nullable: true, description: 'The department of whoever imports; null for the region.' }) departmentCode: string | null
  @Field(() => ID, { description: 'The account of whoever imports.' }) accountId: string
  @Field(() => Instant, { description: 'When the file was judged.' }) createdAt: Date
  @Field(() => Instant, { nullable: true, description: 'When lines were first taken.' }) appliedAt: Date | null
  @Field(() => Instant, { nullable: true, description: 'When what it made was removed; null when nothing was, or when lines were taken anew.' }) undoneAt: Date | null
  @Field(() => [String], { description: 'The headers of the file.' }) headers: string[]
  @Field(() => [ImportField], { description: 'All that a file of its kind may give, in the order of its example.' }) fields: ImportField[]
  @Field(() => [ImportMapping], { description: 'Which of the headers gives what.' }) columns: ImportMapping[]
  @Field(() => Boolean, { description: 'Whether that is what somebody of the department, or of the region, chose for an earlier file with the same headers.' }) remembered: boolean
  @Field(() => [ImportRemark], { description: 'What is to be said of the dates that may still be taken.' }) remarks: ImportRemark[]
  @Field(() => [VerdictCount], { description: 'How many lines have each verdict; one that no line has is left out.' }) counts: VerdictCount[]
  @Field(() => [TakeableLine], { description: 'The lines that may still be taken, in the order of the file.' }) takeable: TakeableLine[]
  @Field(() => Instant, { nullable: true, description: 'When the first event of the file starts, the shift included; null when none can be read.' }) firstAt: Date | null
  @Field(() => Int, { description: 'How many drafts or referents it made.' }) created: number
  @Field(() => Int, { description: 'How many events or referents it changed.' }) updated: number
  @Field(() => [Event], { description: 'The events that it made and that are no longer as it made them: they stand against its undoing.' }) touched: Event[]
  @Field(() => [Referent], { description: 'The referents that it made and that are no longer as it made them, or were asked: they stand against its undoing.' }) touchedReferents: Referent[]
  @Field(() => Campaign, { nullable: true, description: 'The campaign its events go to.' }) campaign: Campaign | null
  @Field(() => Author, { nullable: true, description: 'Whoever imports.' }) author: Author | null
  @Field(() => [ImportLine], { description: 'The lines, in the order of the file; at most 1 000: `importLines` gives all.' }) lines: ImportLine[]
  @Field(() => ImportCan, { description: 'What the viewer may do with it.' }) can: ImportCan
}

@ObjectType({ description: 'One page of imports.' })
export class ImportList extends ListOf(Import) {}

@ObjectType({ description: 'One page of lines.' })
export class ImportLineList extends ListOf(ImportLine) {}
