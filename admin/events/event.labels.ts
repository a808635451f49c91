/** The words of an event’s own screens. */
export const events = {
  standing: { changes: 'Modifications demandées', by: '%{name}, le %{at}' },
  formerDate: 'Prévue d’abord le %{day}', noNewDate: 'Nouvelle date à fixer', nextDate: 'Nouvelle date, à publier\u00a0: %{when}',
  outsideWindow: 'Cette date est hors de la campagne « %{name} », qui va du %{from} au %{until}\u00a0: vérifiez-la, ou changez de campagne.',
  todo: 'Ce qui reste à faire', dueOn: 'au plus tard le %{day}', facts: 'Fiche', referents: 'Référents', noVenue: 'Lieu à trouver', publicPage: 'page publique', place: 'Lieu et quartiers', people: 'Structure et contact', texts: 'Textes',
  filled: 'Référents confirmés : %{confirmed} sur %{needed}', asked: 'Invités : %{asked}, disponibles : %{available}',
  liesIn: 'Le lieu est dans le quartier « %{name} ».', cityNeighbourhoods: 'Quartiers prioritaires de %{city} :', target: 'Viser %{name}',
  addVenue: 'Le lieu n’est pas dans la liste ? L’ajouter (nouvel onglet)', languagesWantedHelp: 'En français, une par une, cinq au plus. Validez chacune par Entrée.', referentsNeededHelp: '0 tant que vous ne le savez pas',
  contactHelp: 'Un nom, et un courriel ou un téléphone, sont demandés pour publier.', publicTextHelp: 'Affiché sur la page publique de l’opération.', notesHelp: 'Visibles de votre service et de la région seulement.',
  steps: {
    submit: { verb: 'Soumettre', title: 'Soumettre « %{title} »', text: 'Un responsable pourra la publier, ou la renvoyer en brouillon.', done: 'Opération soumise' },
    publish: { verb: 'Publier', title: 'Publier « %{title} »', text: 'La date et le lieu deviennent visibles de tous, et vous pourrez inviter des référents.', again: 'La nouvelle date devient publique. Les référents déjà invités reçoivent un courriel : on leur redemande s’ils viennent.', done: 'Opération publiée' },
    hold: { verb: 'Déclarer tenue', title: 'Déclarer tenue « %{title} »', text: 'L’opération ne pourra plus être modifiée, reportée ni annulée.', done: 'Opération déclarée tenue' },
    close: { verb: 'Clore', title: 'Clore « %{title} »', text: 'Plus rien ne restera à y noter. Un responsable pourra la rouvrir en disant pourquoi.', done: 'Opération close' },
    requestChanges: { verb: 'Renvoyer en brouillon', title: 'Renvoyer « %{title} » en brouillon', text: 'Dites à l’équipe ce qu’il faut reprendre.', done: 'Opération renvoyée en brouillon' },
    reopen: { verb: 'Rouvrir', title: 'Rouvrir « %{title} »', text: 'L’opération redevient « tenue ».', done: 'Opération rouverte' },
    postpone: { verb: 'Reporter', title: 'Reporter « %{title} »', text: 'La date ne tient plus : la page publique le dit, les référents sont prévenus par courriel et leurs places sont à reconfirmer. Avec une nouvelle date, on leur demande aussitôt s’ils viennent.', done: 'Opération reportée', startsAt: 'Nouveau début, s’il est connu', endsAt: 'Nouvelle fin', reconfirmBy: 'Places à reconfirmer avant', reconfirmByHelp: 'Passé ce moment, les places sans réponse sont rendues. Vide : sept jours, au plus tard la veille.' },
    cancel: { verb: 'Annuler l’opération', title: 'Annuler « %{title} »', text: 'Une annulation est définitive. La page publique le dira, et les référents concernés sont prévenus par courriel.', done: 'Opération annulée' },
  },
}

/** The words of the ways to look at events: list, calendar, map, board. */
export const eventViews = {
  worklists: 'Listes de travail', all: 'Toutes', views: 'Façons de voir les opérations', columns: 'Colonnes', names: { list: 'Liste', calendar: 'Calendrier', map: 'Carte', board: 'Tableau' },
  left: 'Une opération de plus passe les filtres : ajoutez un filtre pour la voir. |||| %{smart_count} opérations de plus passent les filtres : ajoutez un filtre pour les voir.',
  openRecord: 'Ouvrir la fiche', neighbours: 'Dans la liste', previous: 'Précédente', next: 'Suivante', previousOf: 'Opération précédente : %{title}', nextOf: 'Opération suivante : %{title}', position: '%{at} sur %{total}',
  empty: {
    TO_PREPARE: 'Rien à préparer avec ces filtres. Créez une opération, ou importez un calendrier : ses lignes deviennent des brouillons.',
    TO_PUBLISH: 'Rien à publier avec ces filtres. Une opération vient ici quand elle est soumise, ou quand rien ne lui manque plus.',
    THIS_WEEK: 'Aucune opération cette semaine avec ces filtres. Le calendrier montre les semaines suivantes.',
    TO_CLOSE: 'Rien à clore avec ces filtres. Une opération vient ici quand sa date est passée.',
    ALL: 'Aucune opération avec ces filtres. Retirez un filtre pour en voir d’autres.',
  },
  calendar: {
    today: 'Aujourd’hui', span: 'Étendue du calendrier', weekOf: 'Semaine du %{day}', nothing: 'Aucune opération à ces dates avec ces filtres.',
    month: { name: 'Mois', previous: 'Mois précédent', next: 'Mois suivant' }, week: { name: 'Semaine', previous: 'Semaine précédente', next: 'Semaine suivante' },
    venues: { name: 'Semaine par lieu', previous: 'Semaine précédente', next: 'Semaine suivante' },
  },
  move: {
    changed: 'Quelqu’un vient de changer cette date\u00a0: voici la nouvelle. Confirmez de nouveau pour la remplacer par la vôtre.', open: 'Déplacer…', title: 'Déplacer « %{title} »', verb: 'Déplacer l’opération', done: 'Opération déplacée', startsAt: 'Nouveau début', endsAt: 'Nouvelle fin', backwards: 'La fin doit venir après le début.',
    before: 'Date actuelle : %{when}', after: 'Nouvelle date : %{when}', choose: 'Choisissez la nouvelle date.', refused: '« %{title} » reste à sa date. %{why}', how: 'Comment',
    ways: { postpone: 'Reporter : redemander à chacun s’il vient', update: 'Corriger l’horaire : les places restent acquises' },
    told: {
      postpone: 'La page publique donne la nouvelle date. Les référents déjà invités reçoivent un courriel, et leurs places sont à reconfirmer.',
      PUBLISHED: 'La page publique donne la nouvelle date. Les référents qui ont une place, ou qui peuvent venir, sont prévenus par courriel.',
      POSTPONED: 'Personne n’est prévenu pour l’instant : les référents le seront quand l’opération sera publiée de nouveau.',
      DRAFT: 'Personne n’est prévenu : l’opération n’est pas encore publique.', SUBMITTED: 'Personne n’est prévenu : l’opération n’est pas encore publique.',
    },
  },
  board: { steps: 'Étapes', stepsOf: 'Étapes de « %{title} »', refused: '« %{title} » reste où elle est. %{why}', noStep: 'Aucune étape n’y mène.' },
}
