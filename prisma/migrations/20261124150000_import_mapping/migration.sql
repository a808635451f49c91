-- A line that the campaign holds already either says something else, or nothing new.
ALTER TYPE "LineVerdict" ADD VALUE 'UPDATE' AFTER 'WARNING';
ALTER TYPE "LineVerdict" ADD VALUE 'UNCHANGED' AFTER 'UPDATE';
CREATE TYPE "LineOutcome" AS ENUM ('CREATED', 'UPDATED', 'PRESENT');

-- What the file holds, so that it is judged again without being read again.
ALTER TABLE "Import"
  ADD COLUMN "headers" JSONB NOT NULL DEFAULT '[]',
  ADD COLUMN "columns" JSONB NOT NULL DEFAULT '[]',
  ADD COLUMN "format" TEXT NOT NULL DEFAULT 'csv',
  ADD COLUMN "remembered" BOOLEAN NOT NULL DEFAULT FALSE,
  ADD COLUMN "remarks" JSONB NOT NULL DEFAULT '[]',
  ADD COLUMN "undoneAt" TIMESTAMPTZ(3),
  ADD COLUMN "venueIds" UUID[] NOT NULL DEFAULT ARRAY[]::UUID[];
ALTER TABLE "ImportLine"
  ADD COLUMN "cells" JSONB NOT NULL DEFAULT '[]',
  ADD COLUMN "values" JSONB NOT NULL DEFAULT '[]',
  ADD COLUMN "corrections" JSONB NOT NULL DEFAULT '[]',
  ADD COLUMN "proposed" BOOLEAN NOT NULL DEFAULT TRUE,
  ADD COLUMN "heldVersion" INTEGER,
  ADD COLUMN "outcome" "LineOutcome",
  ADD COLUMN "takenAt" TIMESTAMPTZ(3);

-- Whether an import made an event or found it was not kept: it is not undone on a supposition.
UPDATE "ImportLine" l SET "outcome" = 'PRESENT', "takenAt" = i."appliedAt" FROM "Import" i
 WHERE i."id" = l."importId" AND i."appliedAt" IS NOT NULL AND l."eventId" IS NOT NULL AND l."verdict" IN ('NEW', 'WARNING');

-- Taken and dated go together.
ALTER TABLE "ImportLine" ADD CONSTRAINT "ImportLine_taken" CHECK (("outcome" IS NULL) = ("takenAt" IS NULL));

CREATE TABLE "ImportLayout" (
    "owner" TEXT NOT NULL,
    "headersHash" TEXT NOT NULL,
    "columns" JSONB NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ImportLayout_pkey" PRIMARY KEY ("owner", "headersHash")
);
