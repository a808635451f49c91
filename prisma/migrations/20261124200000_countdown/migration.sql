-- What a campaign asks of its events: until when each obligation is due, a checklist beside, and what a new event starts with.
ALTER TABLE "Campaign" ADD COLUMN "venueDays" INTEGER NOT NULL DEFAULT 35,
  ADD COLUMN "submissionDays" INTEGER NOT NULL DEFAULT 28,
  ADD COLUMN "publicationDays" INTEGER NOT NULL DEFAULT 21,
  ADD COLUMN "referentsDays" INTEGER NOT NULL DEFAULT 10,
  ADD COLUMN "defaultCapacity" INTEGER,
  ADD COLUMN "defaultReferentsNeeded" INTEGER;
ALTER TABLE "Campaign" ADD CONSTRAINT "Campaign_days" CHECK (least("venueDays", "submissionDays", "publicationDays", "referentsDays") >= 0
    AND greatest("venueDays", "submissionDays", "publicationDays", "referentsDays") <= 365),
  ADD CONSTRAINT "Campaign_defaults" CHECK ("defaultCapacity" BETWEEN 1 AND 5000 AND "defaultReferentsNeeded" BETWEEN 0 AND 200);

CREATE TABLE "ChecklistLine" (
    "id" UUID NOT NULL,
    "campaignId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "daysBefore" INTEGER NOT NULL,

    CONSTRAINT "ChecklistLine_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "ChecklistLine_campaignId_title_key" ON "ChecklistLine"("campaignId", "title");
ALTER TABLE "ChecklistLine" ADD CONSTRAINT "ChecklistLine_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  ADD CONSTRAINT "ChecklistLine_title" CHECK (length(btrim("title")) BETWEEN 3 AND 200),
  ADD CONSTRAINT "ChecklistLine_days" CHECK ("daysBefore" BETWEEN -365 AND 365);

CREATE TABLE "Task" (
    "id" UUID NOT NULL,
    "eventId" UUID NOT NULL,
    "departmentCode" TEXT NOT NULL,
    "lineId" UUID,
    "title" TEXT NOT NULL,
    "daysBefore" INTEGER,
    "dueOn" DATE NOT NULL,
    "assigneeId" UUID,
    "doneAt" TIMESTAMPTZ(3),
    "doneById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Task_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "Task_eventId_lineId_key" ON "Task"("eventId", "lineId");
CREATE INDEX "Task_departmentCode_dueOn_idx" ON "Task"("departmentCode", "dueOn");
CREATE INDEX "Task_eventId_departmentCode_idx" ON "Task"("eventId", "departmentCode");
CREATE INDEX "Task_lineId_idx" ON "Task"("lineId");
CREATE INDEX "Task_assigneeId_idx" ON "Task"("assigneeId");
CREATE INDEX "Task_doneById_idx" ON "Task"("doneById");
ALTER TABLE "Task" ADD CONSTRAINT "Task_eventId_departmentCode_fkey" FOREIGN KEY ("eventId", "departmentCode") REFERENCES "Event"("id", "departmentCode") ON DELETE CASCADE ON UPDATE CASCADE,
  ADD CONSTRAINT "Task_lineId_fkey" FOREIGN KEY ("lineId") REFERENCES "ChecklistLine"("id") ON DELETE SET NULL ON UPDATE CASCADE,
  ADD CONSTRAINT "Task_assigneeId_fkey" FOREIGN KEY ("assigneeId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE,
  ADD CONSTRAINT "Task_doneById_fkey" FOREIGN KEY ("doneById") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE,
  ADD CONSTRAINT "Task_title" CHECK (length(btrim("title")) BETWEEN 3 AND 200);

-- The first day an open task is due, on the event's own row, as lists need it.
ALTER TABLE "Event" ADD COLUMN "nextTaskOn" DATE;

CREATE FUNCTION paris_day(at TIMESTAMPTZ) RETURNS DATE LANGUAGE sql STABLE AS $$ SELECT (at AT TIME ZONE 'Europe/Paris')::date $$;

CREATE FUNCTION task_is_next() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "Event" e SET "nextTaskOn" = n.on FROM (SELECT min("dueOn") AS on FROM "Task" WHERE "eventId" = coalesce(NEW."eventId", OLD."eventId") AND "doneAt" IS NULL) n
   WHERE e."id" = coalesce(NEW."eventId", OLD."eventId") AND e."nextTaskOn" IS DISTINCT FROM n.on;
  RETURN NULL;
END $$;
CREATE TRIGGER "Task_next" AFTER INSERT OR DELETE OR UPDATE OF "dueOn", "doneAt" ON "Task" FOR EACH ROW EXECUTE FUNCTION task_is_next();

-- Whoever makes an event, its campaign's checklist comes with it.
CREATE FUNCTION event_takes_checklist() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "Task" ("id", "eventId", "departmentCode", "lineId", "title", "daysBefore", "dueOn", "createdAt")
  SELECT gen_random_uuid(), NEW."id", NEW."departmentCode", l."id", l."title", l."daysBefore", paris_day(NEW."startsAt") - l."daysBefore", NEW."createdAt"
    FROM "ChecklistLine" l WHERE l."campaignId" = NEW."campaignId";
  RETURN NULL;
END $$;
CREATE TRIGGER "Event_checklist" AFTER INSERT ON "Event" FOR EACH ROW EXECUTE FUNCTION event_takes_checklist();

-- Moving the date moves what is open, not what is done.
CREATE FUNCTION event_moves_tasks() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "Task" SET "dueOn" = paris_day(NEW."startsAt") - "daysBefore" WHERE "eventId" = NEW."id" AND "doneAt" IS NULL AND "daysBefore" IS NOT NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER "Event_moves_tasks" AFTER UPDATE OF "startsAt" ON "Event" FOR EACH ROW
  WHEN (OLD."startsAt" <> NEW."startsAt") EXECUTE FUNCTION event_moves_tasks();

-- A line that is added, changed or taken away shows on the events still to come; what was done stays as it was.
CREATE FUNCTION checklist_reaches_events() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    DELETE FROM "Task" WHERE "lineId" = OLD."id" AND "doneAt" IS NULL;
    RETURN OLD;
  ELSIF TG_OP = 'UPDATE' THEN
    UPDATE "Task" t SET "title" = NEW."title", "daysBefore" = NEW."daysBefore", "dueOn" = paris_day(e."startsAt") - NEW."daysBefore"
      FROM "Event" e WHERE e."id" = t."eventId" AND t."lineId" = NEW."id" AND t."doneAt" IS NULL;
  ELSE
    INSERT INTO "Task" ("id", "eventId", "departmentCode", "lineId", "title", "daysBefore", "dueOn", "createdAt")
    SELECT gen_random_uuid(), e."id", e."departmentCode", NEW."id", NEW."title", NEW."daysBefore", paris_day(e."startsAt") - NEW."daysBefore", now()
      FROM "Event" e WHERE e."campaignId" = NEW."campaignId" AND e."state" IN ('DRAFT', 'SUBMITTED', 'PUBLISHED', 'POSTPONED');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "ChecklistLine_reaches" AFTER INSERT OR UPDATE ON "ChecklistLine" FOR EACH ROW EXECUTE FUNCTION checklist_reaches_events();
CREATE TRIGGER "ChecklistLine_leaves" BEFORE DELETE ON "ChecklistLine" FOR EACH ROW EXECUTE FUNCTION checklist_reaches_events();

-- The weekly digest, and when somebody was last here.
ALTER TYPE "LinkPurpose" ADD VALUE 'DIGEST';
ALTER TABLE "Account" ADD COLUMN "digest" BOOLEAN NOT NULL DEFAULT true,
  ADD COLUMN "visitedAt" TIMESTAMPTZ(3),
  ADD COLUMN "visitedBeforeAt" TIMESTAMPTZ(3);
ALTER TABLE "AccessLink" DROP CONSTRAINT "AccessLink_subject", ADD CONSTRAINT "AccessLink_subject"
  CHECK (("purpose" = 'ANSWER') = ("referentId" IS NOT NULL) AND ("purpose" <> 'ANSWER') = ("accountId" IS NOT NULL));
