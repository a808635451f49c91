/** What was said of an input: Prisma refuses undefined, which must never mean “no value”. */
export const said = <T extends object>(input: T) =>
  Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) as { [K in keyof T]: Exclude<T[K], undefined> }
