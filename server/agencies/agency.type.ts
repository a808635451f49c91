import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { AgencyKind } from '../db/generated/enums.ts'
import { AuditEntry } from '../audit/audit.type.ts'
import { ListOf } from '../graphql/list.ts'
import { Reason } from '../graphql/reason.type.ts'
import { Department } from '../territories/territory.types.ts'

registerEnumType(AgencyKind, { name: 'AgencyKind', description: 'What a structure is; its French name depends on the date (Pôle emploi became France Travail in 2024).' })

@ObjectType({ description: 'What the viewer may do with this agency: the reasons against each action, none when it may be taken.' })
export class AgencyCan {
  @Field(() => [Reason], { description: 'Against changing it.' }) update: Reason[]
  @Field(() => [Reason], { description: 'Against reading how to reach it: then its contacts read as null.' }) readContact: Reason[]
}

@ObjectType({ description: 'A structure: mission locale, France Travail agency, CFA, employer, town hall…' })
export class Agency {
  @Field(() => ID, { description: 'Its identifier.' }) id: string
  @Field(() => String, { description: 'Its name.' }) name: string
  @Field(() => AgencyKind, { description: 'What it is.' }) kind: AgencyKind
  @Field(() => String, { nullable: true, description: 'Where to write; null when unknown or hidden.' }) email: string | null
  @Field(() => String, { nullable: true, description: 'Where to call; null when unknown or hidden.' }) phone: string | null
  @Field(() => Int, { description: 'Increases with each change; an update carries the version it was made from.' }) version: number
  @Field(() => [Department], { description: 'The departments it works in.' }) departments: Department[]
  @Field(() => [AuditEntry], { description: 'What was done to it, oldest first.' }) history: AuditEntry[]
  @Field(() => AgencyCan, { description: 'What the viewer may do with it.' }) can: AgencyCan
}

@ObjectType({ description: 'One page of agencies.' })
export class AgencyList extends ListOf(Agency) {}
