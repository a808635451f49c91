-- Who was asked about an event that was copied: the list waits until the copy may be asked about.
CREATE TABLE "EventToInvite" (
    "eventId" UUID NOT NULL,
    "referentId" UUID NOT NULL,

    CONSTRAINT "EventToInvite_pkey" PRIMARY KEY ("eventId","referentId")
);
CREATE INDEX "EventToInvite_referentId_idx" ON "EventToInvite"("referentId");
ALTER TABLE "EventToInvite" ADD CONSTRAINT "EventToInvite_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "EventToInvite" ADD CONSTRAINT "EventToInvite_referentId_fkey" FOREIGN KEY ("referentId") REFERENCES "Referent"("id") ON DELETE CASCADE ON UPDATE CASCADE;
