import { randomUUID } from 'node:crypto';
import { type Answer, call, newUser, type Options, overHttp, someone } from '../../support/api.ts';
import { deleteBook, found, newBook, patchBook, postBook, someBook } from '../../support/books.ts';
import { forward, stopClock } from '../../support/clock.ts';
import { newIsbn } from '../../support/isbn.ts';
import * as loans from '../../support/loans.ts';
import * as users from '../../support/users.ts';

/** Requests of every operation that heeds an `Idempotency-Key`, and what can be seen of their effects. */

export type Send = (options: Options) => Promise<Answer>;
/** How often something has happened, in every place where that can be seen. */
type Times = () => Promise<number[]>;

export interface Scene {
  /** The request, and ways to write the same one otherwise. */
  same: [Send, ...Send[]];
  times: Times;
  /** Other requests of the same operation. */
  others: Send[];
  othersTimes: Times;
  /** What may become of the thing after the first answer. */
  meanwhile?: () => Promise<unknown>;
}

export const create =
  (body: object): Send =>
  (options) =>
    call('POST', '/utilisateurs', { body, ...options });
const withEmail = async (email: string) => (await call('GET', `/utilisateurs?email=${email}`)).body.elements;

const owed = async (id: string): Promise<number> => (await users.verification(id)).total_impaye;
export const penaltiesOf = async (id: string) => (await call('GET', users.penaltiesPath(id))).body.elements;

const held = async (userId: string): Promise<number> => (await users.verification(userId)).emprunts_en_cours;
const outOf = async (bookId: string): Promise<number> => {
  const { exemplaires, disponibles } = await loans.availability(bookId);
  return exemplaires - disponibles;
};
const timesBack = async ({ id, utilisateur_id, livre_id }: loans.Emprunt) => [
  (await loans.getLoan(id)).body.statut === 'rendu' ? 1 : 0,
  1 - (await held(utilisateur_id)),
  1 - (await outOf(livre_id)),
];

type Penalty = { utilisateur_id: string; id: string };

/** @param amount how much less is owed after the request */
const onPenalty = (request: (penalty: Penalty) => Send, amount: number) => async (): Promise<Scene> => {
  const [one, other] = [await users.newPenalty(3), await users.newPenalty(3)];
  const times = (penalty: Penalty) => async () => [(3 - (await owed(penalty.utilisateur_id))) / amount];
  return { same: [request(one)], times: times(one), others: [request(other)], othersTimes: times(other) };
};

const onLoan =
  (request: (id: string) => Send, times: (loan: loans.Emprunt) => Promise<number[]>) => async (): Promise<Scene> => {
    const [one, other] = [await loans.newLoan(), await loans.newLoan()];
    const same: [Send, Send] = [request(one.id), (key) => request(one.id.toUpperCase())({ ...key, body: {} })];
    return { same, times: () => times(one), others: [request(other.id)], othersTimes: () => times(other) };
  };

