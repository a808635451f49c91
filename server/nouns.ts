import { account, membership } from './accounts/account.nouns.ts'
import { colleague } from './accounts/colleague.noun.ts'
import { agency } from './agencies/agency.noun.ts'
import { assignment } from './assignments/assignment.noun.ts'
import { auditEntry, author } from './audit/audit.nouns.ts'
import { availability } from './availabilities/availability.noun.ts'
import { campaign, campaignTarget, checklistLine } from './campaigns/campaign.noun.ts'
import { comment } from './comments/comment.noun.ts'
import { event } from './events/event.noun.ts'
import { importLine, importNoun } from './imports/import.nouns.ts'
import { job } from './jobs/job.noun.ts'
import { message } from './messages/message.noun.ts'
import { proposal, proposalLine, proposalNeed } from './proposals/proposal.nouns.ts'
import type { Nouns } from './reading/noun.ts'
import { referent } from './referents/referent.noun.ts'
import { departmentReview, neighbourhoodCoverage } from './review/review.nouns.ts'
import { task } from './tasks/task.noun.ts'
import { messageTemplate } from './templates/template.noun.ts'
import { savedView } from './savedViews/savedView.noun.ts'
import { city, department, neighbourhood, perimeter, prefecture, region } from './territories/territory.nouns.ts'
import { unavailability } from './unavailabilities/unavailability.noun.ts'
import { venue } from './venues/venue.noun.ts'

/** Every noun of the product, by the name the policy gives it. */
export const nouns: Nouns = {
  Region: region, Department: department, Prefecture: prefecture, City: city, Neighbourhood: neighbourhood, Perimeter: perimeter,
  Campaign: campaign, CampaignTarget: campaignTarget, ChecklistLine: checklistLine, Venue: venue, Agency: agency, Event: event, Task: task, Comment: comment,
  Referent: referent, Unavailability: unavailability, Availability: availability, Assignment: assignment, Message: message, MessageTemplate: messageTemplate, Job: job,
  Proposal: proposal, ProposalNeed: proposalNeed, ProposalLine: proposalLine,
  Account: account, Membership: membership, Author: author, Colleague: colleague, SavedView: savedView, AuditEntry: auditEntry,
  Import: importNoun, ImportLine: importLine,
  DepartmentReview: departmentReview, NeighbourhoodCoverage: neighbourhoodCoverage,
}
