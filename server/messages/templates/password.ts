export type Password = { reason: 'first' | 'reset' }

/** Lets a person choose a password. */
export const password = ({ name }: { name: string }, { reason }: Password) => ({
  subject: reason === 'first' ? 'Apprentissage-coaching\u00a0: choisissez votre mot de passe' : 'Apprentissage-coaching\u00a0: changez votre mot de passe',
  body: `Bonjour ${name},

${reason === 'first' ? 'Un accès à la console Apprentissage-coaching vous a été ouvert. Choisissez votre mot de passe' : 'Vous avez demandé à changer votre mot de passe. Choisissez-en un nouveau'} dans les 24\u00a0heures à cette adresse\u00a0:
[lien]

Si vous n’êtes pas à l’origine de cette demande, ignorez ce message\u00a0: rien ne change sans vous.`,
})
