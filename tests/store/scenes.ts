import { randomUUID } from 'node:crypto';
import { inspect } from 'node:util';
import { LEASE_MS } from '../../lib/loans/process.ts';
import { type Answer, made, type Options, someone } from '../support/api.ts';
import { bookPath, someBook } from '../support/books.ts';
import { backTo, forward } from '../support/clock.ts';
import { newIsbn } from '../support/isbn.ts';
import {
  ask,
  type Emprunt,
  giveBack,
  keyed,
  lend,
  newBook,
  newLoan,
  newUser,
  owe,
  renew,
  settleDebt,
} from '../support/loans.ts';
import { emptyTables, isMark, readTables, restoreTables, type Tables } from '../support/read.ts';
import { reconcile, sweep } from '../support/reconciler.ts';
import { ifMatch, pay, penaltiesPath, penaltyPath, strike, userPath, waive } from '../support/users.ts';

/** Every call that writes and every refusal, for tests that cut, repeat, delay and count what they send. */

type Act = (options: Options) => Promise<Answer>;

/** Makes what a call needs. @returns the call, which may be made again */
export type Prepare = () => Promise<Act>;

const sending =
  (method: string, path: string, body?: object): Act =>
  (options) =>
    ask(method, path, { ...(body && { body }), ...options });

/** A call about a penalty of three euros, of which so much is paid. */
const onPenalty =
  (operation: string, body: object, { paid = 0 } = {}): Prepare =>
  async () => {
    const debt = await owe((await newUser()).id, 3);
    if (paid > 0) await settleDebt(debt.utilisateur_id, debt.id, paid);
    return sending('POST', `${penaltyPath(debt)}/${operation}`, body);
  };

type Debt = Awaited<ReturnType<typeof owe>>;

/** The strike of a payment of one euro of three, after what has happened to the penalty since. */
const striking =
  (since = async (_debt: Debt, _paymentId: string): Promise<unknown> => undefined): Prepare =>
  async () => {
    const debt = await owe((await newUser()).id, 3);
    const paymentId = (await settleDebt(debt.utilisateur_id, debt.id, 1)).body.mouvements[0].id;
    await since(debt, paymentId);
    return (options) => strike(debt, paymentId, options);
  };

interface Parties {
  userId: string;
  bookId: string;
}

/** A loan, after what stands against it has been arranged. */
const lending =
  (arrange = async (_: Parties): Promise<unknown> => undefined, those: Partial<Parties> = {}): Prepare =>
  async () => {
    const parties = { userId: (await newUser()).id, bookId: (await newBook()).id, ...those };
    await arrange(parties);
    return (options) => lend(parties.userId, parties.bookId, options);
  };

/** A call about a loan, after what has happened to the loan since it was made. */
const onLoan =
  (
    call: (id: string, options: Options) => Promise<Answer>,
    since = async (_: Emprunt): Promise<unknown> => undefined,
  ) =>
  async (): Promise<Act> => {
    const loan = await newLoan();
    await since(loan);
    return (options) => call(loan.id, options);
  };

const dayLate = async () => forward({ days: 22 });

/** A call about the person or the book of a loan. */
const withLoan = (act: (loan: Emprunt) => Act) => async (): Promise<Act> => act(await newLoan());

/** Somebody who answers for an account. */
const answeredFor = async () => ({ responsable_id: (await newUser()).id });

/** Somebody who has returned a book in time and, with all under keys, one late, and has paid for it. */
async function readerOfOld(): Promise<{ id: string }> {
  const person = made(await sending('POST', '/utilisateurs', someone({ adhesion: await answeredFor() }))(keyed()));
  await giveBack((await newLoan(person.id)).id);
  const late = made(await lend(person.id, (await newBook()).id, keyed()));
  await dayLate();
  const { penalite } = (await giveBack(late.id, keyed())).body;
  await pay({ utilisateur_id: person.id, id: penalite.id }, penalite.montant, keyed());
  return person;
}

const PENALTY = { montant: 3, description: 'Livre abîmé' };

