-- What a referent says of himself is erased with the rest.
UPDATE "Referent" SET "comment" = NULL WHERE "erasedAt" IS NOT NULL;
ALTER TABLE "Referent" DROP CONSTRAINT "Referent_erased", ADD CONSTRAINT "Referent_erased" CHECK (CASE WHEN "erasedAt" IS NULL THEN "email" IS NOT NULL
  ELSE num_nonnulls("email", "phone", "cityId", "employer", "skills", "notes", "comment", "maxDistanceKm", "maxDays") = 0 AND cardinality("languages") = 0 AND NOT "active" END);
