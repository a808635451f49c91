-- A line that is changed or taken away shows on the events still to come, as one that is added does: what an event that was held,
-- closed or cancelled had to do stays as it was. Taken away, its line is then the event's own (ON DELETE SET NULL).
CREATE OR REPLACE FUNCTION checklist_reaches_events() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    DELETE FROM "Task" t USING "Event" e
     WHERE t."lineId" = OLD."id" AND t."doneAt" IS NULL AND e."id" = t."eventId" AND e."state" IN ('DRAFT', 'SUBMITTED', 'PUBLISHED', 'POSTPONED');
    RETURN OLD;
  ELSIF TG_OP = 'UPDATE' THEN
    UPDATE "Task" t SET "title" = NEW."title", "daysBefore" = NEW."daysBefore", "dueOn" = paris_day(e."startsAt") - NEW."daysBefore"
      FROM "Event" e WHERE e."id" = t."eventId" AND t."lineId" = NEW."id" AND t."doneAt" IS NULL AND e."state" IN ('DRAFT', 'SUBMITTED', 'PUBLISHED', 'POSTPONED');
  ELSE
    INSERT INTO "Task" ("id", "eventId", "departmentCode", "lineId", "title", "daysBefore", "dueOn", "createdAt")
    SELECT gen_random_uuid(), e."id", e."departmentCode", NEW."id", NEW."title", NEW."daysBefore", paris_day(e."startsAt") - NEW."daysBefore", now()
      FROM "Event" e WHERE e."campaignId" = NEW."campaignId" AND e."state" IN ('DRAFT', 'SUBMITTED', 'PUBLISHED', 'POSTPONED');
  END IF;
  RETURN NEW;
END $$;

-- Two lines may swap their titles: each once, compared when the whole statement is done.
DROP INDEX "ChecklistLine_campaignId_title_key";
ALTER TABLE "ChecklistLine" ADD CONSTRAINT "ChecklistLine_campaignId_title_key" UNIQUE ("campaignId", "title") DEFERRABLE INITIALLY IMMEDIATE;
