-- How an event stands against its countdown, the most urgent first: lists sort by it.
CREATE TYPE "Readiness" AS ENUM ('RED', 'AMBER', 'GREEN');