/** What each call answers when nothing goes wrong. */
export const SCENES: Record<string, [status: number, prepare: Prepare]> = {
  'a new account': [201, async () => sending('POST', '/utilisateurs', someone())],
  'a new child': [201, async () => sending('POST', '/utilisateurs', someone({ adhesion: await answeredFor() }))],
  'a change of e-mail, card, name and family': [
    200,
    async () =>
      sending('PATCH', userPath((await newUser({ adhesion: await answeredFor() })).id), {
        nom: 'Autre',
        email: 'ensuite@exemple.fr',
        adhesion: { numero_carte: 'C-ENSUITE', ...(await answeredFor()) },
      }),
  ],
  'a block': [200, async () => sending('PUT', `${userPath((await newUser()).id)}/blocage`, { motif: 'Perte' })],
  'the end of a block': [
    204,
    async () => {
      const path = `${userPath((await newUser()).id)}/blocage`;
      await ask('PUT', path, { body: { motif: 'Perte' } });
      return sending('DELETE', path);
    },
  ],
  'the deletion of an account': [204, async () => sending('DELETE', userPath((await readerOfOld()).id))],
  'a penalty': [201, async () => sending('POST', penaltiesPath((await newUser()).id), PENALTY)],
  'a payment': [200, onPenalty('paiements', { montant: 1 })],
  'a payment of all': [200, onPenalty('paiements', { montant: 3 })],
  'a waiver': [200, onPenalty('annulation', { motif: 'Geste' })],
  'a waiver that gives back': [200, onPenalty('annulation', { motif: 'Geste', rembourser: true }, { paid: 1 })],
  'the strike of a payment': [200, striking()],
  'a new book': [201, async () => sending('POST', '/livres', someBook({ isbn: newIsbn().thirteen }))],
  'a change of title and ISBN': [
    200,
    async () => {
      const { id } = await newBook({ isbn: newIsbn().thirteen });
      return sending('PATCH', bookPath(id), someBook({ isbn: newIsbn().thirteen }));
    },
  ],
  'the deletion of a book': [
    204,
    async () => sending('DELETE', bookPath((await newBook({ isbn: newIsbn().thirteen })).id)),
  ],
  'a loan': [201, lending()],
  'a return': [200, onLoan(giveBack)],
  'a late return': [200, onLoan(giveBack, dayLate)],
  'a renewal': [200, onLoan(renew)],
};

const EXPIRED = { adhesion: { date_fin: '2020-01-31' } };

/** Every refusal of a call that writes, with its code or motif. */
export const REFUSALS: Record<string, [status: number, refusal: string, prepare: Prepare]> = {
  'a loan to nobody': [404, 'utilisateur_introuvable', lending(undefined, { userId: randomUUID() })],
  'a loan of no book': [404, 'livre_introuvable', lending(undefined, { bookId: randomUUID() })],
  'a loan to somebody who owes': [409, 'penalites_impayees', lending(({ userId }) => owe(userId))],
  'a loan over the limit': [
    409,
    'limite_emprunts_atteinte',
    lending(async ({ userId }) => {
      for (let n = 0; n < 5; n += 1) await newLoan(userId);
    }),
  ],
  'a loan to somebody who is late': [409, 'emprunts_en_retard', lending(({ userId }) => newLoan(userId).then(dayLate))],
  'a loan of a book that is out': [
    409,
    'aucun_exemplaire_disponible',
    lending(async ({ bookId }) => lend((await newUser()).id, bookId)),
  ],
  'a second return': [409, 'emprunt_rendu', onLoan(giveBack, ({ id }) => giveBack(id))],
  'a return of no loan': [404, 'emprunt_introuvable', async () => (options) => giveBack(randomUUID(), options)],
  'a renewal of a loan that is back': [409, 'emprunt_rendu', onLoan(renew, ({ id }) => giveBack(id))],
  'a renewal too late': [409, 'emprunt_en_retard', onLoan(renew, dayLate)],
  'a renewal too many': [
    409,
    'limite_prolongations_atteinte',
    onLoan(renew, ({ id }) => renew(id).then(() => renew(id))),
  ],
  'a renewal for somebody who owes': [
    409,
    'penalites_impayees',
    onLoan(renew, ({ utilisateur_id }) => owe(utilisateur_id)),
  ],
  'the deletion of somebody who owes': [
    409,
    'penalites_impayees',
    async () => sending('DELETE', userPath((await owe((await newUser()).id)).utilisateur_id)),
  ],
  'the deletion of somebody who borrows': [
    409,
    'emprunts_en_cours',
    withLoan(({ utilisateur_id }) => sending('DELETE', userPath(utilisateur_id))),
  ],
  'the deletion of a book that is out': [
    409,
    'exemplaires_empruntes',
    withLoan(({ livre_id }) => sending('DELETE', bookPath(livre_id))),
  ],
  'fewer copies than are out': [
    409,
    'exemplaires_insuffisants',
    withLoan(({ livre_id }) => sending('PATCH', bookPath(livre_id), { exemplaires: 0 })),
  ],
  'a change of a version that has moved': [
    412,
    'version_perimee',
    withLoan(({ utilisateur_id }) => (options) => {
      const headers = { ...options.headers, ...ifMatch('"x"').headers };
      return ask('PATCH', userPath(utilisateur_id), { body: { nom: 'Autre' }, headers });
    }),
  ],
  'a penalty for nobody': [
    404,
    'utilisateur_introuvable',
    async () => sending('POST', penaltiesPath(randomUUID()), PENALTY),
  ],
  'a payment of too much': [409, 'montant_superieur_au_reste', onPenalty('paiements', { montant: 9 })],
  'a payment of what is paid': [409, 'penalite_close', onPenalty('paiements', { montant: 1 }, { paid: 3 })],
  'a waiver of what is paid': [409, 'penalite_close', onPenalty('annulation', { motif: 'x' }, { paid: 3 })],
  'the strike of no payment': [
    404,
    'mouvement_introuvable',
    onPenalty(`paiements/${randomUUID()}/annulation`, { motif: 'x' }, { paid: 1 }),
  ],
  'a second strike of a payment': [409, 'paiement_annule', striking(strike)],
  'the strike of a payment of a waived penalty': [409, 'penalite_annulee', striking((debt) => waive(debt))],
  'an e-mail in use': [
    409,
    'email_deja_utilise',
    async () => sending('POST', '/utilisateurs', someone({ email: (await newUser()).email })),
  ],
  'a card in use': [
    409,
    'numero_carte_deja_utilise',
    async () => {
      const { numero_carte } = (await newUser()).adhesion;
      return sending('POST', '/utilisateurs', someone({ adhesion: { numero_carte } }));
    },
  ],
  'a child of nobody': [
    409,
    'responsable_introuvable',
    async () => sending('POST', '/utilisateurs', someone({ adhesion: { responsable_id: randomUUID() } })),
  ],
  'the deletion of somebody who answers for another': [
    409,
    'responsable_de_comptes',
    async () => {
      const adhesion = await answeredFor();
      await newUser({ adhesion });
      return sending('DELETE', userPath(adhesion.responsable_id));
    },
  ],
  'a loan to somebody who is blocked': [
    409,
    'compte_bloque',
    lending(({ userId }) => ask('PUT', `${userPath(userId)}/blocage`, { body: { motif: 'Perte' } })),
  ],
  'a renewal of a membership that has ended': [
    409,
    'adhesion_expiree',
    onLoan(renew, ({ utilisateur_id }) => ask('PATCH', userPath(utilisateur_id), { body: EXPIRED })),
  ],
  'an ISBN in use': [
    409,
    'isbn_deja_utilise',
    async () => {
      const { isbn } = await newBook({ isbn: newIsbn().thirteen });
      return sending('POST', '/livres', someBook({ isbn }));
    },
  ],
};

