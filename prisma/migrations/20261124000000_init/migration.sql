-- CreateSchema

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('REGIONAL_MANAGER', 'REGIONAL_READER', 'DEPARTMENT_MANAGER', 'DEPARTMENT_AGENT', 'AGENCY_MANAGER', 'AGENCY_AGENT', 'DATA_PROTECTION_OFFICER');

-- CreateEnum
CREATE TYPE "LinkPurpose" AS ENUM ('ANSWER', 'PASSWORD');

-- CreateEnum
CREATE TYPE "AgencyKind" AS ENUM ('LOCAL_MISSION', 'FRANCE_TRAVAIL', 'LABOUR_DIRECTORATE', 'EDUCATION_DIRECTOR', 'PRIJ_TEAM', 'APPRENTICE_TRAINING_CENTRE', 'EMPLOYER', 'PRE_APPRENTICESHIP', 'ASSOCIATION', 'TOWN_HALL', 'PREFECTURE');

-- CreateEnum
CREATE TYPE "CampaignState" AS ENUM ('PREPARING', 'OPEN', 'REVIEWING', 'CLOSED');

-- CreateEnum
CREATE TYPE "EventState" AS ENUM ('DRAFT', 'SUBMITTED', 'PUBLISHED', 'POSTPONED', 'HELD', 'CLOSED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "CancellationReason" AS ENUM ('VENUE_UNAVAILABLE', 'TOO_FEW_REFERENTS', 'TOO_FEW_PARTICIPANTS', 'PARTNERS_UNAVAILABLE', 'SAFETY', 'WEATHER', 'OTHER');

-- CreateEnum
CREATE TYPE "Answer" AS ENUM ('YES', 'IF_NEEDED', 'NO');

-- CreateEnum
CREATE TYPE "AnswerSource" AS ENUM ('LINK', 'STAFF');

-- CreateEnum
CREATE TYPE "AssignmentState" AS ENUM ('OFFERED', 'CONFIRMED', 'PRESENT', 'DECLINED', 'WITHDRAWN', 'RELEASED', 'TO_RECONFIRM', 'ABSENT');

-- CreateEnum
CREATE TYPE "MessageState" AS ENUM ('QUEUED', 'SENDING', 'SENT', 'KEPT', 'FAILED', 'UNCERTAIN');

-- CreateEnum
CREATE TYPE "LineVerdict" AS ENUM ('NEW', 'WARNING', 'DUPLICATE', 'OUTSIDE', 'ERROR', 'SKIPPED');

-- CreateTable
CREATE TABLE "Region" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "Region_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Department" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "regionId" TEXT NOT NULL,

    CONSTRAINT "Department_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Prefecture" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "shortName" TEXT NOT NULL,
    "regional" BOOLEAN NOT NULL,
    "seatCityId" TEXT NOT NULL,

    CONSTRAINT "Prefecture_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "City" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "departmentCode" TEXT NOT NULL,
    "postalCodes" TEXT[],
    "population" INTEGER,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "mergedIntoId" TEXT,
    "retiredOn" DATE,

    CONSTRAINT "City_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Neighbourhood" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "generation" INTEGER NOT NULL,
    "departmentCode" TEXT NOT NULL,
    "retiredOn" DATE,

    CONSTRAINT "Neighbourhood_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NeighbourhoodCity" (
    "neighbourhoodId" TEXT NOT NULL,
    "cityId" TEXT NOT NULL,

    CONSTRAINT "NeighbourhoodCity_pkey" PRIMARY KEY ("neighbourhoodId","cityId")
);

-- CreateTable
CREATE TABLE "Perimeter" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "official" BOOLEAN NOT NULL,
    "source" TEXT NOT NULL,
    "importedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Perimeter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PerimeterCity" (
    "perimeterId" TEXT NOT NULL,
    "cityId" TEXT NOT NULL,

    CONSTRAINT "PerimeterCity_pkey" PRIMARY KEY ("perimeterId","cityId")
);

-- CreateTable
CREATE TABLE "PerimeterNeighbourhood" (
    "perimeterId" TEXT NOT NULL,
    "neighbourhoodId" TEXT NOT NULL,

    CONSTRAINT "PerimeterNeighbourhood_pkey" PRIMARY KEY ("perimeterId","neighbourhoodId")
);

-- CreateTable
CREATE TABLE "Account" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "passwordHash" TEXT,
    "disabledAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Membership" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "departmentCode" TEXT,
    "agencyId" UUID,

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL,
    "accountId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AccessLink" (
    "id" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "purpose" "LinkPurpose" NOT NULL,
    "accountId" UUID,
    "referentId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "AccessLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Agency" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "AgencyKind" NOT NULL,
    "email" TEXT,
    "phone" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Agency_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AgencyDepartment" (
    "agencyId" UUID NOT NULL,
    "departmentCode" TEXT NOT NULL,

    CONSTRAINT "AgencyDepartment_pkey" PRIMARY KEY ("agencyId","departmentCode")
);

-- CreateTable
CREATE TABLE "Campaign" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "startsOn" DATE NOT NULL,
    "endsOn" DATE NOT NULL,
    "state" "CampaignState" NOT NULL DEFAULT 'PREPARING',
    "target" INTEGER NOT NULL,
    "perimeterId" TEXT NOT NULL,
    "rerunOfId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Campaign_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CampaignTarget" (
    "id" UUID NOT NULL,
    "campaignId" UUID NOT NULL,
    "departmentCode" TEXT NOT NULL,
    "target" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "CampaignTarget_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Venue" (
    "id" UUID NOT NULL,
    "departmentCode" TEXT NOT NULL,
    "cityId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "postalCode" TEXT NOT NULL,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "approximate" BOOLEAN NOT NULL DEFAULT true,
    "access" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Venue_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Event" (
    "id" UUID NOT NULL,
    "campaignId" UUID NOT NULL,
    "departmentCode" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "venueId" UUID,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "capacity" INTEGER NOT NULL,
    "referentsNeeded" INTEGER NOT NULL,
    "leadAgencyId" UUID,
    "contactName" TEXT,
    "contactEmail" TEXT,
    "contactPhone" TEXT,
    "publicText" TEXT,
    "notes" TEXT,
    "noNeighbourhoodReason" TEXT,
    "state" "EventState" NOT NULL DEFAULT 'DRAFT',
    "slug" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(3),
    "cancelledAt" TIMESTAMPTZ(3),
    "cancellationReason" "CancellationReason",
    "rerunOfId" UUID,
    "importKey" TEXT,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "referentsAsked" INTEGER NOT NULL DEFAULT 0,
    "referentsAvailable" INTEGER NOT NULL DEFAULT 0,
    "referentsConfirmed" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EventNeighbourhood" (
    "eventId" UUID NOT NULL,
    "neighbourhoodId" TEXT NOT NULL,

    CONSTRAINT "EventNeighbourhood_pkey" PRIMARY KEY ("eventId","neighbourhoodId")
);

-- CreateTable
CREATE TABLE "Referent" (
    "id" UUID NOT NULL,
    "firstName" TEXT NOT NULL,
    "lastName" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "phone" TEXT,
    "cityId" TEXT,
    "employer" TEXT,
    "languages" TEXT[],
    "skills" TEXT,
    "maxDistanceKm" INTEGER,
    "maxDays" INTEGER,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Referent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReferentDepartment" (
    "referentId" UUID NOT NULL,
    "departmentCode" TEXT NOT NULL,

    CONSTRAINT "ReferentDepartment_pkey" PRIMARY KEY ("referentId","departmentCode")
);

-- CreateTable
CREATE TABLE "Availability" (
    "id" UUID NOT NULL,
    "eventId" UUID NOT NULL,
    "departmentCode" TEXT NOT NULL,
    "referentId" UUID NOT NULL,
    "answer" "Answer",
    "source" "AnswerSource",
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "answeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "Availability_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Assignment" (
    "id" UUID NOT NULL,
    "eventId" UUID NOT NULL,
    "departmentCode" TEXT NOT NULL,
    "referentId" UUID NOT NULL,
    "state" "AssignmentState" NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Message" (
    "id" UUID NOT NULL,
    "template" TEXT NOT NULL,
    "templateVersion" INTEGER NOT NULL,
    "departmentCode" TEXT,
    "referentId" UUID,
    "accountId" UUID,
    "address" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "link" TEXT,
    "state" "MessageState" NOT NULL DEFAULT 'QUEUED',
    "error" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "sentAt" TIMESTAMPTZ(3),

    CONSTRAINT "Message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "UploadedFile" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "accountId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "UploadedFile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Import" (
    "id" UUID NOT NULL,
    "campaignId" UUID NOT NULL,
    "fileId" UUID NOT NULL,
    "fileName" TEXT NOT NULL,
    "weeks" INTEGER NOT NULL,
    "departmentCode" TEXT,
    "accountId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "appliedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ImportLine" (
    "id" UUID NOT NULL,
    "importId" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "verdict" "LineVerdict" NOT NULL,
    "summary" TEXT NOT NULL,
    "findings" JSONB NOT NULL,
    "departmentCode" TEXT,
    "event" JSONB,
    "eventId" UUID,

    CONSTRAINT "ImportLine_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "accountId" UUID,
    "referentId" UUID,
    "resource" TEXT NOT NULL,
    "recordId" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "changes" JSONB NOT NULL,
    "reason" TEXT,
    "departmentCode" TEXT,

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DemonstrationRow" (
    "resource" TEXT NOT NULL,
    "recordId" TEXT NOT NULL,

    CONSTRAINT "DemonstrationRow_pkey" PRIMARY KEY ("resource","recordId")
);

-- CreateTable
CREATE TABLE "RateLimit" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "RateLimit_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "Department_regionId_idx" ON "Department"("regionId");

-- CreateIndex
CREATE INDEX "Prefecture_seatCityId_idx" ON "Prefecture"("seatCityId");

-- CreateIndex
CREATE INDEX "City_departmentCode_name_idx" ON "City"("departmentCode", "name");

-- CreateIndex
CREATE INDEX "City_mergedIntoId_idx" ON "City"("mergedIntoId");

-- CreateIndex
CREATE UNIQUE INDEX "City_id_departmentCode_key" ON "City"("id", "departmentCode");

-- CreateIndex
CREATE INDEX "Neighbourhood_departmentCode_name_idx" ON "Neighbourhood"("departmentCode", "name");

-- CreateIndex
CREATE INDEX "NeighbourhoodCity_cityId_idx" ON "NeighbourhoodCity"("cityId");

-- CreateIndex
CREATE INDEX "PerimeterCity_cityId_idx" ON "PerimeterCity"("cityId");

-- CreateIndex
CREATE INDEX "PerimeterNeighbourhood_neighbourhoodId_idx" ON "PerimeterNeighbourhood"("neighbourhoodId");

-- CreateIndex
CREATE UNIQUE INDEX "Account_email_key" ON "Account"("email");

-- CreateIndex
CREATE INDEX "Membership_departmentCode_idx" ON "Membership"("departmentCode");

-- CreateIndex
CREATE INDEX "Membership_agencyId_idx" ON "Membership"("agencyId");

-- CreateIndex
CREATE UNIQUE INDEX "Membership_accountId_role_departmentCode_agencyId_key" ON "Membership"("accountId", "role", "departmentCode", "agencyId");

-- CreateIndex
CREATE INDEX "Session_accountId_idx" ON "Session"("accountId");

-- CreateIndex
CREATE INDEX "Session_expiresAt_idx" ON "Session"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "AccessLink_tokenHash_key" ON "AccessLink"("tokenHash");

-- CreateIndex
CREATE INDEX "AccessLink_accountId_idx" ON "AccessLink"("accountId");

-- CreateIndex
CREATE INDEX "AccessLink_referentId_idx" ON "AccessLink"("referentId");

-- CreateIndex
CREATE INDEX "Agency_name_idx" ON "Agency"("name");

-- CreateIndex
CREATE INDEX "AgencyDepartment_departmentCode_idx" ON "AgencyDepartment"("departmentCode");

-- CreateIndex
CREATE UNIQUE INDEX "Campaign_name_key" ON "Campaign"("name");

-- CreateIndex
CREATE INDEX "Campaign_perimeterId_idx" ON "Campaign"("perimeterId");

-- CreateIndex
CREATE INDEX "Campaign_rerunOfId_idx" ON "Campaign"("rerunOfId");

-- CreateIndex
CREATE INDEX "CampaignTarget_departmentCode_idx" ON "CampaignTarget"("departmentCode");

-- CreateIndex
CREATE UNIQUE INDEX "CampaignTarget_campaignId_departmentCode_key" ON "CampaignTarget"("campaignId", "departmentCode");

-- CreateIndex
CREATE INDEX "Venue_departmentCode_name_idx" ON "Venue"("departmentCode", "name");

-- CreateIndex
CREATE INDEX "Venue_cityId_departmentCode_idx" ON "Venue"("cityId", "departmentCode");

-- CreateIndex
CREATE UNIQUE INDEX "Venue_id_departmentCode_key" ON "Venue"("id", "departmentCode");

-- CreateIndex
CREATE UNIQUE INDEX "Venue_cityId_name_address_key" ON "Venue"("cityId", "name", "address");

-- CreateIndex
CREATE UNIQUE INDEX "Event_slug_key" ON "Event"("slug");

-- CreateIndex
CREATE INDEX "Event_departmentCode_campaignId_startsAt_id_idx" ON "Event"("departmentCode", "campaignId", "startsAt", "id");

-- CreateIndex
CREATE INDEX "Event_campaignId_startsAt_id_idx" ON "Event"("campaignId", "startsAt", "id");

-- CreateIndex
CREATE INDEX "Event_venueId_departmentCode_idx" ON "Event"("venueId", "departmentCode");

-- CreateIndex
CREATE INDEX "Event_leadAgencyId_idx" ON "Event"("leadAgencyId");

-- CreateIndex
CREATE INDEX "Event_rerunOfId_idx" ON "Event"("rerunOfId");

-- CreateIndex
CREATE UNIQUE INDEX "Event_id_departmentCode_key" ON "Event"("id", "departmentCode");

-- CreateIndex
CREATE UNIQUE INDEX "Event_campaignId_importKey_key" ON "Event"("campaignId", "importKey");

-- CreateIndex
CREATE INDEX "EventNeighbourhood_neighbourhoodId_idx" ON "EventNeighbourhood"("neighbourhoodId");

-- CreateIndex
CREATE UNIQUE INDEX "Referent_email_key" ON "Referent"("email");

-- CreateIndex
CREATE INDEX "Referent_lastName_firstName_id_idx" ON "Referent"("lastName", "firstName", "id");

-- CreateIndex
CREATE INDEX "Referent_cityId_idx" ON "Referent"("cityId");

-- CreateIndex
CREATE INDEX "ReferentDepartment_departmentCode_idx" ON "ReferentDepartment"("departmentCode");

-- CreateIndex
CREATE INDEX "Availability_referentId_idx" ON "Availability"("referentId");

-- CreateIndex
CREATE INDEX "Availability_departmentCode_idx" ON "Availability"("departmentCode");

-- CreateIndex
CREATE INDEX "Availability_eventId_departmentCode_idx" ON "Availability"("eventId", "departmentCode");

-- CreateIndex
CREATE UNIQUE INDEX "Availability_eventId_referentId_key" ON "Availability"("eventId", "referentId");

-- CreateIndex
CREATE INDEX "Assignment_referentId_startsAt_idx" ON "Assignment"("referentId", "startsAt");

-- CreateIndex
CREATE INDEX "Assignment_departmentCode_idx" ON "Assignment"("departmentCode");

-- CreateIndex
CREATE INDEX "Assignment_eventId_departmentCode_idx" ON "Assignment"("eventId", "departmentCode");

-- CreateIndex
CREATE UNIQUE INDEX "Assignment_eventId_referentId_key" ON "Assignment"("eventId", "referentId");

-- CreateIndex
CREATE INDEX "Message_departmentCode_createdAt_idx" ON "Message"("departmentCode", "createdAt");

-- CreateIndex
CREATE INDEX "Message_referentId_idx" ON "Message"("referentId");

-- CreateIndex
CREATE INDEX "Message_accountId_idx" ON "Message"("accountId");

-- CreateIndex
CREATE INDEX "Message_state_idx" ON "Message"("state");

-- CreateIndex
CREATE INDEX "UploadedFile_accountId_idx" ON "UploadedFile"("accountId");

-- CreateIndex
CREATE INDEX "UploadedFile_createdAt_idx" ON "UploadedFile"("createdAt");

-- CreateIndex
CREATE INDEX "Import_campaignId_idx" ON "Import"("campaignId");

-- CreateIndex
CREATE INDEX "Import_fileId_idx" ON "Import"("fileId");

-- CreateIndex
CREATE INDEX "Import_departmentCode_idx" ON "Import"("departmentCode");

-- CreateIndex
CREATE INDEX "Import_accountId_idx" ON "Import"("accountId");

-- CreateIndex
CREATE INDEX "ImportLine_eventId_idx" ON "ImportLine"("eventId");

-- CreateIndex
CREATE UNIQUE INDEX "ImportLine_importId_line_key" ON "ImportLine"("importId", "line");

-- CreateIndex
CREATE INDEX "AuditEntry_resource_recordId_at_idx" ON "AuditEntry"("resource", "recordId", "at");

-- CreateIndex
CREATE INDEX "AuditEntry_accountId_idx" ON "AuditEntry"("accountId");

-- CreateIndex
CREATE INDEX "AuditEntry_referentId_idx" ON "AuditEntry"("referentId");

-- CreateIndex
CREATE INDEX "AuditEntry_departmentCode_at_idx" ON "AuditEntry"("departmentCode", "at");

-- AddForeignKey
ALTER TABLE "Department" ADD CONSTRAINT "Department_regionId_fkey" FOREIGN KEY ("regionId") REFERENCES "Region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Prefecture" ADD CONSTRAINT "Prefecture_id_fkey" FOREIGN KEY ("id") REFERENCES "Department"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Prefecture" ADD CONSTRAINT "Prefecture_seatCityId_fkey" FOREIGN KEY ("seatCityId") REFERENCES "City"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "City" ADD CONSTRAINT "City_departmentCode_fkey" FOREIGN KEY ("departmentCode") REFERENCES "Department"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "City" ADD CONSTRAINT "City_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "City"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NeighbourhoodCity" ADD CONSTRAINT "NeighbourhoodCity_neighbourhoodId_fkey" FOREIGN KEY ("neighbourhoodId") REFERENCES "Neighbourhood"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NeighbourhoodCity" ADD CONSTRAINT "NeighbourhoodCity_cityId_fkey" FOREIGN KEY ("cityId") REFERENCES "City"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PerimeterCity" ADD CONSTRAINT "PerimeterCity_perimeterId_fkey" FOREIGN KEY ("perimeterId") REFERENCES "Perimeter"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PerimeterCity" ADD CONSTRAINT "PerimeterCity_cityId_fkey" FOREIGN KEY ("cityId") REFERENCES "City"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PerimeterNeighbourhood" ADD CONSTRAINT "PerimeterNeighbourhood_perimeterId_fkey" FOREIGN KEY ("perimeterId") REFERENCES "Perimeter"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PerimeterNeighbourhood" ADD CONSTRAINT "PerimeterNeighbourhood_neighbourhoodId_fkey" FOREIGN KEY ("neighbourhoodId") REFERENCES "Neighbourhood"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_departmentCode_fkey" FOREIGN KEY ("departmentCode") REFERENCES "Department"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AccessLink" ADD CONSTRAINT "AccessLink_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AccessLink" ADD CONSTRAINT "AccessLink_referentId_fkey" FOREIGN KEY ("referentId") REFERENCES "Referent"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgencyDepartment" ADD CONSTRAINT "AgencyDepartment_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgencyDepartment" ADD CONSTRAINT "AgencyDepartment_departmentCode_fkey" FOREIGN KEY ("departmentCode") REFERENCES "Department"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Campaign" ADD CONSTRAINT "Campaign_perimeterId_fkey" FOREIGN KEY ("perimeterId") REFERENCES "Perimeter"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Campaign" ADD CONSTRAINT "Campaign_rerunOfId_fkey" FOREIGN KEY ("rerunOfId") REFERENCES "Campaign"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CampaignTarget" ADD CONSTRAINT "CampaignTarget_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CampaignTarget" ADD CONSTRAINT "CampaignTarget_departmentCode_fkey" FOREIGN KEY ("departmentCode") REFERENCES "Department"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Venue" ADD CONSTRAINT "Venue_cityId_departmentCode_fkey" FOREIGN KEY ("cityId", "departmentCode") REFERENCES "City"("id", "departmentCode") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_departmentCode_fkey" FOREIGN KEY ("departmentCode") REFERENCES "Department"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_venueId_departmentCode_fkey" FOREIGN KEY ("venueId", "departmentCode") REFERENCES "Venue"("id", "departmentCode") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_leadAgencyId_fkey" FOREIGN KEY ("leadAgencyId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_rerunOfId_fkey" FOREIGN KEY ("rerunOfId") REFERENCES "Event"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EventNeighbourhood" ADD CONSTRAINT "EventNeighbourhood_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EventNeighbourhood" ADD CONSTRAINT "EventNeighbourhood_neighbourhoodId_fkey" FOREIGN KEY ("neighbourhoodId") REFERENCES "Neighbourhood"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Referent" ADD CONSTRAINT "Referent_cityId_fkey" FOREIGN KEY ("cityId") REFERENCES "City"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReferentDepartment" ADD CONSTRAINT "ReferentDepartment_referentId_fkey" FOREIGN KEY ("referentId") REFERENCES "Referent"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReferentDepartment" ADD CONSTRAINT "ReferentDepartment_departmentCode_fkey" FOREIGN KEY ("departmentCode") REFERENCES "Department"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Availability" ADD CONSTRAINT "Availability_eventId_departmentCode_fkey" FOREIGN KEY ("eventId", "departmentCode") REFERENCES "Event"("id", "departmentCode") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Availability" ADD CONSTRAINT "Availability_referentId_fkey" FOREIGN KEY ("referentId") REFERENCES "Referent"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_eventId_departmentCode_fkey" FOREIGN KEY ("eventId", "departmentCode") REFERENCES "Event"("id", "departmentCode") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_referentId_fkey" FOREIGN KEY ("referentId") REFERENCES "Referent"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Message" ADD CONSTRAINT "Message_referentId_fkey" FOREIGN KEY ("referentId") REFERENCES "Referent"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Message" ADD CONSTRAINT "Message_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UploadedFile" ADD CONSTRAINT "UploadedFile_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Import" ADD CONSTRAINT "Import_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Import" ADD CONSTRAINT "Import_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "UploadedFile"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Import" ADD CONSTRAINT "Import_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportLine" ADD CONSTRAINT "ImportLine_importId_fkey" FOREIGN KEY ("importId") REFERENCES "Import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportLine" ADD CONSTRAINT "ImportLine_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuditEntry" ADD CONSTRAINT "AuditEntry_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuditEntry" ADD CONSTRAINT "AuditEntry_referentId_fkey" FOREIGN KEY ("referentId") REFERENCES "Referent"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- From here on: what schema.prisma cannot describe.

-- An uuid beside a range in one exclusion constraint; accents put aside in searches.
CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE EXTENSION IF NOT EXISTS unaccent;

-- Text as searches compare it. Declared immutable: the dictionary is named, so the result depends on nothing else.
CREATE FUNCTION search_text(given TEXT) RETURNS TEXT LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  AS $$ SELECT replace(replace(lower(unaccent('unaccent', given)), '’', ''''), '-', ' ') $$;

-- Shapes. Each name is an entry of server/errors.ts, which says it in French.
ALTER TABLE "Account" ADD CONSTRAINT "Account_email_lower" CHECK ("email" = lower("email"));
ALTER TABLE "Referent" ADD CONSTRAINT "Referent_email_lower" CHECK ("email" = lower("email"));
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_scope" CHECK (CASE
  WHEN "role" IN ('DEPARTMENT_MANAGER', 'DEPARTMENT_AGENT') THEN "departmentCode" IS NOT NULL AND "agencyId" IS NULL
  WHEN "role" IN ('AGENCY_MANAGER', 'AGENCY_AGENT') THEN "departmentCode" IS NULL AND "agencyId" IS NOT NULL
  ELSE "departmentCode" IS NULL AND "agencyId" IS NULL END);
-- Prisma's unique index lets the same membership exist twice where a scope is null.
CREATE UNIQUE INDEX "Membership_once" ON "Membership" ("accountId", "role", coalesce("departmentCode", ''), coalesce("agencyId"::text, ''));
ALTER TABLE "AccessLink" ADD CONSTRAINT "AccessLink_subject" CHECK (("purpose" = 'ANSWER') = ("referentId" IS NOT NULL) AND ("purpose" = 'PASSWORD') = ("accountId" IS NOT NULL));
ALTER TABLE "Campaign" ADD CONSTRAINT "Campaign_window" CHECK ("endsOn" >= "startsOn");
ALTER TABLE "Campaign" ADD CONSTRAINT "Campaign_target" CHECK ("target" >= 0);
ALTER TABLE "CampaignTarget" ADD CONSTRAINT "CampaignTarget_target" CHECK ("target" >= 0);
ALTER TABLE "Event" ADD CONSTRAINT "Event_dates" CHECK ("endsAt" > "startsAt");
ALTER TABLE "Event" ADD CONSTRAINT "Event_capacity" CHECK ("capacity" > 0);
ALTER TABLE "Event" ADD CONSTRAINT "Event_title" CHECK (length("title") BETWEEN 3 AND 200);
ALTER TABLE "Event" ADD CONSTRAINT "Event_referentsNeeded" CHECK ("referentsNeeded" >= 0);
-- The last place of a referent goes to exactly one.
ALTER TABLE "Event" ADD CONSTRAINT "Event_referentPlaces" CHECK ("referentsConfirmed" <= "referentsNeeded");
ALTER TABLE "Event" ADD CONSTRAINT "Event_published" CHECK (("state" IN ('DRAFT', 'SUBMITTED', 'CANCELLED')) OR "publishedAt" IS NOT NULL);
ALTER TABLE "Event" ADD CONSTRAINT "Event_place" CHECK ("state" <> 'PUBLISHED' OR "venueId" IS NOT NULL);
ALTER TABLE "Event" ADD CONSTRAINT "Event_cancelled" CHECK (("state" = 'CANCELLED') = ("cancelledAt" IS NOT NULL) AND ("state" = 'CANCELLED') = ("cancellationReason" IS NOT NULL));
ALTER TABLE "Availability" ADD CONSTRAINT "Availability_answered" CHECK (("answer" IS NULL) = ("answeredAt" IS NULL) AND ("answer" IS NULL) = ("source" IS NULL));

-- A referent confirmed at one event is at no other event at that time.
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_overlap"
  EXCLUDE USING gist ("referentId" WITH =, tstzrange("startsAt", "endsAt") WITH &&) WHERE ("state" = 'CONFIRMED');

-- The assignment carries its event's hours.
CREATE FUNCTION assignment_takes_hours() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT "startsAt", "endsAt" INTO NEW."startsAt", NEW."endsAt" FROM "Event" WHERE "id" = NEW."eventId";
  RETURN NEW;
END $$;
CREATE TRIGGER "Assignment_hours" BEFORE INSERT ON "Assignment" FOR EACH ROW EXECUTE FUNCTION assignment_takes_hours();

-- Calendars take a change of hours or place only when the sequence has grown.
CREATE FUNCTION event_sequence() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."sequence" := OLD."sequence" + 1;
  RETURN NEW;
END $$;
CREATE TRIGGER "Event_sequence" BEFORE UPDATE OF "startsAt", "endsAt", "venueId", "state" ON "Event" FOR EACH ROW
  WHEN ((OLD."startsAt", OLD."endsAt", OLD."venueId", OLD."state") IS DISTINCT FROM (NEW."startsAt", NEW."endsAt", NEW."venueId", NEW."state"))
  EXECUTE FUNCTION event_sequence();

-- When an event moves, what now overlaps is to be reconfirmed; the rest follows.
CREATE FUNCTION event_moves_assignments() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "Assignment" a SET "state" = 'TO_RECONFIRM'
   WHERE a."eventId" = NEW."id" AND a."state" = 'CONFIRMED' AND EXISTS (
     SELECT FROM "Assignment" b WHERE b."referentId" = a."referentId" AND b."eventId" <> a."eventId" AND b."state" = 'CONFIRMED'
       AND tstzrange(b."startsAt", b."endsAt") && tstzrange(NEW."startsAt", NEW."endsAt"));
  UPDATE "Assignment" SET "startsAt" = NEW."startsAt", "endsAt" = NEW."endsAt" WHERE "eventId" = NEW."id";
  RETURN NULL;
END $$;
CREATE TRIGGER "Event_moves" AFTER UPDATE OF "startsAt", "endsAt" ON "Event" FOR EACH ROW
  WHEN (OLD."startsAt" <> NEW."startsAt" OR OLD."endsAt" <> NEW."endsAt") EXECUTE FUNCTION event_moves_assignments();

-- An event's counts, kept on its own row.
CREATE FUNCTION event_counts_assignments() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  was INT := CASE WHEN TG_OP <> 'INSERT' AND OLD."state" IN ('CONFIRMED', 'PRESENT') THEN 1 ELSE 0 END;
  is_now INT := CASE WHEN TG_OP <> 'DELETE' AND NEW."state" IN ('CONFIRMED', 'PRESENT') THEN 1 ELSE 0 END;
BEGIN
  IF was <> is_now THEN
    UPDATE "Event" SET "referentsConfirmed" = "referentsConfirmed" + is_now - was WHERE "id" = coalesce(NEW."eventId", OLD."eventId");
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "Assignment_counts" AFTER INSERT OR DELETE OR UPDATE OF "state" ON "Assignment"
  FOR EACH ROW EXECUTE FUNCTION event_counts_assignments();

CREATE FUNCTION event_counts_availabilities() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  asked INT := CASE TG_OP WHEN 'INSERT' THEN 1 WHEN 'DELETE' THEN -1 ELSE 0 END;
  was INT := CASE WHEN TG_OP <> 'INSERT' AND OLD."answer" IN ('YES', 'IF_NEEDED') THEN 1 ELSE 0 END;
  is_now INT := CASE WHEN TG_OP <> 'DELETE' AND NEW."answer" IN ('YES', 'IF_NEEDED') THEN 1 ELSE 0 END;
BEGIN
  IF asked <> 0 OR was <> is_now THEN
    UPDATE "Event" SET "referentsAsked" = "referentsAsked" + asked, "referentsAvailable" = "referentsAvailable" + is_now - was
     WHERE "id" = coalesce(NEW."eventId", OLD."eventId");
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "Availability_counts" AFTER INSERT OR DELETE OR UPDATE OF "answer" ON "Availability"
  FOR EACH ROW EXECUTE FUNCTION event_counts_availabilities();

-- The journal is written once.
CREATE FUNCTION audit_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND (NEW."at", NEW."resource", NEW."recordId", NEW."action", NEW."changes", NEW."reason") IS NOT DISTINCT FROM
    (OLD."at", OLD."resource", OLD."recordId", OLD."action", OLD."changes", OLD."reason") THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'An audit entry is never changed' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "AuditEntry_kept" BEFORE UPDATE ON "AuditEntry" FOR EACH ROW EXECUTE FUNCTION audit_is_kept();

-- The review of one campaign and department, from the counts that events carry.
CREATE INDEX "Event_review" ON "Event" ("campaignId", "departmentCode") INCLUDE ("state", "referentsNeeded", "referentsConfirmed");
CREATE VIEW "DepartmentReview" AS
SELECT c."id" || ':' || d."id" AS "id", c."id" AS "campaignId", d."id" AS "departmentCode", coalesce(t."target", 0) AS "target",
       e."planned", e."published", e."held", e."referentsNeeded", e."referentsConfirmed"
  FROM "Campaign" c
 CROSS JOIN "Department" d
  LEFT JOIN "CampaignTarget" t ON t."campaignId" = c."id" AND t."departmentCode" = d."id"
 CROSS JOIN LATERAL (
   SELECT count(*)::int AS "planned",
          count(*) FILTER (WHERE "state" IN ('PUBLISHED', 'POSTPONED', 'HELD', 'CLOSED'))::int AS "published",
          count(*) FILTER (WHERE "state" IN ('HELD', 'CLOSED'))::int AS "held",
          coalesce(sum("referentsNeeded"), 0)::int AS "referentsNeeded",
          coalesce(sum("referentsConfirmed"), 0)::int AS "referentsConfirmed"
     FROM "Event" WHERE "campaignId" = c."id" AND "departmentCode" = d."id" AND "state" <> 'CANCELLED') e;

-- Each neighbourhood of a campaign's perimeter, and by how many published events it is targeted.
CREATE VIEW "NeighbourhoodCoverage" AS
SELECT c."id" || ':' || n."id" AS "id", c."id" AS "campaignId", n."id" AS "neighbourhoodId", n."departmentCode",
       coalesce(e."events", 0) AS "events", e."events" IS NOT NULL AS "covered"
  FROM "Campaign" c
  JOIN "PerimeterNeighbourhood" p ON p."perimeterId" = c."perimeterId"
  JOIN "Neighbourhood" n ON n."id" = p."neighbourhoodId"
  LEFT JOIN (
   SELECT ev."campaignId", en."neighbourhoodId", count(*)::int AS "events" FROM "Event" ev JOIN "EventNeighbourhood" en ON en."eventId" = ev."id"
    WHERE ev."state" IN ('PUBLISHED', 'POSTPONED', 'HELD', 'CLOSED') GROUP BY 1, 2) e ON e."campaignId" = c."id" AND e."neighbourhoodId" = n."id";
