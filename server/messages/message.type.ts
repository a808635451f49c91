import { Field, ID, ObjectType, registerEnumType } from 'type-graphql'
import { Author } from '../audit/audit.type.ts'
import { MessageState } from '../db/generated/enums.ts'
import { ListOf } from '../graphql/list.ts'
import { Instant } from '../graphql/scalars.ts'
import { Referent } from '../referents/referent.type.ts'

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
  },
})

export enum Recipients { CONFIRMED = 'CONFIRMED', ASKED = 'ASKED' }
registerEnumType(Recipients, {
  name: 'Recipients',
  description: 'Which referents of an event a message goes to; those who are not active any more are left out.',
  valuesConfig: { CONFIRMED: { description: 'Those confirmed or present.' }, ASKED: { description: 'All who were asked, whatever they answered.' } },
})

@ObjectType({ description: 'One mail: to whom, what, and whether it left.' })
export class Message {
  @Field(() => ID, { description: 'Its identifier.' }) id: string
  @Field(() => String, { description: 'The template it was made from.' }) template: string
  @Field(() => ID, { nullable: true, description: 'The department in whose name it is sent.' }) departmentCode: string | null
  @Field(() => ID, { nullable: true, description: 'The referent it is sent to.' }) referentId: string | null
  @Field(() => ID, { nullable: true, description: 'The account it is sent to.' }) accountId: string | null
  @Field(() => String, { description: 'The address it is sent to.' }) address: string
  @Field(() => String, { description: 'Its subject.' }) subject: string
  @Field(() => String, { description: 'Its text; « [lien] » stands where the secret address goes.' }) body: string
  @Field(() => String, { nullable: true, description: 'The secret address, only in a demonstration without mail server; else null.' }) link: string | null
  @Field(() => MessageState, { description: 'Where the sending stands.' }) state: MessageState
  @Field(() => String, { nullable: true, description: 'What the mail server said against it.' }) error: string | null
  @Field(() => Instant, { description: 'When it was written.' }) createdAt: Date
  @Field(() => Instant, { nullable: true, description: 'When the mail server accepted it.' }) sentAt: Date | null
  @Field(() => Referent, { nullable: true, description: 'The referent, when in reach.' }) referent: Referent | null
  @Field(() => Author, { nullable: true, description: 'The name of the account, when in reach.' }) account: Author | null
}

@ObjectType({ description: 'One page of messages.' })
export class MessageList extends ListOf(Message) {}
