import { pMapIterable } from 'p-map';
import type { Hold } from '../../lib/loans/holds/schema.ts';
import type { Loan } from '../../lib/loans/schema.ts';
import type { User } from '../../lib/users/schema.ts';
import type { Client } from '../import/client.ts';
import { EXPORTED } from '../import/csv/columns.ts';
import { csvHeader, csvLine } from '../import/csv/write.ts';
import { cellsOf } from './books.ts';

/** The members, and what each of them has borrowed and reserved. */

/** The lists of so many members are read side by side. */
const AT_ONCE = 8;

export async function* usersAsCsv(client: Client): AsyncGenerator<string> {
  yield csvHeader(EXPORTED.utilisateurs);
  const cardOf = cardsOf(client);
  const users = pMapIterable(
    client.all<User>('/utilisateurs'),
    async ({ adhesion, ...user }) => ({
      ...user,
      ...adhesion,
      responsable: adhesion.responsable_id && (await cardOf(adhesion.responsable_id)),
      blocage_motif: adhesion.blocage?.motif,
      blocage_jusqu_au: adhesion.blocage?.jusqu_au,
    }),
    { concurrency: AT_ONCE },
  );
  for await (const user of users) yield csvLine(cellsOf(EXPORTED.utilisateurs, user));
}

/** The card of an account, which is asked for once. */
function cardsOf(client: Client): (id: string) => Promise<string> {
  const cards = new Map<string, Promise<string>>();
  const ask = async (id: string) => {
    const { status, body } = await client.send<User>('GET', `/utilisateurs/${id}`);
    // Somebody who has left meanwhile answers for nobody any more.
    return status === 200 ? body.adhesion.numero_carte : '';
  };
  return (id) => {
    const card = cards.get(id) ?? ask(id);
    cards.set(id, card);
    return card;
  };
}

/** What each member has in such lists, as rows that begin with the member's card. */
async function* ofMembers<T extends object>(client: Client, columns: readonly string[], lists: readonly string[]) {
  yield csvHeader(columns);
  const all = pMapIterable(
    client.all<User>('/utilisateurs'),
    async ({ id, adhesion }) => {
      const rows: string[] = [];
      for (const list of lists)
        for await (const one of client.all<T>(`/utilisateurs/${id}/${list}`))
          rows.push(csvLine(cellsOf(columns, { ...one, numero_carte: adhesion.numero_carte })));
      return rows.join('');
    },
    { concurrency: AT_ONCE },
  );
  yield* all;
}

const LOANS = [
  ...['id', 'numero_carte', 'code_barres', 'titre', 'date_emprunt', 'date_echeance', 'date_retour', 'statut'],
  ...['regle', 'prolongations', 'livre_id', 'exemplaire_id', 'utilisateur_id'],
];

/** Loans that are out and those that were; one that has forgotten its borrower is in nobody's list. */
export const loansAsCsv = (client: Client): AsyncGenerator<string> =>
  ofMembers<Loan>(client, LOANS, ['emprunts?statut=en_cours', 'emprunts?statut=rendu']);

const HOLDS = [
  ...['id', 'numero_carte', 'titre', 'statut', 'date_reservation', 'rang', 'suspendue_jusqu_au', 'date_limite'],
  ...['livre_id', 'utilisateur_id'],
];

export const holdsAsCsv = (client: Client): AsyncGenerator<string> =>
  ofMembers<Hold>(client, HOLDS, [
    'reservations',
    ...['honoree', 'annulee', 'expiree'].map((statut) => `reservations?statut=${statut}`),
  ]);
