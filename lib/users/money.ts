import { toCents, toEuros } from '../values/money.ts';
import { motifsWhere } from '../values/refusal.ts';
import { codes, type Refuses } from './codes.ts';
import type { Movement, Penalty } from './schema.ts';
import type { Payment, Waiver } from './schema-penalty-requests.ts';

/**
 * The decisions about a penalty's money. Every cent that came in or went out is in exactly one movement,
 * and what is left to pay and the state follow from the movements alone.
 */

/** When something is decided, and the ids that it may give to its movements. */
export interface Occasion {
  now: string;
  newId: () => string;
}

/** The most payments that a penalty takes, struck ones included: its item and every page of a list stay small. */
const MOST_PAYMENTS = 100;

const isPayment = ({ type }: Movement) => type === 'paiement';
const isGood = (movement: Movement) => isPayment(movement) && !movement.annule;
const isWaiver = ({ type }: Movement) => type === 'annulation';
const cents = (movements: Movement[]) => movements.reduce((sum, { montant }) => sum + toCents(montant), 0);

type NewPenalty = Omit<Penalty, 'statut' | 'reste_a_payer' | 'mouvements'>;

/** The penalty to which these things have happened. Only a waiver brings movements that are no payments. */
function after(penalty: NewPenalty, mouvements: Movement[]): Penalty {
  const left = toCents(penalty.montant) - cents(mouvements.filter(isGood)) - cents(mouvements.filter(isWaiver));
  const statut = mouvements.every(isPayment) ? (left > 0 ? 'impayee' : 'payee') : 'annulee';
  return { ...penalty, statut, reste_a_payer: toEuros(left), mouvements };
}

const movement = (
  what: Pick<Movement, 'type' | 'montant' | 'moyen' | 'motif'>,
  { now, newId }: Occasion,
): Movement => ({
  id: newId(),
  ...what,
  date: now,
  annule: false,
  date_annulation: null,
});

/** A penalty of which nothing is paid yet. */
export const unpaid = (penalty: NewPenalty): Penalty => after(penalty, []);

/** Pays a part of a penalty or all that is left. */
export function pay(
  penalty: Penalty,
  { montant, moyen }: Payment,
  occasion: Occasion,
  refuse: Refuses<'paymentRefused'>,
): Penalty {
  if (penalty.statut !== 'impayee') refuse({ ...codes.paymentRefused, motifs: ['penalite_close'] });
  const motifs = motifsWhere({
    montant_superieur_au_reste: montant > penalty.reste_a_payer,
    trop_de_mouvements: penalty.mouvements.length >= MOST_PAYMENTS,
  });
  if (motifs.length > 0) refuse({ ...codes.paymentRefused, motifs });
  const payment = movement({ type: 'paiement', montant, moyen, motif: null }, occasion);
  return after(penalty, [...penalty.mouvements, payment]);
}

/** Strikes a payment that was recorded by mistake. It stays, and what it paid is owed again. */
export function strike(
  penalty: Penalty,
  paymentId: string,
  motif: string,
  { now }: Occasion,
  refuse: Refuses<'movementNotFound' | 'strikeRefused'>,
): Penalty {
  const payment =
    penalty.mouvements.find((each) => each.id === paymentId && isPayment(each)) ?? refuse(codes.movementNotFound);
  const motifs = motifsWhere({ paiement_annule: payment.annule, penalite_annulee: penalty.statut === 'annulee' });
  if (motifs.length > 0) refuse({ ...codes.strikeRefused, motifs });
  const struck = { ...payment, motif, annule: true, date_annulation: now };
  return after(
    penalty,
    penalty.mouvements.map((each) => (each === payment ? struck : each)),
  );
}

/** Waives what is left of a penalty, and gives back what was paid, by the means by which it came, when asked to. */
export function waive(
  penalty: Penalty,
  { motif, rembourser }: Waiver,
  occasion: Occasion,
  refuse: Refuses<'waiverRefused'>,
): Penalty {
  const { statut, reste_a_payer: left, mouvements } = penalty;
  if (statut === 'annulee' || (statut === 'payee' && !rembourser))
    refuse({ ...codes.waiverRefused, motifs: ['penalite_close'] });
  const paid = Map.groupBy(rembourser ? mouvements.filter(isGood) : [], ({ moyen }) => moyen);
  const refunds = [...paid].map(([moyen, payments]) =>
    movement({ type: 'remboursement', montant: toEuros(cents(payments)), moyen, motif }, occasion),
  );
  const waived = left > 0 ? [movement({ type: 'annulation', montant: left, moyen: null, motif }, occasion)] : [];
  return after(penalty, [...mouvements, ...refunds, ...waived]);
}
