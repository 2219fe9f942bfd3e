import { randomUUID } from 'node:crypto';
import { type Answer, type Options, someone } from '../support/api.ts';
import { someBook } from '../support/books.ts';
import { forward } from '../support/clock.ts';
import { newIsbn } from '../support/isbn.ts';
import {
  ask,
  getLoan,
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
import { readTable } from '../support/read.ts';
import { userPath } from '../support/users.ts';

/** Every call that writes, each in a scene of its own, for tests that cut, repeat and delay what it sends. */

export interface Prepared {
  /** Makes the call. It may be made again. */
  act: () => Promise<Answer>;
  /** Whether what was asked has been done, as the API shows it. */
  isDone: () => Promise<boolean>;
}

export interface Scene {
  prepare: () => Promise<Prepared>;
  /** What the call answers when nothing goes wrong. */
  status: number;
  keyed: boolean;
}

type Asked = () => Options;
type Making = Omit<Scene, 'keyed' | 'prepare'> & { prepare: (asked: Options) => Promise<Prepared> };

const LATE = { days: 25 };
const RENEWALS = 2;

const found = async (path: string): Promise<boolean> => (await ask('GET', path)).body.elements.length === 1;

/** What is left to pay, and how many penalties there are. */
const debtOf = async (userId: string): Promise<string> => {
  const { body } = await ask('GET', `/utilisateurs/${userId}/penalites`);
  const left = body.elements.map(({ reste_a_payer }: { reste_a_payer: number }) => reste_a_payer);
  return JSON.stringify(left);
};

const users: Record<string, Making> = {
  'a new account': {
    status: 201,
    prepare: async (asked) => {
      const body = someone();
      return {
        act: () => ask('POST', '/utilisateurs', { body, ...asked }),
        isDone: () => found(`/utilisateurs?email=${body.email}`),
      };
    },
  },
  'a change of e-mail': {
    status: 200,
    prepare: async () => {
      const [user, { email }] = [await newUser(), someone()];
      return {
        act: () => ask('PATCH', userPath(user.id), { body: { email } }),
        isDone: () => found(`/utilisateurs?email=${email}`),
      };
    },
  },
  'the deletion of an account': {
    status: 204,
    prepare: async () => {
      const { id } = await newUser();
      const debt = await owe(id, 1);
      await settleDebt(id, debt.id, 1);
      return {
        act: () => ask('DELETE', userPath(id)),
        isDone: async () => (await ask('GET', userPath(id))).status === 404,
      };
    },
  },
  'a penalty': {
    status: 201,
    prepare: async (asked) => {
      const { id } = await newUser();
      const body = { montant: 3, description: 'Livre abîmé' };
      return {
        act: () => ask('POST', `${userPath(id)}/penalites`, { body, ...asked }),
        isDone: async () => (await debtOf(id)) === '[3]',
      };
    },
  },
  ...Object.fromEntries(
    Object.entries({
      'a payment': { path: 'paiements', body: { montant: 1 }, left: '[2]' },
      'a payment of all': { path: 'paiements', body: { montant: 3 }, left: '[0]' },
      'a waiver': { path: 'annulation', body: { motif: 'Geste' }, left: '[0]' },
    }).map(([name, { path, body, left }]): [string, Making] => [
      name,
      {
        status: 200,
        prepare: async (asked) => {
          const { id } = await newUser();
          const penalty = await owe(id, 3);
          return {
            act: () => ask('POST', `${userPath(id)}/penalites/${penalty.id}/${path}`, { body, ...asked }),
            isDone: async () => (await debtOf(id)) === left,
          };
        },
      },
    ]),
  ),
};

const books: Record<string, Making> = {
  'a new book': {
    status: 201,
    prepare: async (asked) => {
      const isbn = newIsbn().thirteen;
      const body = someBook({ isbn });
      return {
        act: () => ask('POST', '/livres', { body, ...asked }),
        isDone: () => found(`/livres?isbn=${isbn}`),
      };
    },
  },
  'a change of title and ISBN': {
    status: 200,
    prepare: async () => {
      const { id } = await newBook({ isbn: newIsbn().thirteen });
      const body = someBook({ isbn: newIsbn().thirteen });
      return {
        act: () => ask('PATCH', `/livres/${id}`, { body }),
        isDone: () => found(`/livres?titre=${encodeURIComponent(body.titre)}`),
      };
    },
  },
  'the deletion of a book': {
    status: 204,
    prepare: async () => {
      const { id } = await newBook({ isbn: newIsbn().thirteen });
      return {
        act: () => ask('DELETE', `/livres/${id}`),
        isDone: async () => (await ask('GET', `/livres/${id}`)).status === 404,
      };
    },
  },
};

interface Circumstances {
  copies?: number;
  /** Loans that the person has already, renewals of this one, days since they were made. */
  loans?: number;
  renewals?: number;
  days?: number;
  debt?: boolean;
}

const lending = ({ copies = 1, loans = 0, days = 0, debt = false }: Circumstances = {}): Making['prepare'] => {
  return async (asked) => {
    const [user, book] = await Promise.all([newUser(), newBook({ exemplaires: copies })]);
    for (let n = 0; n < loans; n += 1) await newLoan(user.id);
    forward({ days });
    if (debt) await owe(user.id);
    return {
      act: () => lend(user.id, book.id, asked),
      isDone: async () =>
        (await readTable('loans')).some(({ livre_id, statut }) => livre_id === book.id && statut === 'en_cours'),
    };
  };
};

const having =
  (
    path: (id: string, asked: Options) => Promise<Answer>,
    isDone: (loan: { statut: string; prolongations: number }) => boolean,
    { days = 0, renewals = 0, debt = false }: Circumstances = {},
  ): Making['prepare'] =>
  async (asked) => {
    const { id, utilisateur_id } = await newLoan();
    for (let n = 0; n < renewals; n += 1) await renew(id);
    if (debt) await owe(utilisateur_id);
    forward({ days });
    return { act: () => path(id, asked), isDone: async () => isDone((await getLoan(id)).body) };
  };

const isBack = ({ statut }: { statut: string }) => statut === 'rendu';
const isRenewed = ({ prolongations }: { prolongations: number }) => prolongations === 1;

const loans: Record<string, Making> = {
  'a loan': { status: 201, prepare: lending() },
  'a loan of no copy': { status: 409, prepare: lending({ copies: 0 }) },
  'a loan to somebody who owes': { status: 409, prepare: lending({ debt: true }) },
  'a return': { status: 200, prepare: having(giveBack, isBack) },
  'a late return': { status: 200, prepare: having(giveBack, isBack, LATE) },
  'a renewal': { status: 200, prepare: having(renew, isRenewed) },
  'a renewal for somebody who owes': { status: 409, prepare: having(renew, isRenewed, { debt: true }) },
  'a renewal too many': { status: 409, prepare: having(renew, () => false, { renewals: RENEWALS }) },
};

/** What a key changes in the course of things, once in each way of answering it. */
const KEYED = ['a new account', 'a payment', 'a new book', 'a loan', 'a loan of no copy', 'a late return', 'a renewal'];

const scenesOf = (all: Record<string, Making>, isKeyed: boolean, asked: Asked): [string, Scene][] =>
  Object.entries(all).map(([name, { status, prepare }]) => [
    isKeyed ? `${name} under a key` : name,
    { status, keyed: isKeyed, prepare: () => prepare(asked()) },
  ]);

const ALL = { ...users, ...books, ...loans };

export const SCENES: [name: string, scene: Scene][] = [
  ...scenesOf(ALL, false, () => ({})),
  ...scenesOf(ALL, true, () => keyed(randomUUID())).filter(([name]) =>
    KEYED.includes(name.replace(' under a key', '')),
  ),
];
