/** The words of referents’ screens. */
export const referents = {
  facts: 'Fiche', dates: 'Dates', messages: 'Messages', inactive: 'Inactif', noDates: 'Pas encore invité.', noMessages: 'Aucun message.',
  columns: { event: 'Opération', startsAt: 'Date', answer: 'Réponse', place: 'Affectation', subject: 'Objet', createdAt: 'Écrit le', state: 'Envoi' },
  languagesHelp: 'En français, une par une : arabe, soninké… Validez chacune par Entrée.', activeHelp: 'Un référent inactif n’est plus invité, et ses places à venir sont libérées.', stopped: 'Ne veut plus être sollicité', bounced: 'Adresse refusée',
  stoppedHelp: 'Depuis le %{at}, cette personne ne reçoit plus d’invitation, de rappel ni de nouvelle ; seulement ce qui concerne une place qu’elle a encore. Elle peut changer d’avis par le lien de ses courriels.',
  bouncedHelp: 'Le %{at}, un serveur a dit que cette adresse ne reçoit plus : plus rien n’y est envoyé. Téléphonez pour demander la bonne adresse, puis corrigez la fiche.',
  absences: {
    title: 'Absences', none: 'Aucune absence annoncée.', one: 'Le %{day}', span: 'Du %{from} au %{until}', startsOn: 'Du', endsOn: 'Au (vide\u00a0: un seul jour)', add: 'Ajouter', noted: 'Absence notée',
    remove: 'Retirer', removeThis: 'Retirer\u00a0: %{days}', removed: 'Absence retirée',
  },
  importList: 'Importer une liste', never: 'Jamais', nearHelp: 'À vol d’oiseau, de commune à commune',
  notesHelp: 'Pour l’équipe. La personne n’en voit rien sur ses pages, mais peut demander à les lire : n’écrivez que ce qui sert.',
  merge: {
    find: 'Fusionner avec une autre fiche', q: 'Nom de la personne', nobody: 'Personne d’autre ne porte ce nom dans votre territoire.', title: 'Fusionner deux fiches',
    text: 'Choisissez ce qui reste. Toutes les réponses, affectations et messages des deux fiches sont gardés : de deux réponses pour une même opération, la plus récente ; de deux affectations, la plus ferme. L’autre fiche disparaît.',
    one: 'Cette fiche', other: 'L’autre fiche', changedAt: 'Modifiée le %{at}', neverChanged: 'Jamais modifiée', both: 'Garder les deux', verb: 'Fusionner les deux fiches', done: 'Les deux fiches n’en font plus qu’une',
    hint: 'Doublon possible, même nom et même téléphone :', compare: 'Comparer et fusionner', apart: 'Ce ne sont pas les mêmes personnes', toldApart: 'C’est noté : ces deux fiches ne seront plus proposées à la fusion',
  },
  erase: {
    verb: 'Effacer la personne', title: 'Effacer %{name}', word: 'EFFACER', type: 'Écrivez %{word} pour confirmer', done: 'La personne est effacée', since: 'Cette personne a été effacée le %{at}. Il n’en reste que des nombres : ses réponses et ses présences passées comptent toujours.',
    text: 'À la demande de la personne seulement : rien ne permettra de revenir en arrière. Son nom, ses coordonnées, ses messages et les notes disparaissent partout ; ses places à venir sont libérées et les départements prévenus. Ne la nommez pas dans le motif, que l’historique garde.',
  },
}
