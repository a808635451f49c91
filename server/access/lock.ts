import type { GraphQLSchema } from 'graphql'
import { Extensions, type MiddlewareFn } from 'type-graphql'
import type { Context } from '../context.ts'
import { forbidden, unauthenticated } from '../errors.ts'
import { grantOf, type Action, type Resource } from './policy.ts'

export type Lock = { resource: Resource; action: string } | { open: string }

/** Declares the right without which an operation is refused; how far the right reaches is decided in the SQL. */
export const Locked = <R extends Resource>(resource: R, action: Action<R>) =>
  Extensions({ lock: { resource, action } satisfies Lock })

/** Declares an operation that needs no account, and says why. */
export const Open = (why: string) => Extensions({ lock: { open: why } satisfies Lock })

/**
 * Runs before every operation: one without its lock is refused, and so is a viewer who never holds the right. Who asks
 * is confirmed first, except for a read, which confirms it in its own statement.
 */
export const enforceLocks: MiddlewareFn<Context> = async ({ info, context }, next) => {
  const lock = info.parentType.getFields()[info.fieldName]?.extensions.lock as Lock | undefined
  if (!lock) throw new Error(`${info.parentType.name}.${info.fieldName} declares no lock`)
  const held = ({ supposed }: Context) => 'open' in lock || grantOf(supposed, lock.resource, lock.action) !== undefined
  const reads = info.parentType.name === 'Query' && !('open' in lock) && lock.action === 'read'
  if (!reads || !held(context)) await context.confirm()
  if (!held(context)) throw context.supposed.account ? forbidden() : unauthenticated()
  return next()
}

/** Every operation of the schema with its lock; undefined where none was declared. */
export const locksOf = (schema: GraphQLSchema): { operation: string; lock: Lock | undefined }[] =>
  [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
    Object.values(type?.getFields() ?? {}).map((field) => ({
      operation: `${type!.name}.${field.name}`, lock: field.extensions.lock as Lock | undefined,
    })),
  )

/** Throws when an operation of the schema declares no lock: the server then does not start. */
export function demandLocks(schema: GraphQLSchema): void {
  const unlocked = locksOf(schema).filter(({ lock }) => !lock).map(({ operation }) => operation)
  if (unlocked.length > 0) throw new Error(`No lock on ${unlocked.join(', ')}`)
}
