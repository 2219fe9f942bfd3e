import { randomUUID } from 'node:crypto';
import type { Answer, Options } from '../../support/api.ts';
import { forward } from '../../support/clock.ts';
import { giveBack, keyed, lend, newBook, newLoan, newUser, owe, renew } from '../../support/loans.ts';
import type { LoanItem } from '../../support/loans-table.ts';

/** Every call that the crash tests cut off, with how its success shows. */
export interface Scene {
  /** Makes what the call needs. @returns the call, which may be made again, and the loan if there is one already */
  prepare: () => Promise<{ act: () => Promise<Answer>; id?: string }>;
  /** What the call answers when nothing goes wrong. */
  status: number;
  /** Whether what was asked has been done, by the loan's record before and after. */
  done: (before: LoanItem | undefined, after: LoanItem | undefined) => boolean;
  /** The write of the record with which it is done for good. */
  decidedBy: 'first write' | 'last write';
  keyed: boolean;
}

type Outcome = Pick<Scene, 'done' | 'decidedBy'>;

const lent: Outcome = {
  done: (before, after) => before === undefined && after?.statut === 'en_cours',
  decidedBy: 'last write',
};
const returned: Outcome = {
  done: (before, after) => before?.statut === 'en_cours' && after?.statut === 'rendu',
  decidedBy: 'first write',
};
const renewed: Outcome = {
  done: (before, after) => (after?.prolongations ?? 0) > (before?.prolongations ?? 0),
  decidedBy: 'last write',
};

const LATE = 25;
const LIMIT = 5;
const RENEWALS = 2;

interface Circumstances {
  copies?: number;
  /** Loans that the person has already, renewals of this one, days since they were made. */
  loans?: number;
  renewals?: number;
  days?: number;
  debt?: boolean;
  /** The person has had a book out that has been due since, and has brought it back in time. */
  isBack?: boolean;
}

const scenesWith = (options: () => Options): Record<string, Omit<Scene, 'keyed'>> => {
  const lending = ({ copies = 1, loans = 0, days = 0, debt = false, isBack = false }: Circumstances = {}) => ({
    prepare: async () => {
      const [user, book] = await Promise.all([newUser(), newBook({ exemplaires: copies })]);
      if (isBack) await giveBack((await newLoan(user.id)).id);
      for (let n = 0; n < loans; n += 1) await newLoan(user.id);
      forward({ days });
      if (debt) await owe(user.id);
      const asked = options();
      return { act: () => lend(user.id, book.id, asked) };
    },
  });
  const having = (
    call: (id: string, asked: Options) => Promise<Answer>,
    { days = 0, renewals = 0, debt = false }: Circumstances = {},
  ) => ({
    prepare: async () => {
      const { id, utilisateur_id } = await newLoan();
      for (let n = 0; n < renewals; n += 1) await renew(id);
      if (debt) await owe(utilisateur_id);
      forward({ days });
      const asked = options();
      return { act: () => call(id, asked), id };
    },
  });
  return {
    'a loan': { ...lent, status: 201, ...lending() },
    'a loan to somebody who comes back after weeks': { ...lent, status: 201, ...lending({ isBack: true, days: LATE }) },
    'a loan to somebody who is late': { ...lent, status: 409, ...lending({ loans: 1, days: LATE }) },
    'a loan of no copy': { ...lent, status: 409, ...lending({ copies: 0 }) },
    'a loan to somebody who owes': { ...lent, status: 409, ...lending({ debt: true }) },
    'a loan over the limit': { ...lent, status: 409, ...lending({ loans: LIMIT }) },
    'a return': { ...returned, status: 200, ...having(giveBack) },
    'a late return': { ...returned, status: 200, ...having(giveBack, { days: LATE }) },
    'a renewal': { ...renewed, status: 200, ...having(renew) },
    'a renewal for somebody who owes': { ...renewed, status: 409, ...having(renew, { debt: true }) },
    'a renewal too late': { ...renewed, status: 409, ...having(renew, { days: LATE }) },
    'a renewal too many': { ...renewed, status: 409, ...having(renew, { renewals: RENEWALS }) },
  };
};

/** What a key changes in the course of things; the other refusals are those of the same calls. */
const KEYED = [
  'a loan',
  'a loan of no copy',
  'a return',
  'a late return',
  'a renewal',
  'a renewal for somebody who owes',
];

export const SCENES: [name: string, scene: Scene][] = [
  ...Object.entries(scenesWith(() => ({}))).map(([name, scene]): [string, Scene] => [name, { ...scene, keyed: false }]),
  ...Object.entries(scenesWith(() => keyed(randomUUID())))
    .filter(([name]) => KEYED.includes(name))
    .map(([name, scene]): [string, Scene] => [`${name} under a key`, { ...scene, keyed: true }]),
];
