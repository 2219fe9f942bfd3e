import { type Body, OPERATIONS, type Operation, operationAt, schemaAt } from './document.ts';
import type { Call, Folder, Step } from './model.ts';
import { DRAW, UNDO } from './scripts.ts';

/**
 * The three reference folders, made from docs/openapi.yaml: for each operation a right request, and one for each
 * refusal that a request can bring about. Each makes what it acts on through the API and takes it away again, so
 * that it can be sent alone.
 */

/** A well-formed id that nothing has. */
const NOWHERE = '00000000-0000-4000-8000-000000000000';

/** A well-formed barcode that no copy has. */
const NO_BARCODE = 'NULLE-PART';

/** The fields whose value only one thing can have, and those that name a thing made before the request. */
const OWN: Body = {
  email: 'adherent.{{marque}}@example.org',
  isbn: '{{isbn}}',
  utilisateur_id: '{{utilisateur_id}}',
  livre_id: '{{livre_id}}',
  code_barres: '{{code_barres}}',
};

/** A barcode of this request's own. */
const BARCODE = 'EX-{{isbn}}';

/** What an operation names otherwise: the barcode of a new copy, a book that is all out. */
const ELSEWHERE: Record<string, Body> = {
  'POST /livres/{id}/exemplaires': { code_barres: BARCODE },
  'POST /reservations': { livre_id: '{{livre_sorti_id}}' },
};

/** The example of an operation's body, such that it can be sent as often as one wants. */
function bodyOf({ route, requestBody }: Operation): Body | undefined {
  const example = requestBody?.content['application/json'].example;
  const own = { ...OWN, ...ELSEWHERE[route] };
  return example && Object.fromEntries(Object.entries(example).map(([name, value]) => [name, own[name] ?? value]));
}

const sent = (route: string): Body => bodyOf(operationAt(route) as Operation) as Body;

const PENALTIES = '/utilisateurs/{{utilisateur_id}}/penalites';
const PENALTY = `${PENALTIES}/{{penalite_id}}`;
const waived: Way = { calls: [{ demande: `POST ${PENALTY}/annulation`, corps: { motif: 'Erreur' } }] };

