import type { CampaignInput } from './campaign.resolver.ts'

/** The columns of what was written of a campaign. Null leaves unchanged what is never null. */
export const writtenOf = ({ name, startsOn, endsOn, target, perimeterId, venueDays, submissionDays, publicationDays, referentsDays, reconfirmFirstDays, reconfirmLastDays, reminderDays, defaultCapacity, defaultReferentsNeeded }: CampaignInput) => ({
  name, startsOn, endsOn, target, perimeterId, defaultCapacity, defaultReferentsNeeded,
  venueDays: venueDays ?? undefined, submissionDays: submissionDays ?? undefined, publicationDays: publicationDays ?? undefined, referentsDays: referentsDays ?? undefined, reconfirmFirstDays: reconfirmFirstDays ?? undefined, reconfirmLastDays: reconfirmLastDays ?? undefined, reminderDays: reminderDays ?? undefined,
})
