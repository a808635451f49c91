-- Whom to ask about a venue: hidden from the public.
ALTER TABLE "Venue" ADD COLUMN "contactName" TEXT, ADD COLUMN "contactEmail" TEXT, ADD COLUMN "contactPhone" TEXT, ADD COLUMN "neighbourhoodId" TEXT;
ALTER TABLE "Venue" ADD CONSTRAINT "Venue_neighbourhoodId_fkey" FOREIGN KEY ("neighbourhoodId") REFERENCES "Neighbourhood"("id") ON DELETE SET NULL ON UPDATE CASCADE;
CREATE INDEX "Venue_neighbourhoodId_idx" ON "Venue"("neighbourhoodId");

-- Contours: GeoJSON MultiPolygons in degrees (WGS 84), with the box around each, so that few are walked along.
ALTER TABLE "Neighbourhood" ADD COLUMN "contour" JSONB, ADD COLUMN "contourAt" TIMESTAMPTZ(3),
  ADD COLUMN "west" DOUBLE PRECISION, ADD COLUMN "south" DOUBLE PRECISION, ADD COLUMN "east" DOUBLE PRECISION, ADD COLUMN "north" DOUBLE PRECISION;
ALTER TABLE "Neighbourhood" ADD CONSTRAINT "Neighbourhood_contour" CHECK (
  num_nulls("contour", "contourAt", "west", "south", "east", "north") = 6
  OR (num_nulls("contour", "contourAt", "west", "south", "east", "north") = 0 AND "contour" ->> 'type' = 'MultiPolygon' AND "west" <= "east" AND "south" <= "north"));

-- Whether a point lies within a contour: in one of its polygons, a ray to the east crosses outlines and holes an odd number of times.
CREATE FUNCTION lies_within(contour jsonb, x float8, y float8) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT EXISTS (
    SELECT FROM jsonb_array_elements(contour -> 'coordinates') polygon
     WHERE (SELECT count(*) % 2 = 1
              FROM jsonb_array_elements(polygon) ring,
                   LATERAL (SELECT x2, y2, lag(x2) OVER w AS x1, lag(y2) OVER w AS y1
                              FROM (SELECT (point ->> 0)::float8 AS x2, (point ->> 1)::float8 AS y2, n FROM jsonb_array_elements(ring) WITH ORDINALITY p(point, n)) points
                            WINDOW w AS (ORDER BY n)) edge
             WHERE (y1 > y) <> (y2 > y) AND x < (x2 - x1) * (y - y1) / (y2 - y1) + x1))
$$;

-- The neighbourhood in force around a point, of the latest list. Volatile: each call sees what was committed before it.
CREATE FUNCTION neighbourhood_at(x float8, y float8) RETURNS text LANGUAGE sql VOLATILE AS $$
  SELECT "id" FROM "Neighbourhood"
   WHERE "retiredOn" IS NULL AND x BETWEEN "west" AND "east" AND y BETWEEN "south" AND "north" AND lies_within("contour", x, y)
   ORDER BY "generation" DESC, "id" LIMIT 1
$$;

-- The neighbourhood a venue lies in follows its position; a position that is only the city's says nothing.
CREATE FUNCTION locate_venue() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."neighbourhoodId" := CASE WHEN NOT NEW."approximate" THEN neighbourhood_at(NEW."longitude", NEW."latitude") END;
  RETURN NEW;
END $$;
CREATE TRIGGER "Venue_located" BEFORE INSERT OR UPDATE OF "latitude", "longitude", "approximate", "neighbourhoodId" ON "Venue" FOR EACH ROW EXECUTE FUNCTION locate_venue();

-- And it follows the contours. Venues placed meanwhile wait: they then see the contours as they became.
CREATE FUNCTION locate_venues() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM "Neighbourhood" WHERE "contour" IS NOT NULL) OR EXISTS (SELECT FROM "Venue" WHERE "neighbourhoodId" IS NOT NULL) THEN
    LOCK TABLE "Venue" IN SHARE ROW EXCLUSIVE MODE;
    UPDATE "Venue" SET "neighbourhoodId" = located."neighbourhoodId"
      FROM (SELECT "id", neighbourhood_at("longitude", "latitude") AS "neighbourhoodId" FROM "Venue" WHERE NOT "approximate") located
     WHERE "Venue"."id" = located."id" AND "Venue"."neighbourhoodId" IS DISTINCT FROM located."neighbourhoodId";
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "Neighbourhood_contoured" AFTER INSERT OR UPDATE OF "contour", "retiredOn" ON "Neighbourhood" FOR EACH STATEMENT EXECUTE FUNCTION locate_venues();
