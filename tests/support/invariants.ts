import { wrongAnswers } from './invariants/answers.ts';
import { wrongBooks } from './invariants/books.ts';
import { wrongHolds as wrongReservations } from './invariants/holds.ts';
import { wrongLoans } from './invariants/loans.ts';
import { said } from './invariants/said.ts';
import { peopleIn, wrongUsers } from './invariants/users.ts';
import { dueAfter, SHIPPED_LIMITS, SHIPPED_RULES } from './naive-calendar.ts';
import {
  type BookItem,
  isAccount,
  isBook,
  isLoan,
  isPenalty,
  type LoanItem,
  type Tables as Present,
  readTables,
  type UserItem,
} from './read.ts';

/**
 * What holds over the three tables at any time, whatever was done and whatever failed meanwhile. A
 * loan in the middle of something may or may not hold its slot and its copy, as far as it has come.
 */

interface Options {
  /** Nothing is in the middle of anything either. */
  settled?: boolean;
  /** The one service that a test knows: its slots or copies are held for loans that are nowhere recorded. */
  only?: 'users' | 'books';
  /** The days of the loans were moved: by the demonstration data to the day of seeding, or by a story that lets time pass. */
  moved?: boolean;
  /** The items, when they have been read already. */
  tables?: Present;
}

/** What is wrong in the tables, in words; an empty list when all is right. */
export async function violations({ settled = false, moved = false, only, tables }: Options = {}): Promise<string[]> {
  const { users, books, loans } = tables ?? (await readTables());
  if (only === 'users') return wrongUsers(users);
  if (only === 'books') return wrongBooks(books);
  return [
    ...wrongUsers(users),
    ...wrongBooks(books),
    ...wrongLoans(loans, moved),
    ...wrongAnswers(loans, peopleIn(users)),
    ...wrongReservations(users, books, loans),
    ...wrongTogether(tablesOf(users, books, loans)),
    ...(settled ? loans.filter(({ transit }) => transit).map(({ pk }) => `${pk} is not settled`) : []),
  ];
}

type Tables = ReturnType<typeof tablesOf>;
const tablesOf = (users: UserItem[], books: BookItem[], loans: LoanItem[]) => ({
  loans: new Map(loans.filter(isLoan).map((loan) => [loan.id, loan])),
  users: new Map(users.filter(isAccount).map((account) => [account.id, account])),
  books: new Map(books.filter(isBook).map((book) => [book.id, book])),
  penalties: users.filter(isPenalty),
  people: peopleIn(users),
});

const wrongTogether = (tables: Tables): string[] => [
  ...[...tables.loans.values()].flatMap((loan) => [...wrongHolds(loan, tables), ...wrongPenalties(loan, tables)]),
  ...[...tables.users.values()].flatMap((user) => [
    ...strayHolds('slot', 'utilisateur_id', user, tables),
    ...tooManySlots(user),
  ]),
  ...[...tables.books.values()].flatMap((book) => strayHolds('copy', 'livre_id', book, tables)),
  ...strayPenalties(tables),
];

/** The due dates that a slot or a copy of the loan may have; `undefined` is for none at all. */
function rightHolds({ statut, date_echeance, transit, regle }: LoanItem): (string | undefined)[] {
  if (transit?.nouvelle_echeance) return [date_echeance, transit.nouvelle_echeance];
  if (statut === 'en_cours') return [date_echeance];
  if (!transit) return [undefined];
  // A return that came in the middle of a renewal finds what that has moved already.
  const moved = ['retour', 'perte'].includes(transit.etape)
    ? [dueAfter(date_echeance, SHIPPED_RULES[regle]?.renewalDays ?? 0)]
    : [];
  return [undefined, date_echeance, ...moved];
}

