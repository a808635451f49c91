-- CreateEnum
CREATE TYPE "ProposalState" AS ENUM ('COMPUTING', 'READY', 'FAILED');

-- CreateEnum
CREATE TYPE "ProposalLineState" AS ENUM ('PROPOSED', 'ACCEPTED', 'REFUSED', 'OUTDATED');

-- AlterTable
ALTER TABLE "Event" ADD COLUMN     "languagesWanted" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "Proposal" (
    "id" UUID NOT NULL,
    "campaignId" UUID NOT NULL,
    "departmentCode" TEXT,
    "accountId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "state" "ProposalState" NOT NULL DEFAULT 'COMPUTING',
    "progress" INTEGER NOT NULL DEFAULT 0,
    "failure" TEXT,

    CONSTRAINT "Proposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProposalNeed" (
    "id" UUID NOT NULL,
    "proposalId" UUID NOT NULL,
    "eventId" UUID NOT NULL,
    "departmentCode" TEXT NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "places" INTEGER NOT NULL,
    "missing" INTEGER NOT NULL,
    "reasons" JSONB NOT NULL,

    CONSTRAINT "ProposalNeed_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProposalLine" (
    "id" UUID NOT NULL,
    "proposalId" UUID NOT NULL,
    "needId" UUID NOT NULL,
    "eventId" UUID NOT NULL,
    "departmentCode" TEXT NOT NULL,
    "referentId" UUID NOT NULL,
    "answer" "Answer" NOT NULL,
    "distanceKm" INTEGER,
    "load" INTEGER NOT NULL,
    "state" "ProposalLineState" NOT NULL DEFAULT 'PROPOSED',
    "outdatedBecause" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "ProposalLine_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Proposal_campaignId_departmentCode_createdAt_idx" ON "Proposal"("campaignId", "departmentCode", "createdAt");

-- CreateIndex
CREATE INDEX "Proposal_departmentCode_idx" ON "Proposal"("departmentCode");

-- CreateIndex
CREATE INDEX "Proposal_accountId_idx" ON "Proposal"("accountId");

-- CreateIndex
CREATE INDEX "ProposalNeed_eventId_departmentCode_idx" ON "ProposalNeed"("eventId", "departmentCode");

-- CreateIndex
CREATE INDEX "ProposalNeed_departmentCode_idx" ON "ProposalNeed"("departmentCode");

-- CreateIndex
CREATE UNIQUE INDEX "ProposalNeed_proposalId_eventId_key" ON "ProposalNeed"("proposalId", "eventId");

-- CreateIndex
CREATE INDEX "ProposalLine_needId_idx" ON "ProposalLine"("needId");

-- CreateIndex
CREATE INDEX "ProposalLine_eventId_departmentCode_idx" ON "ProposalLine"("eventId", "departmentCode");

-- CreateIndex
CREATE INDEX "ProposalLine_departmentCode_idx" ON "ProposalLine"("departmentCode");

-- CreateIndex
CREATE INDEX "ProposalLine_referentId_idx" ON "ProposalLine"("referentId");

-- CreateIndex
CREATE UNIQUE INDEX "ProposalLine_proposalId_eventId_referentId_key" ON "ProposalLine"("proposalId", "eventId", "referentId");

-- AddForeignKey
ALTER TABLE "Proposal" ADD CONSTRAINT "Proposal_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Proposal" ADD CONSTRAINT "Proposal_departmentCode_fkey" FOREIGN KEY ("departmentCode") REFERENCES "Department"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Proposal" ADD CONSTRAINT "Proposal_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProposalNeed" ADD CONSTRAINT "ProposalNeed_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProposalNeed" ADD CONSTRAINT "ProposalNeed_eventId_departmentCode_fkey" FOREIGN KEY ("eventId", "departmentCode") REFERENCES "Event"("id", "departmentCode") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProposalLine" ADD CONSTRAINT "ProposalLine_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProposalLine" ADD CONSTRAINT "ProposalLine_needId_fkey" FOREIGN KEY ("needId") REFERENCES "ProposalNeed"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProposalLine" ADD CONSTRAINT "ProposalLine_eventId_departmentCode_fkey" FOREIGN KEY ("eventId", "departmentCode") REFERENCES "Event"("id", "departmentCode") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProposalLine" ADD CONSTRAINT "ProposalLine_referentId_fkey" FOREIGN KEY ("referentId") REFERENCES "Referent"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A line that is no longer open says why; the others do not.
ALTER TABLE "ProposalLine" ADD CONSTRAINT "ProposalLine_outdated" CHECK (("state" = 'OUTDATED') = ("outdatedBecause" IS NOT NULL));
-- A proposal that was not made says why; the others do not.
ALTER TABLE "Proposal" ADD CONSTRAINT "Proposal_failed" CHECK (("state" = 'FAILED') = ("failure" IS NOT NULL));
