-- What the schema says is never null, is not.
UPDATE "Referent" SET "languages" = '{}' WHERE "languages" IS NULL;
ALTER TABLE "Referent" ALTER COLUMN "languages" SET DEFAULT ARRAY[]::TEXT[], ALTER COLUMN "languages" SET NOT NULL;
UPDATE "City" SET "postalCodes" = '{}' WHERE "postalCodes" IS NULL;
ALTER TABLE "City" ALTER COLUMN "postalCodes" SET DEFAULT ARRAY[]::TEXT[], ALTER COLUMN "postalCodes" SET NOT NULL;

-- Prisma passes on the sentence of an error, and not the name of its constraint.
CREATE OR REPLACE FUNCTION reached(within BOOLEAN) RETURNS BOOLEAN LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF within IS NOT TRUE THEN
    RAISE EXCEPTION 'The row would leave the reach of who writes it: constraint "reached"' USING ERRCODE = 'check_violation', CONSTRAINT = 'reached';
  END IF;
  RETURN TRUE;
END $$;