function wrongHolds(loan: LoanItem, { users, books, people }: Tables): string[] {
  const right = rightHolds(loan);
  const out = loan.statut === 'en_cours';
  const [user, book] = [users.get(loan.utilisateur_id ?? ''), books.get(loan.livre_id)];
  // A loan that is still being made for somebody who is gone meanwhile will be undone.
  const leadsOn = loan.statut !== 'en_attente' && loan.utilisateur_id !== null;
  const [slot, held] = [user?.emprunts?.[loan.id], book?.emprunts?.[loan.id]];
  const copy = held?.date_echeance;
  return said(`${loan.pk} (${loan.statut}, ${loan.transit?.etape})`, {
    'is out for a user who is gone': out && !user,
    'is out of a book that is gone': out && !book,
    'leads to a person who is gone': leadsOn && !people.has(loan.utilisateur_id as string),
    [`has a slot due ${slot?.date_echeance}`]: !right.includes(slot?.date_echeance),
    [`has a slot for ${slot?.type} ${slot?.livre_id}`]:
      slot !== undefined && (slot.type !== loan.type || slot.livre_id !== loan.livre_id),
    [`has a copy due ${copy}`]: !right.includes(copy),
    'has another copy than it says': out && held?.exemplaire_id !== loan.exemplaire_id,
  });
}

/** Slots or copies whose loan does not exist or is somebody else's; one that exists is looked at above. */
const strayHolds = (
  kind: string,
  owner: 'utilisateur_id' | 'livre_id',
  { pk, id: ownId, emprunts = {} }: UserItem | BookItem,
  { loans }: Tables,
): string[] =>
  Object.keys(emprunts)
    .filter((id) => loans.get(id)?.[owner] !== ownId)
    .map((id) => `${pk} has a ${kind} for ${id}, which is no loan of it`);

function tooManySlots({ pk, emprunts = {}, adhesion }: UserItem): string[] {
  const slots = Object.values(emprunts);
  const dvds = slots.filter(({ type }) => type === 'dvd').length;
  return said(pk, {
    [`has ${slots.length} slots`]: slots.length > (SHIPPED_LIMITS[adhesion?.categorie ?? 'adulte'] ?? 0),
    [`has ${dvds} slots for a dvd`]: dvds > (SHIPPED_RULES['*/dvd']?.atOnce ?? 0),
    'has two copies of one title': new Set(slots.map(({ livre_id }) => livre_id)).size < slots.length,
  });
}

/** What a loan costs is charged by the very write that frees its slot. A user who paid may be gone since. */
function wrongPenalties(
  { pk, id, utilisateur_id, penalite, amende }: LoanItem,
  { users, penalties }: Tables,
): string[] {
  const user = users.get(utilisateur_id ?? '');
  return [penalite, amende].flatMap((charge) => {
    if (!charge || !user) return [];
    const present = penalties.filter((penalty) => penalty.id === charge.id);
    if (user.emprunts?.[id] !== undefined) return said(pk, { 'is charged and has its slot': present.length > 0 });
    const charged = present.map((penalty) => `${penalty.utilisateur_id} ${penalty.montant}`);
    return said(pk, {
      [`costs ${charge.montant} and is charged ${charged}`]:
        String(charged) !== `${utilisateur_id} ${Math.round(charge.montant * 100)}`,
    });
  });
}

/** Penalties for a late return or a loss that no loan knows. A loan that was forgotten had a penalty that is closed. */
const strayPenalties = ({ loans, penalties }: Tables): string[] => {
  const known = new Set([...loans.values()].flatMap(({ penalite, amende }) => [penalite?.id, amende?.id]));
  const isForgotten = [...loans.values()].some(({ utilisateur_id }) => utilisateur_id === null);
  return penalties
    .filter(({ id, description }) => /^(Retour en retard|Livre perdu)/.test(description ?? '') && !known.has(id))
    .filter(({ statut }) => statut === 'impayee' || !isForgotten)
    .map(({ pk, id }) => `${pk} is charged ${id} for no loan`);
};
