-- Until when the places of an event that moved wait to be reconfirmed.
ALTER TABLE "Event" ADD COLUMN "reconfirmBy" TIMESTAMPTZ(3);
