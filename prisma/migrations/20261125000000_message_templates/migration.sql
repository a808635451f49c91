-- Values of enumerations are used by the next migration: PostgreSQL takes them into use once they are committed.
ALTER TYPE "MessageState" ADD VALUE 'BOUNCED';
ALTER TYPE "MessageState" ADD VALUE 'GROUPED';
ALTER TYPE "MessageState" ADD VALUE 'WITHHELD';
ALTER TYPE "LinkPurpose" ADD VALUE 'STOP';

CREATE TABLE "MessageTemplate" (
  "id" UUID NOT NULL,
  "kind" TEXT NOT NULL,
  "departmentCode" TEXT,
  "version" INTEGER NOT NULL,
  "subject" TEXT,
  "body" TEXT,
  "authorId" UUID,
  "createdAt" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "MessageTemplate_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "MessageTemplate_departmentCode_idx" ON "MessageTemplate" ("departmentCode");
CREATE INDEX "MessageTemplate_authorId_idx" ON "MessageTemplate" ("authorId");
-- An expression: the region's texts, which have no department, have each version once too.
CREATE UNIQUE INDEX "MessageTemplate_once" ON "MessageTemplate" ("kind", coalesce("departmentCode", ''), "version");
ALTER TABLE "MessageTemplate" ADD CONSTRAINT "MessageTemplate_departmentCode_fkey" FOREIGN KEY ("departmentCode") REFERENCES "Department" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "MessageTemplate" ADD CONSTRAINT "MessageTemplate_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Account" ("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "MessageTemplate" ADD CONSTRAINT "MessageTemplate_text" CHECK (("subject" IS NULL) = ("body" IS NULL) AND ("subject" IS NULL OR (length(btrim("subject")) BETWEEN 3 AND 150 AND length(btrim("body")) BETWEEN 10 AND 5000)));
-- What a mail was made from stays readable as it was.
CREATE FUNCTION template_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD."kind", OLD."departmentCode", OLD."version", OLD."subject", OLD."body", OLD."createdAt") IS DISTINCT FROM (NEW."kind", NEW."departmentCode", NEW."version", NEW."subject", NEW."body", NEW."createdAt") THEN
    RAISE EXCEPTION 'A version of a text is never rewritten';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "MessageTemplate_kept" BEFORE UPDATE ON "MessageTemplate" FOR EACH ROW EXECUTE FUNCTION template_is_kept();

ALTER TABLE "Message"
  ADD COLUMN "kind" TEXT,
  ADD COLUMN "templateId" UUID,
  ADD COLUMN "essential" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "urgentFrom" TIMESTAMPTZ(3),
  ADD COLUMN "waitsUntil" TIMESTAMPTZ(3),
  ADD COLUMN "withinId" UUID,
  ADD COLUMN "sendingAt" TIMESTAMPTZ(3),
  ADD COLUMN "bouncedAt" TIMESTAMPTZ(3),
  ADD COLUMN "edition" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
UPDATE "Message" SET "kind" = 'INVITATION' WHERE "template" = 'invitation';
CREATE INDEX "Message_templateId_idx" ON "Message" ("templateId");
CREATE INDEX "Message_withinId_idx" ON "Message" ("withinId");
ALTER TABLE "Message" ADD CONSTRAINT "Message_templateId_fkey" FOREIGN KEY ("templateId") REFERENCES "MessageTemplate" ("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "Message" ADD CONSTRAINT "Message_withinId_fkey" FOREIGN KEY ("withinId") REFERENCES "Message" ("id") ON DELETE NO ACTION ON UPDATE CASCADE;

ALTER TABLE "Referent" ADD COLUMN "stoppedAt" TIMESTAMPTZ(3), ADD COLUMN "bouncedAt" TIMESTAMPTZ(3);
-- Another address has not come back yet, whoever writes it.
CREATE FUNCTION address_begins_anew() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."bouncedAt" := NULL;
  RETURN NEW;
END $$;
CREATE TRIGGER "Referent_address" BEFORE UPDATE OF "email" ON "Referent" FOR EACH ROW WHEN (OLD."email" IS DISTINCT FROM NEW."email") EXECUTE FUNCTION address_begins_anew();
