import { directoryItems } from '../../lib/users/store/directory.ts';
import { cardKey, emailKey, newAccountItem, penaltyItem, TABLE } from '../../lib/users/store/items.ts';
import { toCents } from '../../lib/values/money.ts';
import type { SeedData, SeedUser } from '../data.ts';
import { seedOnce } from '../once.ts';

/** Each family at once, so that nobody is there without the one who answers for them. */
export function userGroups(data: SeedData): object[][] {
  const families = Map.groupBy(data.utilisateurs, ({ id, adhesion }) => adhesion.responsable_id ?? id);
  return [...families.values()].map((members) => members.flatMap((user) => itemsOf(user, data)));
}

export const seedUsers = (data: SeedData): Promise<void> => seedOnce(TABLE, userGroups(data));

/** An account with all by which it is found, and its penalties; what it owes, has out and has reserved is told by these, the loans and the holds. */
function itemsOf(user: SeedUser, { utilisateurs, livres, penalites, emprunts, reservations }: SeedData) {
  const penalties = penalites.filter(({ utilisateur_id }) => utilisateur_id === user.id);
  const loans = emprunts.filter(({ utilisateur_id, date_retour }) => utilisateur_id === user.id && !date_retour);
  const holds = reservations.filter((hold) => hold.utilisateur_id === user.id && hold.date_cloture === null);
  return [
    {
      ...newAccountItem(user),
      impaye: penalties.reduce((sum, { reste_a_payer }) => sum + toCents(reste_a_payer), 0),
      emprunts: Object.fromEntries(
        loans.map(({ id, date_echeance, livre_id }) => {
          const type = livres.find((book) => book.id === livre_id)?.type;
          return [id, { date_echeance, type, livre_id }];
        }),
      ),
      reservations: Object.fromEntries(holds.map(({ id, livre_id }) => [id, { livre_id }])),
      a_charge: utilisateurs.filter(({ adhesion }) => adhesion.responsable_id === user.id).length,
    },
    ...(user.email ? [{ ...emailKey(user.email), utilisateur_id: user.id }] : []),
    { ...cardKey(user.adhesion.numero_carte), utilisateur_id: user.id },
    ...directoryItems(user),
    ...penalties.map((penalty) => ({ ...penaltyItem(penalty), version: 1 })),
  ];
}
