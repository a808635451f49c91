export type Mention = {
  /** Who wrote the comment. */
  by: string
  title: string
  /** The comments of the event, in the console. */
  address: string
}

/** Tells a colleague that a comment names him or her. Its text stays in the console, where it can be removed. */
export const mention = ({ name }: { name: string }, { by, title, address }: Mention) => ({
  subject: `Apprentissage-coaching\u00a0: ${by} vous mentionne dans un commentaire`,
  body: `Bonjour ${name},

${by} vous mentionne dans un commentaire sur l’opération «\u00a0${title}\u00a0». Lisez-le dans la console\u00a0:
${address}`,
})
