import { itemOf, TABLE } from '../../lib/loans/store/items.ts';
import type { SeedData } from '../data.ts';
import { seedOnce } from '../once.ts';

/** Each loan, out or returned, with the penalty of its late return. */
export async function seedLoans({ emprunts, livres, penalites }: SeedData): Promise<void> {
  await seedOnce(
    TABLE,
    emprunts.map(({ penalite_id, ...loan }) => {
      const penalty = penalites.find(({ id }) => id === penalite_id);
      return [
        {
          ...itemOf({
            ...loan,
            titre: livres.find(({ id }) => id === loan.livre_id)?.titre ?? '',
            statut: loan.date_retour ? 'rendu' : 'en_cours',
            penalite: penalty
              ? {
                  id: penalty.id,
                  montant: penalty.montant,
                  description: penalty.description,
                  date_penalite: penalty.date_penalite,
                }
              : null,
            notices: [],
            transit: null,
          }),
          version: 1,
        },
      ];
    }),
  );
}
