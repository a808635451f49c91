import { invalid } from '../errors.ts'
import type { Writer } from '../db/transact.ts'
import { sql } from '../reading/sql.ts'

/** A venue lies in its city; the largest of the region is some 17 km across. */
const FARTHEST_KM = 25
/** One degree of latitude. */
const KM_PER_DEGREE = 111.2

type Place = { postalCode: string; placed: { latitude: number; longitude: number } | null }

/** Refuses a position far from the city of the venue, and a postal code of another department. */
export async function refuseElsewhere(tx: Writer, cityId: string, { postalCode, placed }: Place): Promise<void> {
  const [city] = await tx.$queryRaw<{ name: string; latitude: number | null; longitude: number | null; postalCodes: string[] }[]>(sql`SELECT "name", "latitude", "longitude", "postalCodes" FROM "City" WHERE "id" = ${cityId}`)
  const far = placed && city?.latitude != null && city.longitude != null
    && Math.hypot(placed.latitude - city.latitude, (placed.longitude - city.longitude) * Math.cos((city.latitude * Math.PI) / 180)) * KM_PER_DEGREE > FARTHEST_KM
  const foreign = city && city.postalCodes.length > 0 && !city.postalCodes.some((code) => code.slice(0, 2) === postalCode.slice(0, 2))
  const fields = {
    ...(far ? { latitude: `Cette position est à plus de ${FARTHEST_KM} km de ${city.name}.` } : {}),
    ...(foreign ? { postalCode: `Ce code postal n’est pas celui de ${city.name} (${city.postalCodes[0]}).` } : {}),
  } as Record<string, string>
  if (Object.keys(fields).length > 0) throw invalid(fields)
}
