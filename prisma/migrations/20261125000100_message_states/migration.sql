ALTER TABLE "AccessLink" DROP CONSTRAINT "AccessLink_subject", ADD CONSTRAINT "AccessLink_subject"
  CHECK (("purpose" IN ('ANSWER', 'STOP')) = ("referentId" IS NOT NULL) AND ("purpose" NOT IN ('ANSWER', 'STOP')) = ("accountId" IS NOT NULL));
ALTER TABLE "Message" ADD CONSTRAINT "Message_grouped" CHECK (("state" = 'GROUPED') = ("withinId" IS NOT NULL));
ALTER TABLE "Message" ADD CONSTRAINT "Message_bounced" CHECK (("state" = 'BOUNCED') = ("bouncedAt" IS NOT NULL));

-- The jobs that failed, for good or for now. The tables are the worker's own, which makes them when it first starts, after
-- this: they are looked for when they are read.
CREATE FUNCTION failed_jobs() RETURNS TABLE ("id" TEXT, "task" TEXT, "state" TEXT, "attempts" INTEGER, "maxAttempts" INTEGER, "error" TEXT, "messageId" UUID, "createdAt" TIMESTAMPTZ, "failedAt" TIMESTAMPTZ, "nextAt" TIMESTAMPTZ)
LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF to_regclass('graphile_worker._private_jobs') IS NULL THEN RETURN; END IF;
  RETURN QUERY EXECUTE $jobs$
    SELECT j.id::text, t.identifier, CASE WHEN j.attempts >= j.max_attempts THEN 'FAILED' ELSE 'RETRYING' END, j.attempts::int, j.max_attempts::int,
      left(j.last_error, 300), CASE WHEN t.identifier = 'sendMessage' AND j.payload->>'id' ~ '^[0-9a-f-]{36}$' THEN (j.payload->>'id')::uuid END,
      j.created_at, j.updated_at, CASE WHEN j.attempts < j.max_attempts THEN j.run_at END
    FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
    WHERE j.last_error IS NOT NULL OR (j.attempts >= j.max_attempts AND j.locked_at IS NULL)
  $jobs$;
END $$;
CREATE VIEW "Job" AS SELECT * FROM failed_jobs();
