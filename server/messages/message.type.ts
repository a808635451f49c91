import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { Author } from '../audit/audit.type.ts'
import { MessageState } from '../db/generated/enums.ts'
import { ListOf } from '../graphql/list.ts'
import { Reason } from '../graphql/reason.type.ts'
import { Instant } from '../graphql/scalars.ts'
import { MessageTemplate } from '../templates/template.type.ts'
import { Referent } from '../referents/referent.type.ts'
import { MessageKind, type Kind } from './kinds.ts'

registerEnumType(MessageState, {
  name: 'MessageState',
  description: 'Where the sending of a message stands.',
  valuesConfig: {
    QUEUED: { description: 'Waiting for its job.' },
    SENDING: { description: 'Being handed to the mail server.' },
    SENT: { description: 'Accepted by the mail server.' },
    KEPT: { description: 'Not sent, for no mail server is configured.' },
    FAILED: { description: 'Refused by the mail server.' },
    UNCERTAIN: { description: 'The server stopped while sending: it may have left or not.' },
    BOUNCED: { description: 'Accepted, then sent back: the report says why.' },
    GROUPED: { description: 'Left within another mail, with others that waited for the same person.' },
    WITHHELD: { description: 'Not sent, for the person may not be written to any more.' },
  },
})

export enum Recipients { CONFIRMED = 'CONFIRMED', ASKED = 'ASKED' }
registerEnumType(Recipients, {
  name: 'Recipients',
  description: 'Which referents of an event a message goes to; those who are not active any more are left out.',
  valuesConfig: { CONFIRMED: { description: 'Those confirmed or present.' }, ASKED: { description: 'All who were asked, whatever they answered.' } },
})

@ObjectType({ description: 'What the viewer may do with this mail: the reasons against each action, none when it may be taken.' })
export class MessageCan {
  @Field(() => [Reason], { description: 'Against sending it again.' }) resend: Reason[]
}

@ObjectType({ description: 'One mail: to whom, what, and whether it left.' })
export class Message {
  @Field(() => ID, { description: 'Its identifier.' }) id: string
  @Field(() => String, { description: 'The template it was made from.' }) template: string
  @Field(() => Int, { description: 'Which text: of the department or the region when `madeFrom` has one, else of origin.' }) templateVersion: number
  @Field(() => MessageKind, { nullable: true, description: 'The kind of text, of which departments may have their own; null for other mails.' }) kind: Kind | null
  @Field(() => ID, { nullable: true, description: 'The department in whose name it is sent.' }) departmentCode: string | null
  @Field(() => ID, { nullable: true, description: 'The referent it is sent to.' }) referentId: string | null
  @Field(() => ID, { nullable: true, description: 'The account it is sent to.' }) accountId: string | null
  @Field(() => String, { description: 'The address it is sent to.' }) address: string
  @Field(() => String, { description: 'Its subject.' }) subject: string
  @Field(() => String, { description: 'Its text; « [lien] » and « [arrêt] » stand where the secret addresses go.' }) body: string
  @Field(() => String, { nullable: true, description: 'The secret address, only in a demonstration without mail server; else null.' }) link: string | null
  @Field(() => MessageState, { description: 'Where the sending stands.' }) state: MessageState
  @Field(() => String, { nullable: true, description: 'What the mail server or a report said against it, or why it was withheld; never the address.' }) error: string | null
  @Field(() => ID, { nullable: true, description: 'The mail that it left within.' }) withinId: string | null
  @Field(() => Instant, { nullable: true, description: 'Until when it waits: for the hours at which mails leave, or for others to leave with; null when it does not.' }) waitsUntil: Date | null
  @Field(() => Instant, { description: 'When it was written.' }) createdAt: Date
  @Field(() => Instant, { nullable: true, description: 'When the mail server accepted it.' }) sentAt: Date | null
  @Field(() => Instant, { nullable: true, description: 'When it came back.' }) bouncedAt: Date | null
  @Field(() => Int, { description: 'Increases each time it is sent again by hand.' }) version: number
  @Field(() => MessageTemplate, { nullable: true, description: 'The text of the department or the region it was made from, when in reach; null: the text of origin.' }) madeFrom: MessageTemplate | null
  @Field(() => Message, { nullable: true, description: 'The mail that it left within, when in reach.' }) within: Message | null
  @Field(() => [Message], { description: 'The mails that left within this one, oldest first.' }) grouped: Message[]
  @Field(() => MessageCan, { description: 'What the viewer may do with it.' }) can: MessageCan
  @Field(() => Referent, { nullable: true, description: 'The referent, when in reach.' }) referent: Referent | null
  @Field(() => Author, { nullable: true, description: 'The name of the account, when in reach.' }) account: Author | null
}

@ObjectType({ description: 'One page of messages.' })
export class MessageList extends ListOf(Message) {}
