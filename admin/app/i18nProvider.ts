import polyglotI18nProvider from 'ra-i18n-polyglot'
import french from 'ra-language-french'
import type { TranslationMessages } from 'react-admin'
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

const messages = merge(typographic(french as unknown as Messages), fr) as unknown as TranslationMessages

export const i18nProvider = polyglotI18nProvider(() => messages, 'fr', [{ locale: 'fr', name: 'Français' }], { allowMissing: true })
