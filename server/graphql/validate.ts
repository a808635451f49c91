import { validateOrReject } from 'class-validator'
import { ArgumentValidationError } from 'type-graphql'

/** Spaces around a text say nothing; those of a password do. */
function trim(given: unknown): void {
  if (given === null || typeof given !== 'object' || given instanceof Date) return
  for (const [key, value] of Object.entries(given)) {
    if (typeof value !== 'string') trim(value)
    else if (key !== 'password') (given as Record<string, unknown>)[key] = value.trim()
  }
}

/**
 * Checks an argument by the decorators of its class; absent and null values are not looked at. As type-graphql does by
 * itself, save that it would load the library anew, through the module loader, at each argument of each request.
 */
export async function validate(given: unknown): Promise<void> {
  trim(given)
  const objects = [given].flat().filter((one) => one !== null && typeof one === 'object') as object[]
  await Promise.all(objects.map((one) => validateOrReject(one, { skipMissingProperties: true, forbidUnknownValues: false }))).catch((faults) => { throw new ArgumentValidationError(faults) })
}
