-- An index is made and kept up without the session's search path: what it calls says where it is.
CREATE OR REPLACE FUNCTION search_text(given TEXT) RETURNS TEXT LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  AS $$ SELECT replace(replace(lower(public.unaccent('public.unaccent', given)), '’', ''''), '-', ' ') $$;

-- A venue is one, however its name and address are typed, whoever writes at the same instant. Those that are there twice are numbered.
UPDATE "Venue" v SET "name" = v."name" || ' (' || twice.n || ')' FROM (
  SELECT "id", row_number() OVER (PARTITION BY "cityId", search_text(btrim("name")), search_text(btrim("address")) ORDER BY "id") AS n FROM "Venue") twice
 WHERE twice."id" = v."id" AND twice.n > 1;
CREATE UNIQUE INDEX "Venue_once" ON "Venue"("cityId", search_text(btrim("name")), search_text(btrim("address")));
