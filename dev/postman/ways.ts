import { type Body, type Operation, schemaAt } from './document.ts';
import type { Call, Step } from './model.ts';
import { BARCODE, NO_BARCODE, NOWHERE, OWN, PENALTY, sent } from './things.ts';

/** How a request is made to be refused, for each reason that a request can bring about. */

const waived: Way = { calls: [{ demande: `POST ${PENALTY}/annulation`, corps: { motif: 'Erreur' } }] };

/** How a request differs from a right one, what it needs beyond what it names, and what is called before it. */
export interface Way extends Partial<Step> {
  things?: string;
  calls?: readonly Call[];
  faults?: readonly string[];
}

/** What another thing already has. */
const taken = (demande: string): Way => ({ calls: [{ demande, corps: sent(demande) }], body: sent(demande) });

/** A card of this request's own. */
const CARD = { adhesion: { numero_carte: 'CARTE-{{isbn}}' } };

const dvd = (n: number): Call[] => [
  { demande: 'POST /livres', corps: { titre: `Film ${n}`, type: 'dvd' }, nom: `dvd_${n}` },
  ...(n < 3
    ? [{ demande: 'POST /emprunts', corps: { utilisateur_id: '{{utilisateur_id}}', livre_id: `{{dvd_${n}}}` } }]
    : []),
];

/** What brings a refusal about, by its motif or, where it has none, by its code. */
const WAYS: Record<string, Way> = {
  acces_refuse: { as: 'adherent', needs: 'jeton_adherent' },
  type_de_contenu_refuse: { body: 'nom=Zoé' },
  version_perimee: { headers: { 'If-Match': '"perimee"' } },
  email_deja_utilise: taken('POST /utilisateurs'),
  numero_carte_deja_utilise: {
    calls: [{ demande: 'POST /utilisateurs', corps: { nom: 'Autre', prenom: 'Zoé', ...CARD } }],
    body: { ...sent('POST /utilisateurs'), ...CARD },
  },
  responsable_introuvable: { body: { ...sent('POST /utilisateurs'), adhesion: { responsable_id: NOWHERE } } },
  responsable_de_comptes: {
    calls: [
      {
        demande: 'POST /utilisateurs',
        corps: { nom: 'Petit', prenom: 'Léo', adhesion: { responsable_id: '{{utilisateur_id}}' } },
      },
    ],
  },
  compte_bloque: { calls: [{ demande: 'PUT /utilisateurs/{{utilisateur_id}}/blocage', corps: { motif: 'Perte' } }] },
  adhesion_expiree: {
    calls: [{ demande: 'PATCH /utilisateurs/{{utilisateur_id}}', corps: { adhesion: { date_fin: '2020-01-31' } } }],
  },
  isbn_deja_utilise: taken('POST /livres'),
  exemplaires_trop_nombreux: {
    calls: [
      { demande: 'PATCH /livres/{{livre_id}}/exemplaires/{{exemplaire_id}}', corps: { etat: 'retire' } },
      { demande: 'PATCH /livres/{{livre_id}}', corps: { exemplaires: 999 } },
    ],
    body: { exemplaires: 1000 },
    headers: {},
  },
  exemplaire_indisponible: {
    calls: [
      {
        demande: 'PATCH /livres/{{livre_id}}/exemplaires/{{exemplaire_id}}',
        corps: { etat: 'en_reparation', code_barres: BARCODE },
      },
    ],
    body: { utilisateur_id: '{{utilisateur_id}}', code_barres: BARCODE },
  },
  livre_deja_emprunte: { calls: [{ demande: 'POST /emprunts', corps: sent('POST /emprunts') }] },
  limite_type_atteinte: {
    calls: [1, 2, 3].flatMap(dvd),
    body: { utilisateur_id: '{{utilisateur_id}}', livre_id: '{{dvd_3}}' },
  },
  exemplaires_insuffisants: { things: '{{emprunt_id}}', body: { exemplaires: 0 } },
  exemplaires_empruntes: { things: '{{emprunt_id}}' },
  emprunts_en_cours: { things: '{{emprunt_id}}' },
  penalites_impayees: { things: '{{penalite_id}}' },
  aucun_exemplaire_disponible: { calls: [{ demande: 'PATCH /livres/{{livre_id}}', corps: { exemplaires: 0 } }] },
  montant_superieur_au_reste: { body: { montant: 1000 } },
  penalite_close: waived,
  penalite_annulee: waived,
  paiement_annule: {
    calls: [{ demande: `POST ${PENALTY}/paiements/{{mouvement_id}}/annulation`, corps: { motif: 'Erreur' } }],
  },
  limite_reservations_atteinte: {
    calls: [1, 2, 3].flatMap((n): Call[] => [
      { demande: 'POST /livres', corps: { titre: `Livre attendu ${n}` }, nom: `attendu_${n}` },
      { demande: 'POST /emprunts', corps: { utilisateur_id: '{{autre_id}}', livre_id: `{{attendu_${n}}}` } },
      { demande: 'POST /reservations', corps: { utilisateur_id: '{{utilisateur_id}}', livre_id: `{{attendu_${n}}}` } },
    ]),
  },
  reservation_existante: { things: '{{reservation_id}}' },
  exemplaire_disponible: { body: { utilisateur_id: '{{utilisateur_id}}', livre_id: '{{livre_id}}' } },
  aucun_exemplaire_reservable: {
    calls: [{ demande: 'PATCH /livres/{{livre_id}}', corps: { exemplaires: 0 } }],
    body: { utilisateur_id: '{{utilisateur_id}}', livre_id: '{{livre_id}}' },
  },
  reservation_close: { calls: [{ demande: 'POST /reservations/{{reservation_id}}/annulation' }] },
  reservation_mise_de_cote: {
    things: '{{reservation_id}}',
    calls: [{ demande: 'POST /emprunts/{{emprunt_autre_id}}/retour' }],
  },
  emprunt_rendu: { calls: [{ demande: 'POST /emprunts/{{emprunt_id}}/retour' }] },
};

