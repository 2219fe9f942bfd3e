import { randomUUID } from 'node:crypto';
import { Failure } from '../../../lib/values/failure.ts';
import { call, newUser, type Options, someone } from '../../support/api.ts';
import { closeLoan, DUE, lateFee, lateLoan, newLoan, openLoan } from '../../support/slots.ts';
import {
  addPenalty,
  deleteUser,
  getUser,
  newPenalty,
  patchUser,
  pay,
  penaltiesPath,
  penaltyPath,
  userPath,
  verification,
  waive,
} from '../../support/users.ts';
import { itemsOf } from '../../support/users-invariants.ts';

/** Every operation of the users service in a scene of its own, for tests that spoil what they send. */

export interface Told {
  status: number;
  headers: Record<string, string>;
  body: unknown;
}

export interface Scene {
  /** Makes the call; a private command's outcome counts as 200, its failure as that of its code. */
  send: (options?: Options) => Promise<Told>;
  /** What the operation changes, as it stands. */
  look: () => Promise<unknown>;
  /** What is seen there before the operation, and after it was done exactly once. */
  before: unknown;
  after: unknown;
}

export interface Write {
  /** The request that writes. */
  command: 'TransactWriteItems' | 'UpdateItem';
  /** Whether an `Idempotency-Key` means something to it. */
  keyed: boolean;
  scene: () => Promise<Scene>;
}

const ownersOf = async (email: string) => (await call('GET', `/utilisateurs?email=${email}`)).body.elements.length;
const owed = async (id: string) => {
  const { body } = await call('GET', penaltiesPath(id));
  return [(await verification(id)).total_impaye, body.elements.length];
};

/** A private command's outcome, told as HTTP would. */
const told = (work: () => Promise<object>) => async (): Promise<Told> => {
  try {
    const outcome = await work();
    const isRefused = 'resultat' in outcome && outcome.resultat !== 'ouvert';
    return { status: isRefused ? 409 : 200, headers: {}, body: outcome };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { status: error.code === 'service_indisponible' ? 503 : 500, headers: {}, body: error.code };
  }
};

const dueDates = async (id: string) => {
  const account = (await itemsOf(id)).find(({ sk }) => sk === 'UTILISATEUR');
  return Object.values(account?.emprunts ?? {}).sort();
};

const transaction = { command: 'TransactWriteItems', keyed: true } as const;
const unkeyed = { command: 'TransactWriteItems', keyed: false } as const;
const update = { command: 'UpdateItem', keyed: false } as const;

export const WRITES: Record<string, Write> = {
  'create an account': {
    ...transaction,
    scene: async () => {
      const body = someone();
      return {
        send: (options) => call('POST', '/utilisateurs', { body, ...options }),
        look: () => ownersOf(body.email),
        before: 0,
        after: 1,
      };
    },
  },
  'rename an account': {
    ...unkeyed,
    scene: async () => {
      const { id } = await newUser({ nom: 'Avant' });
      return {
        send: (options) => patchUser(id, { nom: 'Après' }, options),
        look: async () => (await getUser(id)).body.nom,
        before: 'Avant',
        after: 'Après',
      };
    },
  },
  'move an e-mail': {
    ...unkeyed,
    scene: async () => {
      const [user, { email }] = [await newUser(), someone()];
      return {
        send: (options) => patchUser(user.id, { email }, options),
        look: async () => [await ownersOf(user.email), await ownersOf(email)],
        before: [1, 0],
        after: [0, 1],
      };
    },
  },
  'delete an account': {
    ...unkeyed,
    scene: async () => {
      const penalty = await newPenalty(1);
      await pay(penalty, 1);
      return {
        send: (options) => deleteUser(penalty.utilisateur_id, options),
        look: async () => (await itemsOf(penalty.utilisateur_id)).length,
        before: 3,
        after: 0,
      };
    },
  },
  'add a penalty': {
    ...transaction,
    scene: async () => {
      const { id } = await newUser();
      return { send: (options) => addPenalty(id, 3, options), look: () => owed(id), before: [0, 0], after: [3, 1] };
    },
  },
  'pay in part': {
    ...transaction,
    scene: async () => {
      const penalty = await newPenalty(3);
      const look = () => owed(penalty.utilisateur_id);
      return { send: (options) => pay(penalty, 1, options), look, before: [3, 1], after: [2, 1] };
    },
  },
  'pay in full': {
    ...transaction,
    scene: async () => {
      const penalty = await newPenalty(3);
      const look = () => owed(penalty.utilisateur_id);
      return { send: (options) => pay(penalty, 3, options), look, before: [3, 1], after: [0, 1] };
    },
  },
  'waive a penalty': {
    ...transaction,
    scene: async () => {
      const penalty = await newPenalty(3);
      const look = async () => (await call('GET', penaltyPath(penalty))).body.statut;
      return { send: (options) => waive(penalty, options), look, before: 'impayee', after: 'annulee' };
    },
  },
  'open a loan': {
    ...update,
    scene: async () => {
      const [{ id }, loanId] = [await newUser(), randomUUID()];
      return {
        send: told(() => openLoan(id, { emprunt_id: loanId })),
        look: () => dueDates(id),
        before: [],
        after: [DUE],
      };
    },
  },
  'open the last loan': {
    ...update,
    scene: async () => {
      const [{ id }, loanId] = [await newUser(), randomUUID()];
      const others = [];
      for (let loan = 0; loan < 4; loan += 1) others.push(await newLoan(id));
      return {
        send: told(() => openLoan(id, { emprunt_id: loanId })),
        look: () => dueDates(id),
        before: others.map(() => DUE),
        after: [...others, loanId].map(() => DUE),
      };
    },
  },
  'open a loan after a late one': {
    ...update,
    scene: async () => {
      const [{ id }, loanId] = [await newUser(), randomUUID()];
      await closeLoan(id, await lateLoan(id));
      return {
        send: told(() => openLoan(id, { emprunt_id: loanId })),
        look: () => dueDates(id),
        before: [],
        after: [DUE],
      };
    },
  },
  'renew a loan': {
    ...update,
    scene: async () => {
      const { id } = await newUser();
      const loan = { emprunt_id: await newLoan(id), nature: 'prolongation', date_echeance: '2999-02-01' } as const;
      return {
        send: told(() => openLoan(id, loan)),
        look: () => dueDates(id),
        before: [DUE],
        after: ['2999-02-01'],
      };
    },
  },
  'close a loan on time': {
    ...update,
    scene: async () => {
      const { id } = await newUser();
      const loanId = await newLoan(id);
      return { send: told(() => closeLoan(id, loanId)), look: () => dueDates(id), before: [DUE], after: [] };
    },
  },
  'close a loan late': {
    ...unkeyed,
    scene: async () => {
      const [{ id }, fee] = [await newUser(), lateFee(1.2)];
      const loanId = await newLoan(id);
      return {
        send: told(() => closeLoan(id, loanId, fee)),
        look: async () => [await dueDates(id), ...(await owed(id))],
        before: [[DUE], 0, 0],
        after: [[], 1.2, 1],
      };
    },
  },
};

/** Paths that only read, of a user with a penalty. */
export const READS = async (): Promise<Record<string, string>> => {
  const penalty = await newPenalty();
  const { body: user } = await getUser(penalty.utilisateur_id);
  return {
    'read an account': userPath(user.id),
    'list accounts': '/utilisateurs?nom=nom',
    'find an e-mail': `/utilisateurs?email=${user.email}`,
    'verify an account': `${userPath(user.id)}/verification`,
    'list penalties': penaltiesPath(user.id),
    'read a penalty': penaltyPath(penalty),
  };
};
