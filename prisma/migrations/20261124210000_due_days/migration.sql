-- Until when each obligation of an event is due, on its own row: lists sorted, filtered and counted by readiness then compare days.
ALTER TABLE "Event" ADD COLUMN "venueDueOn" DATE, ADD COLUMN "submissionDueOn" DATE, ADD COLUMN "publicationDueOn" DATE, ADD COLUMN "referentsDueOn" DATE;

CREATE FUNCTION event_due_days() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT paris_day(NEW."startsAt") - c."venueDays", paris_day(NEW."startsAt") - c."submissionDays", paris_day(NEW."startsAt") - c."publicationDays", paris_day(NEW."startsAt") - c."referentsDays"
    INTO NEW."venueDueOn", NEW."submissionDueOn", NEW."publicationDueOn", NEW."referentsDueOn" FROM "Campaign" c WHERE c."id" = NEW."campaignId";
  RETURN NEW;
END $$;
CREATE TRIGGER "Event_due" BEFORE INSERT OR UPDATE OF "startsAt", "campaignId" ON "Event" FOR EACH ROW EXECUTE FUNCTION event_due_days();

-- Another delay of the campaign is that of its events.
CREATE FUNCTION campaign_moves_due_days() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "Event" e SET "venueDueOn" = paris_day(e."startsAt") - NEW."venueDays", "submissionDueOn" = paris_day(e."startsAt") - NEW."submissionDays",
    "publicationDueOn" = paris_day(e."startsAt") - NEW."publicationDays", "referentsDueOn" = paris_day(e."startsAt") - NEW."referentsDays" WHERE e."campaignId" = NEW."id";
  RETURN NULL;
END $$;
CREATE TRIGGER "Campaign_due" AFTER UPDATE OF "venueDays", "submissionDays", "publicationDays", "referentsDays" ON "Campaign" FOR EACH ROW
  WHEN ((OLD."venueDays", OLD."submissionDays", OLD."publicationDays", OLD."referentsDays") IS DISTINCT FROM (NEW."venueDays", NEW."submissionDays", NEW."publicationDays", NEW."referentsDays"))
  EXECUTE FUNCTION campaign_moves_due_days();

UPDATE "Event" SET "campaignId" = "campaignId";
