import { fr } from '../app/fr.ts'

export type EnumName = keyof typeof fr.enums
/** The values of an enum of the schema, with the keys of their labels. */
export const choicesOf = (name: EnumName) => Object.keys(fr.enums[name]).map((id) => ({ id, name: `enums.${name}.${id}` }))
