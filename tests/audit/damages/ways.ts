import {
  isAccount,
  isBook,
  isHold,
  isLoan,
  isMark,
  isPenalty,
  type Key,
  type Service,
} from '../../../dev/audit/items.ts';

/** Ways to damage the tables: each takes the first item of a kind. */

// biome-ignore lint/suspicious/noExplicitAny: what is damaged has its shape no more
export type Item = Key & Record<string, any>;
type Tables = Record<Service, Item[]>;
export type Damage = (tables: Tables) => void;
type Is = (item: Item) => unknown;

export const NOBODY = '00000000-0000-4000-8000-000000000000';

export function first(items: Item[], is: Is): Item {
  const found = items.find(is);
  if (!found) throw new Error('there is nothing of the kind to damage');
  return found;
}
// biome-ignore lint/suspicious/noExplicitAny: as above
export const values = (map: object = {}): any[] => Object.values(map);

/** What is written over the item, or what changes it. */
type Change = object | ((one: Item, tables: Tables) => unknown);

/** A change of the first item of a kind, or of the first of those that are meant. */
const on =
  (table: Service, isOfKind: (item: Key) => boolean) =>
  (change: Change, is: Is = () => true): Damage =>
  (tables) => {
    const one = first(tables[table], (item) => isOfKind(item) && is(item));
    if (typeof change === 'function') change(one, tables);
    else Object.assign(one, change);
  };

export const user = on('users', isAccount);
export const penalty = on('users', isPenalty);
export const mark = on('users', isMark);
export const book = on('books', isBook);
export const loan = on('loans', isLoan);
export const hold = on('loans', isHold);

export const isOut: Is = ({ statut }) => statut === 'en_cours';
export const isBack: Is = ({ statut, utilisateur_id }) => statut === 'rendu' && utilisateur_id !== null;
export const isLate: Is = (one) => isBack(one) && one.penalite !== null;
export const isLost: Is = ({ statut }) => statut === 'perdu';
export const isOpen: Is = ({ statut }) => statut === 'ouverte';
export const isClosed: Is = ({ statut, transit }) => statut === 'annulee' && !transit;
export const isPaid: Is = ({ statut, mouvements = [] }) => statut === 'payee' && mouvements.length > 0;
export const isUnpaid: Is = ({ statut }) => statut === 'impayee';
export const isChild: Is = ({ adhesion }) => adhesion?.responsable_id;
export const hasOut: Is = ({ emprunts }) => values(emprunts).length > 0;
export const hasQueue: Is = ({ reservations }) => values(reservations).length > 0;

export const accountOf = ({ users }: Tables, { utilisateur_id }: Item): Item =>
  first(users, (one) => isAccount(one) && one.id === utilisateur_id);
export const titleOf = ({ books }: Tables, { livre_id }: Item): Item =>
  first(books, (one) => isBook(one) && one.id === livre_id);

export const without =
  (table: Service, is: Is): Damage =>
  ({ [table]: items }) =>
    void items.splice(items.indexOf(first(items, is)), 1);
export const add =
  (table: Service, item: Item): Damage =>
  (tables) =>
    void tables[table].push(item);

export const MOVEMENT = { id: 'm', type: 'paiement', montant: 1, moyen: 'especes', motif: null, annule: false };
export const NOTICE = { etape: 'J+1', echeance: '2026-01-01', etat: 'envoyee', date_envoi: '2026-01-02' };
export const NEWS = { sujet: 'disponible', date_limite: '2026-01-01', etat: 'envoyee', date_envoi: '2026-01-01' };
