/** The words of messages, of their texts and of the jobs behind them; part of `fr.ts`. */
export const messageEnums = {
  MessageState: {
    QUEUED: 'En attente', SENDING: 'En cours d’envoi', SENT: 'Envoyé', KEPT: 'Conservé ici', FAILED: 'Refusé', UNCERTAIN: 'Envoi incertain',
    BOUNCED: 'Revenu', GROUPED: 'Parti dans un autre', WITHHELD: 'Retenu',
  },
  MessageKind: {
    INVITATION: 'Invitation', REMINDER: 'Relance sans réponse', STILL_COMING: 'Venez-vous toujours\u00a0?', CONFIRMED: 'Présence confirmée', OFFERED: 'Place proposée', CANCELLED: 'Opération annulée', POSTPONED: 'Opération reportée', RESCHEDULED: 'Nouvelle date',
    TO_RECONFIRM: 'Nouvelle date, place à reconfirmer', MOVED: 'Changement de date ou de lieu', RELEASED: 'Place libérée par le service', LAPSED: 'Place rendue, sans réponse',
  },
  JobState: { FAILED: 'Abandonné', RETRYING: 'Nouvel essai prévu' },
  JobTask: {
    sendMessage: 'Envoyer un courriel', recoverMessages: 'Retrouver les envois interrompus', readBounces: 'Lire les courriels revenus', releaseUnconfirmed: 'Rendre les places sans réponse', weeklyDigest: 'Envoyer le récapitulatif du lundi', remindReferents: 'Relancer les référents', computeProposal: 'Composer une proposition d’affectations',
  },
}

export const messageResources = {
  messages: {
    name: 'Message |||| Messages',
    empty: 'Aucun message pour l’instant',
    emptyHelp: 'Les courriels partent quand vous invitez des référents ; chacun se retrouve ici.',
    fields: {
      subject: 'Objet', body: 'Texte', recipient: 'Destinataire', address: 'Adresse', state: 'Envoi', states: 'Envoi', kind: 'Modèle', kinds: 'Modèles', createdAt: 'Écrit le', sentAt: 'Envoyé le', waitsUntil: 'Part au plus tôt le',
      bouncedAt: 'Revenu le', error: 'Réponse du serveur de courriel', withheld: 'Pourquoi il n’est pas parti', within: 'Parti dans', grouped: 'Réunit', q: 'Rechercher',
    },
  },
  jobs: {
    name: 'Travail automatique |||| Travaux automatiques',
    empty: 'Aucun travail automatique en échec',
    emptyHelp: 'Ce que le serveur fait de lui-même (envois, rappels, récapitulatif) n’apparaît ici que s’il n’y arrive pas.',
    fields: { task: 'Travail', state: 'Situation', states: 'Situation', attempts: 'Essais', error: 'Dernière erreur', createdAt: 'Depuis le', failedAt: 'Dernier essai', nextAt: 'Prochain essai', acts: 'Actions' },
  },
}

export const messageWords = {
  messages: {
    link: 'Démonstration sans serveur de courriel : le lien secret de ce message s’ouvre d’ici.', open: 'Ouvrir le lien', templates: 'Modèles',
    resend: 'Renvoyer', resent: 'Courriel remis en attente d’envoi', resendTitle: 'Renvoyer « %{subject} »', resendText: 'Le courriel part à l’adresse que la personne a aujourd’hui.',
    resendUncertain: 'Ce courriel est peut-être déjà arrivé. Il garde son identifiant : beaucoup de serveurs ne le montrent alors qu’une fois.',
    origin: 'Texte d’origine', madeFrom: 'Version %{version} du département', madeFromRegion: 'Version %{version} de la région',
  },
  templates: {
    title: 'Modèles de messages', help: 'Le texte des courriels envoyés aux référents. Un texte modifié vaut pour les courriels écrits ensuite.', back: 'Tous les modèles',
    reader: 'Vous pouvez lire ces textes ; un responsable peut les modifier.', kind: 'Modèle', inUse: 'Texte utilisé', changed: 'Modifié le', write: 'Modifier', read: 'Lire',
    own: { DEPARTMENT: 'Celui du département', REGION: 'Celui de la région', ORIGIN: 'Le texte d’origine' },
    subject: 'Objet', body: 'Texte', save: 'Enregistrer une nouvelle version', saved: 'Nouvelle version enregistrée', discard: 'Abandonner ma saisie', test: 'M’envoyer un essai', tested: 'L’essai part à votre adresse', preview: 'Aperçu', asText: 'Texte seul', asHtml: 'Mise en forme',
    sample: 'Personne d’exemple', as: 'Voir comme', variables: 'À insérer entre accolades', needed: 'nécessaire', insert: 'Insérer {%{name}} : %{help}',
    versions: 'Versions', version: 'Version %{version}', noVersion: 'Aucun texte n’a encore été écrit ici.', by: '%{at}, par %{name}', gone: 'un compte supprimé', now: 'en vigueur', gaveWay: 'retour au texte d’origine', restore: 'Revenir à cette version', restoreTitle: 'Revenir à la version %{version}', restoreText: 'Son texte devient celui des prochains courriels, comme une nouvelle version. Les autres restent lisibles.',
    restored: 'Le texte de cette version est de nouveau en vigueur', reset: 'Revenir au texte d’origine', resetTitle: 'Revenir au texte d’origine', resetText: { DEPARTMENT: 'Les prochains courriels auront le texte de la région, ou à défaut celui d’origine. Vos versions restent lisibles.', REGION: 'Les prochains courriels des départements sans texte propre auront le texte d’origine. Vos versions restent lisibles.' }, resetDone: 'Le texte d’origine est de nouveau en vigueur',
    stale: 'Quelqu’un a enregistré une autre version pendant votre saisie. La voici en dessous ; la vôtre est gardée dans le formulaire.',
    names: {
      'prénom': 'le prénom du référent', nom: 'le nom du référent', 'opération': 'l’intitulé de l’opération', date: 'le jour, comme « jeudi 15 octobre 2026 »', horaires: 'les heures, comme « de 9 h 30 à 12 h »', lieu: 'le lieu et la commune',
      dates: 'la liste des dates demandées', nombre: '« une date » ou « 3 dates »', limite: 'jusqu’à quand répondre', lien: 'l’adresse de la page personnelle',
    },
  },
  jobs: {
    title: 'Travaux automatiques', tried: '%{attempts} sur %{most}', died: 'Le serveur s’est arrêté pendant ce travail.', restart: 'Relancer', restarted: 'Travail relancé', giveUp: 'Abandonner', givenUp: 'Travail abandonné', giveUpTitle: 'Abandonner ce travail', giveUpText: 'Il ne sera plus essayé. Un courriel qu’il devait envoyer est marqué « Refusé » : il peut encore être renvoyé à la main.', message: 'Voir le courriel',
  },
}
