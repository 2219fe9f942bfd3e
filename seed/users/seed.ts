import { emailKey, newAccountItem, penaltyItem, TABLE } from '../../lib/users/store/items.ts';
import { toCents } from '../../lib/values/money.ts';
import type { SeedData } from '../data.ts';
import { seedOnce } from '../once.ts';

/** Each account with its e-mail and its penalties; what it owes and has out is told by these and the loans. */
export async function seedUsers({ utilisateurs, penalites, emprunts }: SeedData): Promise<void> {
  await seedOnce(
    TABLE,
    utilisateurs.map((user) => {
      const penalties = penalites.filter(({ utilisateur_id }) => utilisateur_id === user.id);
      const loans = emprunts.filter(({ utilisateur_id, date_retour }) => utilisateur_id === user.id && !date_retour);
      return [
        {
          ...newAccountItem(user),
          impaye: penalties.reduce((sum, { reste_a_payer }) => sum + toCents(reste_a_payer), 0),
          emprunts: Object.fromEntries(loans.map(({ id, date_echeance }) => [id, date_echeance])),
        },
        { ...emailKey(user.email), utilisateur_id: user.id },
        ...penalties.map((penalty) => ({ ...penaltyItem(penalty), version: 1 })),
      ];
    }),
  );
}
