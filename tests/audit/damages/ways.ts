import {
  type BookItem,
  type HoldItem,
  isAccount,
  isBook,
  isHold,
  isLoan,
  isPenalty,
  type LoanItem,
  type Tables,
  type UserItem,
} from '../../../dev/audit/items.ts';

/** Ways to damage the tables: each takes the first item of a kind. */

export type Damage = (tables: Tables) => void;

export const NOBODY = '00000000-0000-4000-8000-000000000000';

export const first = <T>(items: T[], is: (item: T) => boolean): T => {
  const found = items.find(is);
  if (!found) throw new Error('there is nothing of the kind to damage');
  return found;
};
export const values = (map: object = {}) => Object.values(map);

/** A change of the first item of a kind, or of the first of those that are meant. */
const on =
  <T>(itemsOf: (tables: Tables) => T[], isOfKind: (item: T) => boolean) =>
  (change: (one: T, tables: Tables) => void, is = (_: T) => true): Damage =>
  (tables) =>
    change(
      first(itemsOf(tables), (one) => isOfKind(one) && is(one)),
      tables,
    );

export const user = on(({ users }) => users, isAccount);
export const penalty = on(({ users }) => users, isPenalty);
export const book = on(({ books }) => books, isBook);
export const loan = on(({ loans }) => loans, isLoan);
export const hold = on(({ loans }) => loans as unknown as HoldItem[], isHold);

export const isOut = ({ statut }: LoanItem) => statut === 'en_cours';
export const isBack = ({ statut, utilisateur_id }: LoanItem) => statut === 'rendu' && utilisateur_id !== null;
export const isLate = (one: LoanItem) => isBack(one) && one.penalite !== null;
export const isLost = ({ statut }: LoanItem) => statut === 'perdu';
export const isOpen = ({ statut }: HoldItem) => statut === 'ouverte';
export const isClosed = ({ statut, transit }: HoldItem) => statut === 'annulee' && !transit;
export const isPaid = ({ statut, mouvements = [] }: UserItem) => statut === 'payee' && mouvements.length > 0;
export const isUnpaid = ({ statut }: UserItem) => statut === 'impayee';
export const isChild = ({ adhesion }: UserItem) => Boolean(adhesion?.responsable_id);
export const hasOut = ({ emprunts }: { emprunts?: object }) => values(emprunts).length > 0;
export const hasQueue = ({ reservations }: { reservations?: object }) => values(reservations).length > 0;

export const accountOf = ({ users }: Tables, { utilisateur_id }: { utilisateur_id: string | null }): UserItem =>
  first(users, (one) => isAccount(one) && one.id === utilisateur_id);
export const titleOf = ({ books }: Tables, { livre_id }: { livre_id: string }): BookItem =>
  first(books, (one) => isBook(one) && one.id === livre_id);

export const without = <K extends keyof Tables>(table: K, is: (item: Tables[K][number]) => boolean): Damage => {
  return (tables) => {
    const items = tables[table] as Tables[K][number][];
    items.splice(items.indexOf(first(items, is)), 1);
  };
};
export const add = <K extends keyof Tables>(
  table: K,
  item: Partial<Tables[K][number]> & { pk: string; sk: string },
): Damage => {
  return (tables) => void (tables[table] as unknown[]).push(item);
};

export const movement = { id: 'm', type: 'paiement', montant: 1, moyen: 'especes', motif: null, annule: false };

export const NOTICE = { etape: 'J+1', echeance: '2026-01-01', etat: 'envoyee', date_envoi: '2026-01-02' };
export const NEWS = { sujet: 'disponible', date_limite: '2026-01-01', etat: 'envoyee', date_envoi: '2026-01-01' };
