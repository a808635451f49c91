-- Whoever has not answered is asked again, twice at most; whoever has a place is asked at set days whether it still stands.
ALTER TABLE "Campaign" ADD COLUMN "reminderDays" INTEGER NOT NULL DEFAULT 4,
  ADD CONSTRAINT "Campaign_reminders" CHECK ("reminderDays" BETWEEN 1 AND 30);
ALTER TABLE "Availability" ADD COLUMN "remindedAt" TIMESTAMPTZ(3), ADD COLUMN "reminders" INTEGER NOT NULL DEFAULT 0,
  ADD CONSTRAINT "Availability_reminders" CHECK ("reminders" BETWEEN 0 AND 2);
ALTER TABLE "Assignment" ADD COLUMN "reconfirmAskedOn" DATE;
