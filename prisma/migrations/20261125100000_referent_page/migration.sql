-- What a referent needs to know to come, and what he tells of himself from his own page.
ALTER TABLE "Venue" ADD COLUMN "transport" TEXT;
ALTER TABLE "Referent" ADD COLUMN "comment" TEXT;
ALTER TYPE "LinkPurpose" ADD VALUE 'FEED';

-- Whoever has a place is asked twice whether it still stands.
ALTER TABLE "Campaign" ADD COLUMN "reconfirmFirstDays" INTEGER NOT NULL DEFAULT 7,
  ADD COLUMN "reconfirmLastDays" INTEGER NOT NULL DEFAULT 2,
  ADD CONSTRAINT "Campaign_reconfirmation" CHECK ("reconfirmLastDays" >= 1 AND "reconfirmFirstDays" > "reconfirmLastDays" AND "reconfirmFirstDays" <= 60);
ALTER TABLE "Assignment" ADD COLUMN "reconfirmedAt" TIMESTAMPTZ(3);

-- Days on which a referent cannot come, whatever the event.
CREATE TABLE "Unavailability" (
    "id" UUID NOT NULL,
    "referentId" UUID NOT NULL,
    "startsOn" DATE NOT NULL,
    "endsOn" DATE NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Unavailability_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "Unavailability_referentId_startsOn_endsOn_key" ON "Unavailability"("referentId", "startsOn", "endsOn");
ALTER TABLE "Unavailability" ADD CONSTRAINT "Unavailability_referentId_fkey" FOREIGN KEY ("referentId") REFERENCES "Referent"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  ADD CONSTRAINT "Unavailability_days" CHECK ("endsOn" >= "startsOn" AND "endsOn" <= "startsOn" + 366);

ALTER TABLE "AccessLink" DROP CONSTRAINT "AccessLink_subject", ADD CONSTRAINT "AccessLink_subject"
  CHECK (("purpose" IN ('PASSWORD', 'DIGEST')) = ("accountId" IS NOT NULL) AND ("purpose" NOT IN ('PASSWORD', 'DIGEST')) = ("referentId" IS NOT NULL));
