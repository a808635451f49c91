-- The date that a postponed event gave up: it is not published again before it has another.
ALTER TABLE "Event" ADD COLUMN "formerStartsAt" TIMESTAMPTZ(3);
UPDATE "Event" SET "formerStartsAt" = "startsAt" WHERE "state" = 'POSTPONED';
CREATE FUNCTION event_gives_up_date() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."formerStartsAt" := CASE NEW."state" WHEN 'POSTPONED' THEN OLD."startsAt" WHEN 'PUBLISHED' THEN NULL ELSE OLD."formerStartsAt" END;
  RETURN NEW;
END $$;
CREATE TRIGGER "Event_postponed" BEFORE UPDATE OF "state" ON "Event" FOR EACH ROW WHEN (OLD."state" <> NEW."state") EXECUTE FUNCTION event_gives_up_date();
