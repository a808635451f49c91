-- A write that moves a row out of the viewer's reach is undone as a whole, even where it is the only statement: it fails
-- under this constraint's name, which errors.ts knows as NOT_FOUND.
CREATE FUNCTION reached(within BOOLEAN) RETURNS BOOLEAN LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF within IS NOT TRUE THEN
    RAISE EXCEPTION 'The row would leave the reach of who writes it' USING ERRCODE = 'check_violation', CONSTRAINT = 'reached';
  END IF;
  RETURN TRUE;
END $$;

-- The coverage of neighbourhoods joins by the event's id: with it, both halves of the review read this index alone.
DROP INDEX "Event_review";
CREATE INDEX "Event_review" ON "Event" ("campaignId", "departmentCode") INCLUDE ("id", "state", "referentsNeeded", "referentsConfirmed");
