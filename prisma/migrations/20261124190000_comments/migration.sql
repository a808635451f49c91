-- What colleagues write about an event, and whom they name.
CREATE TABLE "Comment" (
    "id" UUID NOT NULL,
    "eventId" UUID NOT NULL,
    "departmentCode" TEXT NOT NULL,
    "authorId" UUID,
    "text" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "editedAt" TIMESTAMPTZ(3),
    "removedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Comment_pkey" PRIMARY KEY ("id"),
    -- A comment says something; a removed one says nothing any more.
    CONSTRAINT "Comment_text" CHECK (CASE WHEN "removedAt" IS NULL THEN length(btrim("text")) BETWEEN 1 AND 4000 ELSE "text" = '' END)
);
CREATE TABLE "CommentMention" (
    "commentId" UUID NOT NULL,
    "accountId" UUID NOT NULL,

    CONSTRAINT "CommentMention_pkey" PRIMARY KEY ("commentId", "accountId")
);
CREATE INDEX "Comment_eventId_createdAt_idx" ON "Comment"("eventId", "createdAt");
CREATE INDEX "Comment_eventId_departmentCode_idx" ON "Comment"("eventId", "departmentCode");
CREATE INDEX "Comment_authorId_idx" ON "Comment"("authorId");
CREATE INDEX "CommentMention_accountId_idx" ON "CommentMention"("accountId");
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_eventId_departmentCode_fkey" FOREIGN KEY ("eventId", "departmentCode") REFERENCES "Event"("id", "departmentCode") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "CommentMention" ADD CONSTRAINT "CommentMention_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "CommentMention" ADD CONSTRAINT "CommentMention_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;
