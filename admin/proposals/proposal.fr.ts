/** The words of proposals. Keys of `proposalEnums` follow the schema’s. */
export const proposalEnums = {
  ProposalState: { COMPUTING: 'En cours de calcul', READY: 'Prête', FAILED: 'Non aboutie' },
  ProposalLineState: { PROPOSED: 'À décider', ACCEPTED: 'Acceptée', REFUSED: 'Écartée', OUTDATED: 'Caduque' },
}

export const proposalWords = {
  title: 'Proposition d’affectations',
  propose: 'Proposer des affectations', again: 'Proposer de nouveau', done: 'Proposition faite', asked: 'Proposition demandée : elle se calcule',
  help: 'Pour les opérations publiées à venir : autant de places remplies que possible, les dates les plus proches d’abord, les oui avant les « si besoin », puis une charge équilibrée. Rien n’est affecté avant votre accord.',
  travel: 'Entre deux opérations d’un même jour, un trajet compte 20 km/h en ligne droite et une demi-heure.',
  none: 'Aucune proposition pour cette campagne. Demandez-en une quand des référents ont répondu.', noneReader: 'Aucune proposition pour cette campagne pour l’instant.',
  noCampaign: 'Aucune campagne pour l’instant.', noEvents: 'Aucune opération publiée à venir : publiez-en, puis invitez des référents.', noneMissing: 'Toutes les places ont quelqu’un.', notHere: 'Cette opération n’est pas dans la proposition : demandez-en une nouvelle.',
  which: 'Proposition', of: '%{at}, %{who}', regional: 'région', computing: 'Calcul en cours : %{progress} %', progress: 'Avancement du calcul',
  all: 'Toutes les opérations', onlyMissing: 'Celles où il manque quelqu’un', filter: 'Opérations affichées', one: 'Une seule opération est affichée.', showAll: 'Les afficher toutes', more: 'Afficher la suite',
  figures: { needed: 'Nécessaires', confirmed: 'Confirmés', proposed: 'Proposés', missing: 'Manquants' },
  columns: { referent: 'Référent', answer: 'Réponse', distance: 'Distance', load: 'Déjà confirmé', decision: 'Décision' },
  km: '%{km} km', kmUnknown: 'inconnue', places: '%{smart_count} place |||| %{smart_count} places',
  nobody: 'Personne n’est proposé ici.', complete: 'Toutes les places sont tenues.', redo: 'Des lignes écartées ou caduques laissent une place : proposez de nouveau pour la remplir.',
  accept: 'Accepter', acceptOf: 'Accepter %{name}', accepted: '%{name} est affecté', notAccepted: '%{name} n’a pas pu être affecté. %{why}',
  refuse: 'Écarter', refuseOf: 'Écarter %{name}', refuseTitle: 'Écarter %{name} de « %{title} »', refuseText: 'Cette personne ne sera plus proposée pour cette opération. Vous pourrez encore l’affecter vous-même depuis l’opération.', refused: '%{name} est écarté',
  acceptAll: 'Accepter tout', acceptAllTitle: 'Accepter toutes les lignes à décider', acceptAllText: 'Chaque référent reçoit un courriel qui confirme sa place. Ce qui n’est plus possible est laissé de côté et dit pourquoi.',
  running: 'En cours : %{done} sur %{total}.', finished: 'Terminé. Affectations faites : %{accepted}. Impossibles : %{outdated}.', stopped: 'Arrêté : %{done} sur %{total}.', stop: 'Arrêter', acceptProgress: 'Avancement des affectations',
  away: 'Le serveur n’a pas répondu. Ce qui est fait est fait ; reprenez quand vous voulez.',
}
