-- What an import overwrote, and the version that its writing made: a whole import is undone while nothing was built on it.
ALTER TABLE "ImportLine" ADD COLUMN "before" JSONB, ADD COLUMN "writtenVersion" INTEGER;
