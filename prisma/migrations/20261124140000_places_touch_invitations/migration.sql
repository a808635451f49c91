-- A new place, even one only offered, touches the invitation of the same referent: whoever answers it meanwhile then knows
-- that what he read is older.
CREATE FUNCTION assignment_touches_availability() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "Availability" SET "askedAt" = "askedAt" WHERE "eventId" = NEW."eventId" AND "referentId" = NEW."referentId";
  RETURN NULL;
END $$;
CREATE TRIGGER "Assignment_touches" AFTER INSERT ON "Assignment" FOR EACH ROW EXECUTE FUNCTION assignment_touches_availability();
