-- When a campaign was closed. Those that already are were closed at a time nobody noted: their last change stands for it.
ALTER TABLE "Campaign" ADD COLUMN "closedAt" TIMESTAMPTZ(3);
UPDATE "Campaign" c SET "closedAt" = coalesce((SELECT max(a."at") FROM "AuditEntry" a WHERE a."resource" = 'Campaign' AND a."recordId" = c."id"::text), c."createdAt") WHERE "state" = 'CLOSED';