/** One copy more than a title may have. */
const TOO_MANY: Way = { calls: [{ demande: 'PATCH /livres/{{livre_id}}', corps: { exemplaires: 1000 } }] };

const barcodeTaken = ({ route, body }: Step): Way => {
  const code_barres = '{{code_barres}}';
  return {
    body: route === 'POST /livres' ? { ...(body as Body), exemplaires: [{ code_barres }] } : { code_barres },
  };
};

/** A copy that is out: it is changed or taken away, or lent to somebody else. */
const copyLent = ({ route }: Step): Way =>
  route === 'POST /emprunts'
    ? { body: { utilisateur_id: '{{autre_id}}', code_barres: '{{code_barres_emprunte}}' } }
    : { route: route.replace('exemplaire_id', 'exemplaire_emprunte_id'), headers: {}, things: '{{emprunt_id}}' };

/** Once its copy is out, the title is all out. */
const ONLY_COPY: Call = { demande: 'PATCH /livres/{{livre_id}}', corps: { exemplaires: 1 } };

/** A title that somebody else waits for: it is lent, or its loan is renewed. */
const reservedByOthers = ({ route }: Step): Way =>
  route === 'POST /emprunts'
    ? {
        things: '{{reservation_id}}',
        calls: [{ demande: 'POST /emprunts/{{emprunt_autre_id}}/retour' }],
        body: { utilisateur_id: '{{autre_id}}', livre_id: '{{livre_sorti_id}}' },
      }
    : {
        things: '{{emprunt_id}}',
        calls: [
          ONLY_COPY,
          { demande: 'POST /reservations', corps: { utilisateur_id: '{{autre_id}}', livre_id: '{{livre_id}}' } },
        ],
      };

