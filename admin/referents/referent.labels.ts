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
}