/** What requests act on, by the variable that names it; each is made of those before it. */
const THINGS: Record<string, Call> = {
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

/** How a request differs from a right one, what it needs beyond what it names, and what is called before it. */
interface Way extends Partial<Step> {
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

/** A text with that id in the place of every variable. */
const nowhere = (text: string) => text.replaceAll('{{code_barres}}', NO_BARCODE).replaceAll(/\{\{\w+\}\}/g, NOWHERE);

const takes = ({ parameters }: Operation, name: string): boolean => parameters.some((one) => one.name === name);

/** Another right value of a field that does not take any text. */
const OTHERS: Record<string, string> = { code_barres: NO_BARCODE, jusqu_au: '2099-12-31' };

/** The same, of the reasons that depend on the operation. */
function wayOf(reason: string, right: Step, operation: Operation): Way | undefined {
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
const again = (step: Step): Call => ({ demande: step.route, corps: step.body as Body, cle: true });

/** A request in such a way, after the calls that make what it names, and what those name in turn. */
function stepIn({ things, calls = [], faults: _, ...over }: Way, right: Step): Step {
  const step = { ...right, ...over };
  const prepare = [...calls];
  for (const [nom, call] of Object.entries(THINGS).reverse()) {
    const named = JSON.stringify([step.route, step.body, things, prepare]);
    if (named.includes(`{{${nom}}}`)) prepare.unshift({ ...call, nom });
  }
  return { ...step, prepare };
}

function rightStep(operation: Operation): Step {
  const { operationId, route, summary, description, parameters } = operation;
  const thing = [...route.matchAll(/(\w+)s\/\{/g)].at(-1)?.[1];
  const inQuery = parameters.filter((parameter) => parameter.in === 'query');
  const body = bodyOf(operation);
  return {
    name: summary,
    about: description,
    // `/livres/{id}` is `/livres/{{livre_id}}`.
    route: route.replace(/(\w+)s\/\{id\}/, '$1s/{{$1_id}}').replaceAll(/\/\{(\w+)\}/g, '/{{$1}}'),
    query: Object.fromEntries(inQuery.flatMap(({ name, example }) => (example ? [[name, example]] : []))),
    unused: inQuery.flatMap(({ name, description, example }) => (example ? [] : [{ key: name, description }])),
    headers: {
      ...(takes(operation, 'Idempotency-Key') && { 'Idempotency-Key': '{{marque}}' }),
      ...(takes(operation, 'If-Match') && { 'If-Match': `{{etag_${thing}_id}}` }),
    },
    ...(body && { body }),
    ...(operationId === 'loans-notify-overdue' && { needs: 'inbox' }),
  };
}

/** The statuses of requests that are refused whatever they act on: it need not be there. */
const IDLE = [400, 401, 403, 415];

function refusedSteps(operation: Operation): Step[] {
  const { needs: _, ...right } = rightStep(operation);
  const idle: Step = JSON.parse(nowhere(JSON.stringify(right)));
  return Object.entries(operation.responses).flatMap(([key, { content }]) => {
    const status = Number(key);
    const examples = Object.entries(content?.['application/problem+json']?.examples ?? {});
    return examples.flatMap(([code, { summary, value }]) =>
      ((value.motifs as string[]) ?? [undefined]).flatMap((motif?: string) => {
        const way = wayOf(motif ?? code, right, operation);
        if (!way) return [];
        const refused = { status, code, ...(motif && { motifs: [motif] }), ...(way.faults && { faults: way.faults }) };
        const name = `${right.name} : ${status} ${code}${motif ? ` (${motif})` : ''}`;
        return [{ ...stepIn(way, IDLE.includes(status) ? idle : right), name, about: `${summary}.`, refused }];
      }),
    );
  });
}

/** The right request; then, where the operation has such, the same again, the next page, and a member's own. */
function grantedSteps(operation: Operation): Step[] {
  const right = rightStep(operation);
  const content = Object.values(operation.responses)[0]?.content;
  const [champ = ''] = Object.keys(content?.['application/json']?.example ?? {});
  const replayed = `
pm.expect(pm.response.headers.get('Idempotent-Replayed')).to.equal('true');
pm.expect(String(reponse.${champ})).to.equal(pm.collectionVariables.get('premiere'));`;
  const more: Record<string, Way | false> = {
    'même clé': takes(operation, 'Idempotency-Key') && {
      about: 'La demande renvoyée, comme après une réponse perdue : la première réponse revient, rien n’est refait.',
      calls: [{ ...again(right), nom: 'premiere', champ }],
      checks: { 'est la première réponse': replayed },
    },
    'page suivante': takes(operation, 'curseur') &&
      !right.route.includes('{{') && {
        about: '`curseur` est le `curseur_suivant` de la page d’avant, tel quel ; la dernière page n’en a pas.',
        calls: [{ demande: `${right.route}?limite=1`, nom: 'curseur', champ: 'curseur_suivant' }],
        query: { limite: '1', curseur: '{{curseur}}' },
        unused: [],
      },
    'par l’adhérent': operation.security.length > 1 &&
      right.route.match(/\{\{.*?\}\}/g)?.join() === '{{utilisateur_id}}' && {
        about: 'Ses propres données, avec son propre jeton.',
        as: 'adherent',
        needs: 'jeton_adherent',
        route: right.route.replace('utilisateur_id', 'adherent_id'),
      },
  };
  const named = Object.entries(more).flatMap(([how, way]) => (way ? { ...way, name: `${right.name} : ${how}` } : []));
  return [{}, ...named].map((way) => stepIn(way, right));
}

const folder = (service: string, name: string, about: string): Folder => ({
  name,
  about,
  before: DRAW,
  after: UNDO,
  steps: OPERATIONS.filter(({ operationId }) => operationId.startsWith(`${service}-`)).map((operation) => ({
    name: operation.summary,
    about: operation.description,
    steps: [...grantedSteps(operation), ...refusedSteps(operation)],
  })),
});

export const REFERENCE: readonly Folder[] = [
  folder('books', 'Livres', 'Le catalogue et ses exemplaires. La lecture est ouverte à tous.'),
  folder('users', 'Utilisateurs', 'Les comptes, leurs pénalités et le droit d’emprunter.'),
  folder(
    'loans',
    'Emprunts',
    'Le prêt, le retour, la prolongation, les retards et leurs rappels, et les réservations.',
  ),
];
