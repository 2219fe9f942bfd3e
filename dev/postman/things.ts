import { type Body, type Operation, operationAt } from './document.ts';
import type { Call } from './model.ts';

/** What the requests of the reference act on, and how each thing is made through the API. */

/** A well-formed id that nothing has. */
export const NOWHERE = '00000000-0000-4000-8000-000000000000';

/** A well-formed barcode that no copy has. */
export const NO_BARCODE = 'NULLE-PART';

/** The fields whose value only one thing can have, that name a thing made before the request, or a day to come. */
export const OWN: Body = {
  email: 'adherent.{{marque}}@example.org',
  isbn: '{{isbn}}',
  utilisateur_id: '{{utilisateur_id}}',
  livre_id: '{{livre_id}}',
  code_barres: '{{code_barres}}',
  jusqu_au: '{{dans_un_mois}}',
};

/** A barcode of this request's own. */
export const BARCODE = 'EX-{{isbn}}';

/** What an operation names otherwise: a last day, the barcode of a new copy, a book that is all out. */
const ELSEWHERE: Record<string, Body> = {
  'PATCH /utilisateurs/{id}': { adhesion: { date_fin: '{{dans_un_mois}}' } },
  'POST /livres/{id}/exemplaires': { code_barres: BARCODE },
  'POST /reservations': { livre_id: '{{livre_sorti_id}}' },
};

/** The example of an operation's body, such that it can be sent as often as one wants. */
export function bodyOf({ route, requestBody }: Operation): Body | undefined {
  const example = requestBody?.content['application/json'].example;
  const own = { ...OWN, ...ELSEWHERE[route] };
  return example && Object.fromEntries(Object.entries(example).map(([name, value]) => [name, own[name] ?? value]));
}

export const sent = (route: string): Body => bodyOf(operationAt(route) as Operation) as Body;

const PENALTIES = '/utilisateurs/{{utilisateur_id}}/penalites';
export const PENALTY = `${PENALTIES}/{{penalite_id}}`;

/** What requests act on, by the variable that names it; each is made of those before it. */
export const THINGS: Record<string, Call> = {
  utilisateur_id: {
    demande: 'POST /utilisateurs',
    corps: { ...sent('POST /utilisateurs'), email: '{{$guid}}@example.org' },
  },
  livre_id: { demande: 'POST /livres', corps: { ...sent('POST /livres'), isbn: null } },
  exemplaire_id: { demande: 'POST /livres/{{livre_id}}/exemplaires', corps: {} },
  code_barres: { demande: 'POST /livres/{{livre_id}}/exemplaires', corps: {}, champ: 'code_barres' },
  emprunt_id: { demande: 'POST /emprunts', corps: sent('POST /emprunts') },
  exemplaire_emprunte_id: { demande: 'GET /emprunts/{{emprunt_id}}', champ: 'exemplaire_id' },
  code_barres_emprunte: { demande: 'GET /emprunts/{{emprunt_id}}', champ: 'code_barres' },
  autre_id: { demande: 'POST /utilisateurs', corps: { nom: 'Autre', prenom: 'Zoé' } },
  livre_rare_id: { demande: 'POST /livres', corps: { titre: 'Un livre attendu' } },
  emprunt_autre_id: {
    demande: 'POST /emprunts',
    corps: { utilisateur_id: '{{autre_id}}', livre_id: '{{livre_rare_id}}' },
  },
  livre_sorti_id: { demande: 'GET /emprunts/{{emprunt_autre_id}}', champ: 'livre_id' },
  reservation_id: { demande: 'POST /reservations', corps: sent('POST /reservations') },
  penalite_id: { demande: `POST ${PENALTIES}`, corps: sent('POST /utilisateurs/{id}/penalites') },
  mouvement_id: { demande: `POST ${PENALTY}/paiements`, corps: { montant: 1 }, champ: 'mouvements.0.id' },
  // The environment's member may have been deleted since.
  adherent_id: { demande: 'GET /utilisateurs/{{adherent_id}}' },
};