export const SCENES: Record<string, () => Promise<Scene>> = {
  'a new account': async () => {
    const [body, other] = [someone(), someone()];
    const { email, nom, prenom } = body;
    return {
      same: [create(body), create({ email: email.toUpperCase(), nom: ` ${nom} `, prenom })],
      times: async () => [(await withEmail(email)).length],
      others: [create(other), create({ ...body, nom: 'Autre' })],
      othersTimes: async () => [(await withEmail(other.email)).length],
      meanwhile: async () => users.patchUser((await withEmail(email))[0].id, { nom: 'Autre' }),
    };
  },
  'a new penalty': async () => {
    const [{ id }, other] = [await newUser(), await newUser()];
    const add = (userId: string, montant: number) => (key: Options) => users.addPenalty(userId, montant, key);
    return {
      same: [add(id, 3), add(id.toUpperCase(), 3)],
      times: async () => [(await penaltiesOf(id)).length, (await owed(id)) / 3],
      others: [add(id, 4), add(other.id, 3)],
      othersTimes: async () => [await owed(other.id)],
    };
  },
  'a payment in part': onPenalty((penalty) => (key) => users.pay(penalty, 1, key), 1),
  'a payment of the whole': onPenalty((penalty) => (key) => users.pay(penalty, 3, key), 3),
  'a waiver': onPenalty((penalty) => (key) => users.waive(penalty, key), 3),
  'a new book': async () => {
    const { ten, thirteen } = newIsbn();
    const [body, other] = [someBook({ isbn: ten }), someBook()];
    return {
      same: [(key) => postBook(body, key), (key) => postBook({ ...body, isbn: thirteen }, key)],
      times: async () => [(await found({ titre: body.titre })).length],
      others: [(key) => postBook(other, key)],
      othersTimes: async () => [(await found({ titre: other.titre })).length],
      meanwhile: async () => patchBook((await found({ isbn: ten }))[0] as string, { annee: 2001 }),
    };
  },
  'a loan': async () => {
    const [user, other, book] = [await newUser(), await newUser(), await newBook({ exemplaires: 40 })];
    const lend = (userId: string) => (key: Options) => loans.lend(userId, book.id, key);
    return {
      same: [lend(user.id), lend(user.id.toUpperCase())],
      times: async () => [(await loans.loansOf(user.id)).length, await held(user.id), await outOf(book.id)],
      others: [lend(other.id)],
      othersTimes: async () => [(await loans.loansOf(other.id)).length, await held(other.id)],
    };
  },
  'a renewal': onLoan(
    (id) => (key) => loans.renew(id, key),
    async ({ id }) => [(await loans.getLoan(id)).body.prolongations],
  ),
  'a return': onLoan((id) => (key) => loans.giveBack(id, key), timesBack),
  ...(!overHttp && {
    'a late return': async () => {
      stopClock();
      const loan = await loans.newLoan();
      forward({ days: 30 });
      const { id, utilisateur_id } = loan;
      const charged = async () => [(await owed(utilisateur_id)) / 1.8, (await penaltiesOf(utilisateur_id)).length];
      return {
        same: [(key) => loans.giveBack(id, key)],
        times: async () => [...(await timesBack(loan)), ...(await charged())],
        others: [],
        othersTimes: async () => [],
      };
    },
  }),
};

interface Refusal {
  request: Send;
  status: number;
  code: string;
  /** Takes away what stands against the request. */
  mend?: () => Promise<unknown>;
  /** A request of the same operation that nothing stands against, where that cannot be. */
  mended?: Send;
}

export const REFUSALS: Record<string, () => Promise<Refusal>> = {
  'an account whose e-mail is another’s': async () => {
    const { id, email } = await newUser();
    const mend = () => users.deleteUser(id);
    return { request: create(someone({ email })), status: 409, code: 'email_deja_utilise', mend };
  },
  'a penalty for nobody': async () => {
    const { id } = await newUser();
    const add = (userId: string) => (key: Options) => users.addPenalty(userId, 3, key);
    return { request: add(randomUUID()), status: 404, code: 'utilisateur_introuvable', mended: add(id) };
  },
  'too high a payment': async () => {
    const penalty = await users.newPenalty(3);
    const pay = (montant: number) => (key: Options) => users.pay(penalty, montant, key);
    return { request: pay(4), status: 409, code: 'paiement_refuse', mended: pay(3) };
  },
  'a book whose ISBN is another’s': async () => {
    const { id, isbn } = await newBook({ isbn: newIsbn().ten });
    const [book, mend] = [someBook({ isbn }), () => deleteBook(id)];
    return { request: (key) => postBook(book, key), status: 409, code: 'isbn_deja_utilise', mend };
  },
  'a loan without a copy': async () => {
    const [user, { id }] = [await newUser(), await newBook({ exemplaires: 0 })];
    const mend = () => patchBook(id, { exemplaires: 1 });
    return { request: (key) => loans.lend(user.id, id, key), status: 409, code: 'emprunt_refuse', mend };
  },
  'a renewal by somebody who owes': async () => {
    const { id, utilisateur_id } = await loans.newLoan();
    const penalty = await users.newPenalty(2, utilisateur_id);
    const mend = () => users.pay(penalty, 2);
    return { request: (key) => loans.renew(id, key), status: 409, code: 'prolongation_refusee', mend };
  },
  'a second return': async () => {
    const [one, other] = [await loans.newLoan(), await loans.newLoan()];
    const giveBack = (id: string) => (key: Options) => loans.giveBack(id, key);
    await giveBack(one.id)({});
    return { request: giveBack(one.id), status: 409, code: 'retour_refuse', mended: giveBack(other.id) };
  },
};
