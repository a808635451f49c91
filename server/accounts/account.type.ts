import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { Agency } from '../agencies/agency.type.ts'
import { Role } from '../db/generated/enums.ts'
import { ListOf } from '../graphql/list.ts'
import { Reason } from '../graphql/reason.type.ts'
import { Instant } from '../graphql/scalars.ts'
import { Department } from '../territories/territory.types.ts'

registerEnumType(Role, {
  name: 'Role',
  description: 'What a person does, in one scope at a time.',
  valuesConfig: {
    REGIONAL_MANAGER: { description: 'Runs the campaigns for the regional prefect.' },
    REGIONAL_READER: { description: 'Reads all departments.' },
    DEPARTMENT_MANAGER: { description: 'Publishes the operations of a departmental prefecture.' },
    DEPARTMENT_AGENT: { description: 'Prepares and runs the operations of a departmental prefecture.' },
    AGENCY_MANAGER: { description: 'Manages the colleagues of a structure.' },
    AGENCY_AGENT: { description: 'Works in a structure.' },
    DATA_PROTECTION_OFFICER: { description: 'Reads the journal.' },
  },
})

@ObjectType({ description: 'What the viewer may do with this account: the reasons against each action, none when it may be taken.' })
export class AccountCan {
  @Field(() => [Reason], { description: 'Against disabling it.' }) disable: Reason[]
}

@ObjectType({ description: 'A person who signs in.' })
export class Account {
  @Field(() => ID, { description: 'Its identifier.' }) id: string
  @Field(() => String, { description: 'The address to sign in with, in lower case.' }) email: string
  @Field(() => String, { description: 'The name of the person.' }) name: string
  @Field(() => Instant, { nullable: true, description: 'Since when it cannot sign in; null: it can.' }) disabledAt: Date | null
  @Field(() => Instant, { description: 'When it was created.' }) createdAt: Date
  @Field(() => Int, { description: 'Increases with each change.' }) version: number
  @Field(() => Boolean, { description: 'Whether the person has chosen a password.' }) hasPassword: boolean
  @Field(() => [Membership], { description: 'Its roles in reach.' }) memberships: Membership[]
  @Field(() => AccountCan, { description: 'What the viewer may do with it.' }) can: AccountCan
}

@ObjectType({ description: 'What the viewer may do with this role: the reasons against each action, none when it may be taken.' })
export class MembershipCan {
  @Field(() => [Reason], { description: 'Against taking it away.' }) remove: Reason[]
}

@ObjectType({ description: 'A role of a person in one scope.' })
export class Membership {
  @Field(() => ID, { description: 'Its identifier.' }) id: string
  @Field(() => ID, { description: 'The account.' }) accountId: string
  @Field(() => Role, { description: 'The role.' }) role: Role
  @Field(() => ID, { nullable: true, description: 'The department, for a department’s role.' }) departmentCode: string | null
  @Field(() => ID, { nullable: true, description: 'The agency, for an agency’s role.' }) agencyId: string | null
  @Field(() => Account, { nullable: true, description: 'The account, when in reach.' }) account: Account | null
  @Field(() => Department, { nullable: true, description: 'The department.' }) department: Department | null
  @Field(() => Agency, { nullable: true, description: 'The agency.' }) agency: Agency | null
  @Field(() => MembershipCan, { description: 'What the viewer may do with it.' }) can: MembershipCan
}

@ObjectType({ description: 'One page of accounts.' })
export class AccountList extends ListOf(Account) {}

@ObjectType({ description: 'A scope in which the person signed in may act.' })
export class Scope {
  @Field(() => ID, { description: 'The membership, to be sent in the header `x-membership`.' }) id: string
  @Field(() => Role, { description: 'The role.' }) role: Role
  @Field(() => ID, { nullable: true, description: 'The department, for a department’s role.' }) departmentCode: string | null
  @Field(() => String, { description: 'The scope in French, such as `Préfecture de la Seine-Saint-Denis`.' }) label: string
}

@ObjectType({ description: 'Who signed in, and what that gives the right to.' })
export class Me {
  @Field(() => ID, { description: 'The account.' }) id: string
  @Field(() => String, { description: 'The name of the person.' }) name: string
  @Field(() => String, { description: 'The address to sign in with.' }) email: string
  @Field(() => Boolean, { description: 'Whether the weekly digest is sent.' }) digest: boolean
  @Field(() => Scope, { nullable: true, description: 'The scope this request acts in; null when there is none.' }) scope: Scope | null
  @Field(() => [Scope], { description: 'All the person’s scopes.' }) scopes: Scope[]
  @Field(() => [String], { description: 'The rights of the scope, as `Event.publish`; how far they reach, only a record’s `can` says.' }) grants: string[]
}
