import polyglotI18nProvider from 'ra-i18n-polyglot'
import french from 'ra-language-french'
import type { TranslationMessages } from 'react-admin'
import { number } from '../ui/paris.ts'
import { fr } from './fr.ts'

type Messages = { [key: string]: string | Messages }

/** French typography, for sentences written elsewhere. */
const typographic = (messages: Messages): Messages =>
  Object.fromEntries(Object.entries(messages).map(([key, value]) => [key, typeof value === 'string'
    ? value.replaceAll('\'', '’').replaceAll('...', '…').replace(/ ([;!?])/g, '\u202f$1').replace(/ :/g, '\u00a0:').replace(/« /g, '«\u00a0').replace(/ »/g, '\u00a0»')
    : typographic(value)]))

const merge = (base: Messages, over: Messages): Messages =>
  Object.entries(over).reduce<Messages>((all, [key, value]) => ({
    ...all, [key]: typeof value === 'string' || typeof all[key] !== 'object' ? value : merge(all[key], value),
  }), base)

/** The count that chooses between singular and plural is written under another name, for it to be written in French. */
const counted = (messages: Messages): Messages =>
  Object.fromEntries(Object.entries(messages).map(([key, value]) => [key, typeof value === 'string' ? value.replaceAll('%{smart_count}', '%{counted}') : counted(value)]))

const messages = counted(merge(typographic(french as unknown as Messages), fr)) as unknown as TranslationMessages
const plain = polyglotI18nProvider(() => messages, 'fr', [{ locale: 'fr', name: 'Français' }], { allowMissing: true })

/** Numbers in sentences as French writes them: « 2 000 lignes ». */
export const i18nProvider: typeof plain = {
  ...plain,
  translate: (key, given: Record<string, unknown> = {}) => {
    const { smart_count, ...words } = given
    const written = Object.entries(words).map(([name, value]) => [name, typeof value === 'number' ? number(value) : value])
    return plain.translate(key, { ...Object.fromEntries(written), ...(typeof smart_count === 'number' ? { smart_count, counted: number(smart_count) } : {}) })
  },
}
