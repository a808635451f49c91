/** What waits for a person, per scope; each line with the address of its list. */
export type Digest = { scopes: { label: string; lines: { sentence: string; address: string }[] }[] }

/** The to-do list of the week. */
export const digest = ({ name }: { name: string }, { scopes }: Digest) => ({
  subject: 'Apprentissage-coaching\u00a0: ce qui vous attend cette semaine',
  body: `Bonjour ${name},

${scopes.map(({ label, lines }) => `${label}\n${lines.map(({ sentence, address }) => `– ${sentence}\n  ${address}`).join('\n')}`).join('\n\n')}

Vous recevez ce récapitulatif chaque lundi où quelque chose vous attend. Ne plus le recevoir\u00a0:
[lien]`,
})