/** An account or a title with a hold, of which no copy is out any more. */
const withHold = ({ route }: Step): Way => ({
  route: route.replace('{{livre_id}}', '{{livre_sorti_id}}'),
  headers: {},
  things: '{{reservation_id}}',
  calls: [{ demande: 'POST /emprunts/{{emprunt_autre_id}}/retour' }],
});

/** A title of which the person has the only copy. */
const heldByOneself: Way = {
  calls: [{ demande: 'POST /emprunts', corps: sent('POST /emprunts') }, ONLY_COPY],
  body: { utilisateur_id: '{{utilisateur_id}}', livre_id: '{{livre_id}}' },
};

const noCopy = ({ route, body }: Step): Way => {
  if (!body) return { route: route.replace('{{code_barres}}', NO_BARCODE) };
  const { livre_id: _, ...rest } = body as Body;
  return { body: { ...rest, code_barres: NO_BARCODE } };
};

/** A text with that id in the place of every variable that names a thing: a day to come is none. */
export const nowhere = (text: string) =>
  text.replaceAll('{{code_barres}}', NO_BARCODE).replaceAll(/\{\{(?!dans_)\w+\}\}/g, NOWHERE);

export const takes = ({ parameters }: Operation, name: string): boolean => parameters.some((one) => one.name === name);

/** Another right value of a field that does not take any text. */
const OTHERS: Record<string, string> = { code_barres: NO_BARCODE, jusqu_au: '2099-12-31' };

/** The same, of the reasons that depend on the operation. */
export function wayOf(reason: string, right: Step, operation: Operation): Way | undefined {
  const body = right.body as Body | undefined;
  const elsewhere = { route: nowhere(right.route) };
  if (reason === 'livre_reserve') return reservedByOthers(right);
  if (reason === 'reservations_en_cours') return withHold(right);
  if (reason === 'livre_deja_emprunte' && right.route === 'POST /reservations') return heldByOneself;
  if (reason === 'exemplaires_trop_nombreux' && right.route.startsWith('POST')) return TOO_MANY;
  if (WAYS[reason]) return WAYS[reason];
  if (reason === 'code_barres_deja_utilise') return barcodeTaken(right);
  if (reason === 'exemplaire_emprunte') return copyLent(right);
  if (reason === 'exemplaire_introuvable' && !right.route.includes('{{exemplaire_id}}')) return noCopy(right);
  if (reason.endsWith('_introuvable')) {
    const name = reason.replace('introuvable', 'id');
    return body && name in body
      ? { body: { ...body, [name]: NOWHERE } }
      : { route: right.route.replace(`{{${name}}}`, NOWHERE) };
  }
  if (reason === 'non_authentifie')
    return operation.security.length > 0 ? { as: 'personne' } : { headers: { Authorization: 'Bearer faux' } };
  if (reason === 'requete_invalide') return mistaken(operation);
  if (reason === 'cle_idempotence_reutilisee') {
    const [[name, value] = ['', '']] = Object.entries(body ?? {});
    const another = OTHERS[name] ?? (name in OWN ? NOWHERE : 'Autre');
    const other = typeof value === 'number' ? value / 2 : another;
    return { calls: [again(right)], ...(body ? { body: { ...body, [name]: other } } : elsewhere) };
  }
  return undefined;
}

/** A request with a mistake, and where the answer finds it. */
function mistaken(operation: Operation): Way {
  const { required, oneOf, minProperties } = schemaAt(operation.requestBody?.content['application/json'].schema.$ref);
  if (minProperties) return { body: {}, faults: ['corps'] };
  const [either] = (oneOf ?? []) as { required: string[] }[];
  const wanted = (required ?? either?.required ?? []) as string[];
  if (operation.requestBody) return { body: { inconnu: true }, faults: [...wanted, 'inconnu'] };
  const name = takes(operation, 'curseur') ? 'curseur' : 'inconnu';
  return { query: { [name]: 'abime' }, faults: [name] };
}

/** The request as a call before it, under its own key. */
export const again = (step: Step): Call => ({ demande: step.route, corps: step.body as Body, cle: true });
