import {
  type BookItem,
  isAccount,
  isBook,
  isLoan,
  isPenalty,
  type LoanItem,
  type Tables,
  type UserItem,
} from './items.ts';
import { nameOf } from './loans.ts';
import { said } from './said.ts';
import { peopleIn } from './users.ts';

/** What is wrong with the loans over the three tables, in words. */

const mapsOf = ({ users, books, loans }: Tables) => ({
  loans: new Map(loans.filter(isLoan).map((loan) => [loan.id, loan])),
  users: new Map(users.filter(isAccount).map((account) => [account.id, account])),
  books: new Map(books.filter(isBook).map((book) => [book.id, book])),
  penalties: Map.groupBy(users.filter(isPenalty), ({ id }) => id),
  people: peopleIn(users),
});
type Maps = ReturnType<typeof mapsOf>;

export function wrongTogether(tables: Tables): string[] {
  const maps = mapsOf(tables);
  return [
    ...[...maps.loans.values()].flatMap((loan) => [...wrongSlots(loan, maps), ...wrongPenalties(loan, maps)]),
    ...[...maps.users.values()].flatMap((user) => [
      ...strays('une place', 'utilisateur_id', user, maps),
      ...said(user.pk, { 'a deux exemplaires d’un livre': hasTwoOfOne(user) }),
    ]),
    ...[...maps.books.values()].flatMap((book) => strays('un exemplaire', 'livre_id', book, maps)),
    ...strayPenalties(maps),
  ];
}

/** Whether the slot or the copy of a loan may be due on that day; `undefined` is for none at all. */
function isRightDue({ statut, date_echeance, transit }: LoanItem, due: string | undefined): boolean {
  if (transit?.nouvelle_echeance) return due === date_echeance || due === transit.nouvelle_echeance;
  if (statut === 'en_cours') return due === date_echeance;
  if (!transit) return due === undefined;
  if (due === undefined || due === date_echeance) return true;
  // A return that came in the middle of a renewal finds what that has moved already.
  return ['retour', 'perte'].includes(transit.etape) && due > date_echeance;
}

function wrongSlots(loan: LoanItem, { users, books, people }: Maps): string[] {
  const isOut = loan.statut === 'en_cours';
  const [user, book] = [users.get(loan.utilisateur_id ?? ''), books.get(loan.livre_id)];
  // A loan that is still being made for somebody who is gone meanwhile will be undone.
  const leadsOn = loan.statut !== 'en_attente' && loan.utilisateur_id !== null;
  const [slot, held] = [user?.emprunts?.[loan.id], book?.emprunts?.[loan.id]];
  const told = (what: string, due: string | undefined) => (due ? `a ${what} dû le ${due}` : `n’a pas ${what}`);
  return said(nameOf(loan), {
    'est à un compte qui n’existe pas': isOut && !user,
    'est d’un livre qui n’existe pas': isOut && !book,
    'mène à une personne qui n’existe plus': leadsOn && !people.has(loan.utilisateur_id as string),
    [`${told('sur le compte l’emprunt', slot?.date_echeance)}`]: !isRightDue(loan, slot?.date_echeance),
    [`a sur le compte une place pour LIVRE#${slot?.livre_id} (${slot?.type})`]:
      slot !== undefined && (slot.type !== loan.type || slot.livre_id !== loan.livre_id),
    [`${told('dans le livre l’emprunt', held?.date_echeance)}`]: !isRightDue(loan, held?.date_echeance),
    'a dans le livre un autre exemplaire': isOut && held !== undefined && held.exemplaire_id !== loan.exemplaire_id,
  });
}

/** Slots or copies whose loan does not exist or is somebody else's; one that exists is looked at above. */
const strays = (
  kind: string,
  owner: 'utilisateur_id' | 'livre_id',
  { pk, id: ownId, emprunts = {} }: UserItem | BookItem,
  { loans }: Maps,
): string[] =>
  Object.keys(emprunts)
    .filter((id) => loans.get(id)?.[owner] !== ownId)
    .map((id) => `${pk} a ${kind} pour EMPRUNT#${id}, qui n’est pas à lui`);

function hasTwoOfOne({ emprunts = {} }: UserItem): boolean {
  const titles = Object.values(emprunts).map(({ livre_id }) => livre_id);
  return new Set(titles).size < titles.length;
}

/** What a loan costs is charged by the very write that frees its slot. A user who paid may be gone since. */
function wrongPenalties(loan: LoanItem, { users, penalties }: Maps): string[] {
  const { id, utilisateur_id, penalite, amende } = loan;
  const user = users.get(utilisateur_id ?? '');
  return [penalite, amende].flatMap((charge) => {
    if (!charge || !user) return [];
    const present = penalties.get(charge.id) ?? [];
    if (user.emprunts?.[id] !== undefined)
      return said(nameOf(loan), { 'a déjà sa pénalité et encore sa place': present.length > 0 });
    const charged = present.map((penalty) => `${penalty.utilisateur_id} ${penalty.montant}`);
    return said(nameOf(loan), {
      [`coûte ${charge.montant} €, que la pénalité ${charge.id} du compte ne dit pas`]:
        String(charged) !== `${utilisateur_id} ${Math.round(charge.montant * 100)}`,
    });
  });
}

const isStruck = ({ annule }: { annule: boolean }): boolean => annule;

/**
 * Penalties for a late return or a loss that no loan knows. A loan that was forgotten had a penalty that was closed by
 * then; a payment of it may have been struck since.
 */
function strayPenalties({ loans, penalties }: Maps): string[] {
  const known = new Set([...loans.values()].flatMap(({ penalite, amende }) => [penalite?.id, amende?.id]));
  const isForgotten = [...loans.values()].some(({ utilisateur_id }) => utilisateur_id === null);
  return [...penalties.values()]
    .flat()
    .filter(({ id, description }) => /^(Retour en retard|Livre perdu)/.test(description ?? '') && !known.has(id))
    .filter(({ statut, mouvements }) => !isForgotten || (statut === 'impayee' && !mouvements?.some(isStruck)))
    .map(({ pk, id }) => `${pk} a la pénalité ${id}, qui n’est d’aucun emprunt`);
}
