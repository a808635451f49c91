/** The words of the wizard that acts on several events. */
export const bulk = {
  open: 'Agir sur plusieurs', openChosen: 'Agir sur la sélection', goOn: 'Reprendre l’action interrompue', which: 'Sur quelles opérations', what: 'Que faire',
  chosen: 'L’opération choisie |||| Les %{smart_count} opérations choisies', allOfFilter: 'L’opération de la liste |||| Les %{smart_count} opérations de la liste, avec ses filtres',
  firstOfChosen: 'Les %{smart_count} premières opérations choisies sur %{total}\u00a0: on agit sur %{smart_count} au plus à la fois',
  firstOfFilter: 'Les %{smart_count} premières opérations de la liste sur %{total} : on agit sur %{smart_count} au plus à la fois',
  steps: { CHOOSE: 'Agir sur plusieurs opérations', PLAN: '%{action} : ce qui va changer', RUN: '%{action} : résultat' },
  see: 'Voir ce qui va changer', back: 'Revenir', stop: 'Arrêter', resume: 'Reprendre : %{smart_count} restante |||| Reprendre : %{smart_count} restantes', abandon: 'Ne pas reprendre', close: 'Terminer',
  nothing: 'Rien ne changerait : revenez choisir d’autres opérations ou une autre action.', gone: 'Cette opération n’est plus dans votre territoire.', nobodyConfirmed: 'Aucun référent n’y est confirmé.', over: 'Elle est close ou annulée.',
  inputRefused: 'Le serveur a refusé un champ. Rien d’autre n’a été envoyé : corrigez-le, puis continuez.', away: 'Le serveur n’a pas répondu. Reprenez quand la connexion est revenue : ce qui est fait ne sera pas refait.',
  progress: 'Avancement', running: 'En cours : %{done} sur %{total}.', stopped: 'Arrêté : %{done} sur %{total}. Ce qui est fait reste fait ; reprenez quand vous voulez.', finished: 'Terminé. Faites : %{changed}. Refusées : %{refused}.', settled: 'Déjà ainsi\u00a0: %{smart_count}.',
  fates: {
    CHANGES: '%{smart_count} opération va changer |||| %{smart_count} opérations vont changer', REFUSED: '%{smart_count} ne changera pas |||| %{smart_count} ne changeront pas',
    SETTLED: '%{smart_count} est déjà ainsi |||| %{smart_count} sont déjà ainsi',
  },
  outcomes: { WAITING: 'En attente', DONE: 'Faite', SETTLED: 'Déjà ainsi', REFUSED: 'Refusée', FAILED: 'À reprendre' },
  fields: { agency: 'Nouvelle structure pilote', reason: 'Motif', subject: 'Objet', body: 'Texte', to: 'À qui', title: 'À faire', dueOn: 'Au plus tard le', assigneeId: 'Confiée à' },
  variables: 'Le bonjour et le lien personnel sont ajoutés. Ces mots sont remplacés pour chacun : {prénom}, {opération}, {date}, {horaires}, {lieu}.',
  unknownWords: '%{words}\u00a0: ce mot n’est pas remplacé. Prenez ceux de la liste, ou retirez les accolades. |||| %{words}\u00a0: ces mots ne sont pas remplacés. Prenez ceux de la liste, ou retirez les accolades.',
  openList: 'Ouvrir la liste', closeList: 'Fermer la liste', clearChoice: 'Effacer le choix',
  actions: {
    publish: { verb: 'Publier', text: 'Leur date et leur lieu deviennent visibles de tous. Les référents d’une opération reportée sont interrogés de nouveau.', confirm: 'Publier %{smart_count} opération |||| Publier %{smart_count} opérations' },
    leadAgency: { verb: 'Changer la structure pilote', text: 'La structure choisie pilotera chacune de ces opérations.', confirm: 'Changer la structure de %{smart_count} opération |||| Changer la structure de %{smart_count} opérations' },
    task: { verb: 'Ajouter une tâche', text: 'Chacune de ces opérations reçoit cette tâche, avec la même date.', confirm: 'Ajouter la tâche à %{smart_count} opération |||| Ajouter la tâche à %{smart_count} opérations' },
    message: { verb: 'Écrire aux référents', text: 'Chaque référent reçoit un courriel par opération ; il se retrouve dans les messages.', confirm: 'Écrire pour %{smart_count} opération |||| Écrire pour %{smart_count} opérations' },
    cancel: { verb: 'Annuler', text: 'Une annulation est définitive. Les pages publiques le diront, et les référents concernés sont prévenus par courriel.', confirm: 'Annuler %{smart_count} opération |||| Annuler %{smart_count} opérations' },
  },
}
