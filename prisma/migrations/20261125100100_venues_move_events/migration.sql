-- Calendars take another name or address of a venue only when the sequence of its events has grown.
CREATE FUNCTION venue_moves_events() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "Event" SET "sequence" = "sequence" + 1 WHERE "venueId" = NEW."id" AND "state" NOT IN ('HELD', 'CLOSED', 'CANCELLED');
  RETURN NULL;
END $$;
CREATE TRIGGER "Venue_moves" AFTER UPDATE OF "name", "address", "postalCode" ON "Venue" FOR EACH ROW
  WHEN ((OLD."name", OLD."address", OLD."postalCode") IS DISTINCT FROM (NEW."name", NEW."address", NEW."postalCode")) EXECUTE FUNCTION venue_moves_events();
