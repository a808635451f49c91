CREATE TABLE "SavedView" (
  "id" UUID NOT NULL,
  "accountId" UUID NOT NULL,
  "departmentCode" TEXT,
  "name" TEXT NOT NULL,
  "search" TEXT NOT NULL,
  "hiddenColumns" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
  "shared" BOOLEAN NOT NULL DEFAULT false,
  "createdAt" TIMESTAMPTZ(3) NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  CONSTRAINT "SavedView_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "SavedView_accountId_name_key" ON "SavedView" ("accountId", "name");
CREATE INDEX "SavedView_departmentCode_idx" ON "SavedView" ("departmentCode");
ALTER TABLE "SavedView" ADD CONSTRAINT "SavedView_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "SavedView" ADD CONSTRAINT "SavedView_departmentCode_fkey" FOREIGN KEY ("departmentCode") REFERENCES "Department" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "SavedView" ADD CONSTRAINT "SavedView_name" CHECK (length(btrim("name")) BETWEEN 1 AND 80);
