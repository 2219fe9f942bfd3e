import type { HoldRecord } from '../../lib/loans/holds/record.ts';
import { holdItemOf, itemOf, TABLE } from '../../lib/loans/store/items.ts';
import type { Rule } from '../../lib/policy/policy.ts';
import { conditionsOf } from '../../lib/policy/rules.ts';
import { policy } from '../../lib/runtime/policy.ts';
import type { SeedData } from '../data.ts';
import { seedOnce } from '../once.ts';

/** Each loan and each hold, open or over. */
export const loanGroups = (data: SeedData): object[][] => [...loanItems(data), ...holdItems(data)];

export const seedLoans = (data: SeedData): Promise<void> => seedOnce(TABLE, loanGroups(data));

/** With the penalty of its late return. A loan without a borrower has forgotten them. */
function loanItems({ emprunts, livres, exemplaires, penalites }: SeedData): object[][] {
  return emprunts.map(({ penalite_id, utilisateur_id, ...loan }) => {
    const penalty = penalites.find(({ id }) => id === penalite_id);
    // Every policy has the rule under which the data is lent.
    const rule = policy.rules.find(({ name }) => name === loan.regle) as Rule;
    const kept = {
      ...loan,
      code_barres: exemplaires.find(({ id }) => id === loan.exemplaire_id)?.code_barres ?? '',
      type: livres.find(({ id }) => id === loan.livre_id)?.type ?? '',
      conditions: conditionsOf(rule, policy, loan.date_emprunt),
      titre: livres.find(({ id }) => id === loan.livre_id)?.titre ?? '',
      penalite: penalty
        ? {
            id: penalty.id,
            montant: penalty.montant,
            description: penalty.description,
            date_penalite: penalty.date_penalite,
          }
        : null,
      fin: loan.date_retour && `${loan.date_retour}T00:00:00.000Z`,
      amende: null,
      notices: [],
      transit: null,
    };
    const record =
      utilisateur_id === null
        ? itemOf({ ...kept, utilisateur_id, fin: null, penalite: null, amende: null, transit: null, statut: 'rendu' })
        : itemOf({ ...kept, utilisateur_id, statut: loan.date_retour ? 'rendu' : 'en_cours' });
    return [{ ...record, version: 1 }];
  });
}

/** Of a hold that is open the title has what is said of it besides; of the mails none has gone. */
function holdItems({ reservations, livres }: SeedData): object[][] {
  const titles = new Map(livres.map(({ id, titre }) => [id, titre]));
  return reservations.map(({ id, utilisateur_id, livre_id, date_reservation, statut, date_limite, date_cloture }) => {
    const record: HoldRecord = {
      id,
      utilisateur_id,
      livre_id,
      titre: titles.get(livre_id) ?? '',
      date_reservation,
      statut: statut === 'en_attente' || statut === 'mise_de_cote' ? 'ouverte' : statut,
      date_cloture,
      fin: date_cloture && `${date_cloture}T00:00:00.000Z`,
      date_limite: statut === 'expiree' ? date_limite : null,
      notices: [],
      transit: null,
    };
    return [{ ...holdItemOf(record), version: 1 }];
  });
}
