import { lazy, type ComponentType } from 'react'

/** A screen that is fetched when it is first opened. */
export const screen = <Name extends string>(load: () => Promise<Record<Name, ComponentType>>, name: Name) =>
  lazy(async () => ({ default: (await load())[name] }))
