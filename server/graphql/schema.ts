import 'reflect-metadata'
import type { GraphQLSchema } from 'graphql'
import { buildSchema } from 'type-graphql'
import { AboutResolver } from '../about/about.resolver.ts'
import { demandLocks, enforceLocks } from '../access/lock.ts'
import { AccountResolver } from '../accounts/account.resolver.ts'
import { ColleagueResolver } from '../accounts/colleague.resolver.ts'
import { AgencyResolver } from '../agencies/agency.resolver.ts'
import { AssignmentResolver } from '../assignments/assignment.resolver.ts'
import { AuditResolver } from '../audit/audit.resolver.ts'
import { AvailabilityResolver } from '../availabilities/availability.resolver.ts'
import { CampaignResolver } from '../campaigns/campaign.resolver.ts'
import { DaysOffResolver } from '../daysOff/daysOff.resolver.ts'
import { CommentResolver } from '../comments/comment.resolver.ts'
import { EventResolver } from '../events/event.resolver.ts'
import { HomeResolver } from '../home/home.resolver.ts'
import { ImportResolver } from '../imports/import.resolver.ts'
import { JobResolver } from '../jobs/job.resolver.ts'
import { MessageResolver } from '../messages/message.resolver.ts'
import { nouns } from '../nouns.ts'
import { ProposalResolver } from '../proposals/proposal.resolver.ts'
import { ReferentResolver } from '../referents/referent.resolver.ts'
import { TemplateResolver } from '../templates/template.resolver.ts'
import { TaskResolver } from '../tasks/task.resolver.ts'
import { SeriesResolver } from '../series/series.resolver.ts'
import { SavedViewResolver } from '../savedViews/savedView.resolver.ts'
import { TerritoryResolver } from '../territories/territory.resolver.ts'
import { UnavailabilityResolver } from '../unavailabilities/unavailability.resolver.ts'
import { VenueResolver } from '../venues/venue.resolver.ts'
import { agreeWithNouns } from './agreeWithNouns.ts'
import { validate } from './validate.ts'

/** The whole schema. Throws when an operation declares no lock, or when a type and its noun differ. */
export async function createSchema(): Promise<GraphQLSchema> {
  const schema = await buildSchema({
    resolvers: [
      AboutResolver, AccountResolver, ColleagueResolver, TerritoryResolver, CampaignResolver, EventResolver, TaskResolver, HomeResolver, AuditResolver, CommentResolver, VenueResolver, AgencyResolver,
      ReferentResolver, UnavailabilityResolver, AvailabilityResolver, AssignmentResolver, ProposalResolver, ImportResolver, MessageResolver, TemplateResolver, JobResolver, SavedViewResolver,
      SeriesResolver, DaysOffResolver,
    ],
    validateFn: validate,
    globalMiddlewares: [enforceLocks],
  })
  demandLocks(schema)
  agreeWithNouns(schema, nouns)
  return schema
}