/** The calls that are made under a key as well, one for each way in which a first answer is recorded. */
const KEYED = [
  'a new account',
  'a payment',
  'the strike of a payment',
  'a new book',
  'a loan',
  'a late return',
  'a renewal',
];
/** The others that are no harder to cut than those that are left. */
const UNKEYED = Object.keys(SCENES).filter((name) => !['a late return', 'the end of a block'].includes(name));
/** The refusals that may also come up after the first write of a process. */
const REFUSED = ['a loan of a book that is out', 'a loan to somebody who owes', 'a renewal for somebody who owes'];

export interface Case {
  status: number;
  prepare: Prepare;
  isKeyed?: boolean;
}

const caseOf = (name: string): Case => {
  const [status, prepare] = SCENES[name] as [number, Prepare];
  return { status, prepare };
};

/** The calls that are worth cutting, repeating and delaying. */
export const CASES: Record<string, Case> = {
  ...Object.fromEntries(UNKEYED.map((name) => [name, caseOf(name)])),
  ...Object.fromEntries(KEYED.map((name) => [`${name} under a key`, { ...caseOf(name), isKeyed: true }])),
  ...Object.fromEntries(
    REFUSED.map((name): [string, Case] => {
      const [status, , prepare] = REFUSALS[name] as [number, string, Prepare];
      return [name, { status, prepare, isKeyed: name === REFUSED[0] }];
    }),
  ),
};

/** Has the tables to itself, the clock being stopped. @returns the call, and how to begin it again */
export async function stage({ prepare, isKeyed }: Case) {
  await emptyTables();
  const call = await prepare();
  const options = isKeyed ? keyed() : {};
  const [tables, now] = [await readTables(), Date.now()];
  return {
    act: () => call(options),
    /** @param present what is in the tables, when it has just been read */
    beginAgain: async (present?: Tables) => {
      backTo(now);
      await restoreTables(tables, present ?? (await readTables()));
    },
  };
}

export type Staged = Awaited<ReturnType<typeof stage>>;

/**
 * Has the reconciler and the sweep of deletions come, when there is something for them.
 * @param present what is in the tables, when it has just been read
 * @returns what is in the tables then
 */
export async function settled(present?: Tables): Promise<Tables> {
  const tables = present ?? (await readTables());
  const [cutOff, deleted] = [tables.loans.some(({ transit }) => transit), tables.users.some(isMark)];
  if (!cutOff && !deleted) return tables;
  forward({ ms: LEASE_MS + 1 });
  if (cutOff) await reconcile();
  if (deleted) await sweep();
  return readTables();
}

const UUID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
const INSTANT = /\d{4}-\d\d-\d\dT[\d:.]+Z/g;
const SHARD = /(DEHORS|TRANSIT|RENDU)#\d/g;

/**
 * Everything that the tables say, as one text to compare. It leaves out recorded first answers, version numbers,
 * which a write that changes nothing may raise too, and what differs each time that a thing is made.
 */
export const contents = ({ users, books, loans }: Tables): string =>
  [...users, ...books, ...loans]
    .filter(({ pk }) => !/^(IDEMPOTENCE|REPONSES)#/.test(pk))
    .map((item) => inspect({ ...item, version: 0 }, { depth: null, sorted: true }))
    .map((text) => text.replaceAll(UUID, 'id').replaceAll(INSTANT, 'instant').replaceAll(SHARD, '$1'))
    .sort()
    .join('\n');
