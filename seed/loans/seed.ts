import { itemOf, TABLE } from '../../lib/loans/store/items.ts';
import type { Rule } from '../../lib/policy/policy.ts';
import { conditionsOf } from '../../lib/policy/rules.ts';
import { policy } from '../../lib/runtime/policy.ts';
import type { SeedData } from '../data.ts';
import { seedOnce } from '../once.ts';

/** Each loan, out or returned, with the penalty of its late return. One without a borrower has forgotten them. */
export async function seedLoans({ emprunts, livres, exemplaires, penalites }: SeedData): Promise<void> {
  await seedOnce(
    TABLE,
    emprunts.map(({ penalite_id, utilisateur_id, ...loan }) => {
      const penalty = penalites.find(({ id }) => id === penalite_id);
      // Every policy has the rule under which the data is lent.
      const rule = policy.rules.find(({ name }) => name === loan.regle) as Rule;
      const kept = {
        ...loan,
        code_barres: exemplaires.find(({ id }) => id === loan.exemplaire_id)?.code_barres ?? '',
        type: livres.find(({ id }) => id === loan.livre_id)?.type ?? '',
        conditions: conditionsOf(rule, policy),
        titre: livres.find(({ id }) => id === loan.livre_id)?.titre ?? '',
        penalite: penalty
          ? {
              id: penalty.id,
              montant: penalty.montant,
              description: penalty.description,
              date_penalite: penalty.date_penalite,
            }
          : null,
        amende: null,
        notices: [],
        transit: null,
      };
      const record =
        utilisateur_id === null
          ? itemOf({ ...kept, utilisateur_id, penalite: null, amende: null, transit: null, statut: 'rendu' })
          : itemOf({ ...kept, utilisateur_id, statut: loan.date_retour ? 'rendu' : 'en_cours' });
      return [{ ...record, version: 1 }];
    }),
  );
}
