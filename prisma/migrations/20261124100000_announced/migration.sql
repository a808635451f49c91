-- Tells every replica that what the public reads may have changed. Counts kept by triggers change no column named here.
CREATE FUNCTION tell_announced() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NOTIFY announced;
  RETURN NULL;
END $$;
CREATE TRIGGER "Event_announced" AFTER DELETE OR UPDATE OF "title", "startsAt", "endsAt", "venueId", "departmentCode", "capacity", "leadAgencyId", "publicText", "state", "slug", "publishedAt"
  ON "Event" FOR EACH STATEMENT EXECUTE FUNCTION tell_announced();
CREATE TRIGGER "Event_inserted" AFTER INSERT ON "Event" FOR EACH STATEMENT EXECUTE FUNCTION tell_announced();
CREATE TRIGGER "EventNeighbourhood_announced" AFTER INSERT OR UPDATE OR DELETE ON "EventNeighbourhood" FOR EACH STATEMENT EXECUTE FUNCTION tell_announced();
CREATE TRIGGER "Venue_announced" AFTER UPDATE ON "Venue" FOR EACH STATEMENT EXECUTE FUNCTION tell_announced();
CREATE TRIGGER "Agency_announced" AFTER UPDATE ON "Agency" FOR EACH STATEMENT EXECUTE FUNCTION tell_announced();
