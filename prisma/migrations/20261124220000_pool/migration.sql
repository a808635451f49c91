-- A referent: notes of the team, and what remains of whoever was erased or merged.
ALTER TABLE "Referent"
  ALTER COLUMN "email" DROP NOT NULL,
  ADD COLUMN "notes" TEXT,
  ADD COLUMN "erasedAt" TIMESTAMPTZ(3),
  ADD COLUMN "mergedIds" UUID[] NOT NULL DEFAULT ARRAY[]::UUID[];
-- Erased whole or not at all, whoever writes.
ALTER TABLE "Referent" ADD CONSTRAINT "Referent_erased" CHECK (CASE WHEN "erasedAt" IS NULL THEN "email" IS NOT NULL
  ELSE num_nonnulls("email", "phone", "cityId", "employer", "skills", "notes", "maxDistanceKm", "maxDays") = 0 AND cardinality("languages") = 0 AND NOT "active" END);
CREATE INDEX "Referent_phone_idx" ON "Referent"("phone");

CREATE TABLE "ReferentDistinct" (
    "oneId" UUID NOT NULL,
    "otherId" UUID NOT NULL,

    CONSTRAINT "ReferentDistinct_pkey" PRIMARY KEY ("oneId", "otherId")
);
CREATE INDEX "ReferentDistinct_otherId_idx" ON "ReferentDistinct"("otherId");
ALTER TABLE "ReferentDistinct" ADD CONSTRAINT "ReferentDistinct_oneId_fkey" FOREIGN KEY ("oneId") REFERENCES "Referent"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "ReferentDistinct" ADD CONSTRAINT "ReferentDistinct_otherId_fkey" FOREIGN KEY ("otherId") REFERENCES "Referent"("id") ON DELETE CASCADE ON UPDATE CASCADE;
-- A pair is there once.
ALTER TABLE "ReferentDistinct" ADD CONSTRAINT "ReferentDistinct_ordered" CHECK ("oneId" < "otherId");

-- An import has a kind; only events go to a campaign.
CREATE TYPE "ImportKind" AS ENUM ('EVENTS', 'REFERENTS');
ALTER TABLE "Import"
  ADD COLUMN "kind" "ImportKind" NOT NULL DEFAULT 'EVENTS',
  ALTER COLUMN "campaignId" DROP NOT NULL;
ALTER TABLE "Import" ADD CONSTRAINT "Import_campaign" CHECK (("kind" = 'EVENTS') = ("campaignId" IS NOT NULL));
ALTER TABLE "ImportLine"
  ADD COLUMN "referent" JSONB,
  ADD COLUMN "referentId" UUID;
CREATE INDEX "ImportLine_referentId_idx" ON "ImportLine"("referentId");
ALTER TABLE "ImportLine" ADD CONSTRAINT "ImportLine_referentId_fkey" FOREIGN KEY ("referentId") REFERENCES "Referent"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- The same headers may be those of two kinds.
ALTER TABLE "ImportLayout" ADD COLUMN "kind" "ImportKind" NOT NULL DEFAULT 'EVENTS';
ALTER TABLE "ImportLayout" DROP CONSTRAINT "ImportLayout_pkey", ADD CONSTRAINT "ImportLayout_pkey" PRIMARY KEY ("owner", "kind", "headersHash");
