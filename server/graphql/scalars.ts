import { GraphQLError, GraphQLScalarType, Kind } from 'graphql'
import { GraphQLDateTimeISO } from 'graphql-scalars'

/** An instant. PostgreSQL has already written it: reading passes the text on. */
export const Instant = new GraphQLScalarType<Date, string>({
  name: 'Instant',
  description: 'An instant in ISO 8601 with its offset, such as `2026-12-01T08:30:00+00:00`. Answers are in UTC; show them in Europe/Paris.',
  serialize: (written) => (written instanceof Date ? written.toISOString() : String(written)),
  parseValue: (given) => bounded(GraphQLDateTimeISO.parseValue(given) as Date),
  parseLiteral: (node) => bounded(GraphQLDateTimeISO.parseLiteral(node) as Date),
})

/** PostgreSQL and JavaScript agree between these years; the product speaks of nothing outside them. */
function bounded(instant: Date): Date {
  const year = instant.getUTCFullYear()
  if (year < 2000 || year > 2100) throw new GraphQLError('Une date est attendue entre 2000 et 2100.', { extensions: { code: 'BAD_USER_INPUT' } })
  return instant
}

const day = (given: unknown): string => {
  if (typeof given === 'string' && /^2\d{3}-\d{2}-\d{2}$/.test(given) && !Number.isNaN(Date.parse(given)) && new Date(given).toISOString().startsWith(given)) return given
  throw new GraphQLError('Un jour est attendu, comme 2026-12-01.', { extensions: { code: 'BAD_USER_INPUT' } })
}

export const Day = new GraphQLScalarType<string, string>({
  name: 'Day',
  description: 'A calendar day, such as `2026-12-01`, without hour or time zone.',
  serialize: (written) => String(written),
  parseValue: day,
  parseLiteral: (node) => day(node.kind === Kind.STRING ? node.value : null),
})
