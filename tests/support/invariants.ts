import { config } from '../../lib/runtime/config.ts';
import { type Item as BookItem, violations as bookViolations, readTable as readBooks } from './books-invariants.ts';
import { dayAfter } from './clock.ts';
import { violations as loanViolations } from './loans-invariants.ts';
import { isLoan, type LoanItem, readTable as readLoans } from './loans-table.ts';
import { readTable as readUsers, type Item as UserItem, violations as userViolations } from './users-invariants.ts';

/**
 * What holds over the three tables at any time, whatever was done and whatever failed meanwhile. A
 * loan in the middle of something may or may not hold its slot and its copy, as far as it has come.
 */

interface Tables {
  items: LoanItem[];
  loans: LoanItem[];
  users: Map<string, UserItem>;
  books: Map<string, BookItem>;
  penalties: UserItem[];
}

interface Options {
  /** Nothing is in the middle of anything either. */
  settled?: boolean;
}

async function readTables(): Promise<Tables> {
  const [items, users, books] = await Promise.all([readLoans(), readUsers(), readBooks()]);
  return {
    items,
    loans: items.filter(isLoan),
    users: new Map(users.filter(({ sk }) => sk === 'UTILISATEUR').map((item) => [item.id as string, item])),
    books: new Map(books.filter(({ sk }) => sk === 'LIVRE').map((item) => [item.id as string, item])),
    penalties: users.filter(({ sk }) => sk.startsWith('PENALITE#')),
  };
}

/** What is wrong in the three tables, in words; nothing is as it should be. */
export async function violations({ settled = false }: Options = {}): Promise<string[]> {
  const [tables, ...own] = await Promise.all([readTables(), userViolations(), bookViolations()]);
  const loans = new Map(tables.loans.map((loan) => [loan.id, loan]));
  return [
    ...own.flat(),
    ...loanViolations(tables.items),
    ...tables.loans.flatMap((loan) => [...wrongHolds(loan, tables), ...wrongPenalty(loan, tables)]),
    ...[...tables.users.values()].flatMap((user) => strayHolds('slot', 'utilisateur_id', user, loans)),
    ...[...tables.books.values()].flatMap((book) => strayHolds('copy', 'livre_id', book, loans)),
    ...[...tables.users.values()].flatMap(tooManySlots),
    ...strayPenalties(tables),
    ...(settled ? tables.loans.filter(({ transit }) => transit).map(({ pk }) => `${pk} is not settled`) : []),
  ];
}

/** The due dates that a slot or a copy of the loan may have; `undefined` is for none at all. */
function rightHolds({ statut, date_echeance, transit }: LoanItem): (string | undefined)[] {
  if (transit?.nouvelle_echeance) return [date_echeance, transit.nouvelle_echeance];
  if (statut === 'en_cours') return [date_echeance];
  if (!transit) return [undefined];
  // A return that came in the middle of a renewal finds what that has moved already.
  const moved = transit.etape === 'retour' ? [dayAfter(date_echeance, config.policy.renewalDays)] : [];
  return [undefined, date_echeance, ...moved];
}

function wrongHolds(loan: LoanItem, { users, books }: Tables): string[] {
  const right = rightHolds(loan);
  const out = loan.statut === 'en_cours';
  const user = users.get(loan.utilisateur_id);
  const book = books.get(loan.livre_id);
  const holds = { slot: user?.emprunts?.[loan.id], copy: book?.emprunts?.[loan.id] };
  return [
    ...(out && !user ? [`${loan.pk} is out for a user who is gone`] : []),
    ...(out && !book ? [`${loan.pk} is out of a book that is gone`] : []),
    ...Object.entries(holds)
      .filter(([, due]) => !right.includes(due))
      .map(([kind, due]) => `${loan.pk} (${loan.statut}, ${loan.transit?.etape}) has a ${kind} due ${due}`),
  ];
}

/** Slots or copies whose loan does not exist or is somebody else's; one that exists is looked at above. */
const strayHolds = (
  kind: string,
  owner: 'utilisateur_id' | 'livre_id',
  holder: UserItem | BookItem,
  loans: Map<string, LoanItem>,
): string[] =>
  Object.keys(holder.emprunts ?? {})
    .filter((id) => loans.get(id)?.[owner] !== holder.id)
    .map((id) => `${holder.pk} has a ${kind} for ${id}, which is no loan of it`);

const tooManySlots = ({ pk, emprunts = {} }: UserItem): string[] =>
  Object.keys(emprunts).length > config.policy.maxLoans ? [`${pk} has ${Object.keys(emprunts).length} slots`] : [];

/** A late return is charged by the very write that frees its slot. A user who paid may be gone since. */
function wrongPenalty(loan: LoanItem, { users, penalties }: Tables): string[] {
  const user = users.get(loan.utilisateur_id);
  if (!loan.penalite || !user) return [];
  const { id, montant } = loan.penalite;
  const present = penalties.filter((penalty) => penalty.id === id);
  if (user.emprunts?.[loan.id] !== undefined)
    return present.length > 0 ? [`${loan.pk} is charged and has its slot`] : [];
  const [penalty] = present;
  const right =
    present.length === 1 &&
    penalty?.utilisateur_id === loan.utilisateur_id &&
    penalty.montant === Math.round(montant * 100);
  return right ? [] : [`${loan.pk} costs ${montant} and is charged ${present.map((item) => item.montant)}`];
}

/** Penalties for a late return that no loan knows. */
const strayPenalties = ({ loans, penalties }: Tables): string[] => {
  const known = new Set(loans.map(({ penalite }) => penalite?.id));
  return penalties
    .filter((penalty) => (penalty as { description?: string }).description?.startsWith('Retour en retard'))
    .filter(({ id }) => !known.has(id))
    .map(({ pk, id }) => `${pk} is charged ${id} for no loan`);
};
