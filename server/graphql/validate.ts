import { validateOrReject } from 'class-validator'
import { ArgumentValidationError } from 'type-graphql'

/**
 * Checks an argument by the decorators of its class; absent and null values are not looked at. As type-graphql does by
 * itself, save that it would load the library anew, through the module loader, at each argument of each request.
 */
export async function validate(given: unknown): Promise<void> {
  const objects = [given].flat().filter((one) => one !== null && typeof one === 'object') as object[]
  await Promise.all(objects.map((one) => validateOrReject(one, { skipMissingProperties: true, forbidUnknownValues: false }))).catch((faults) => { throw new ArgumentValidationError(faults) })
}
