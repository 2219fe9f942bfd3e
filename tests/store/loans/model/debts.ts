import type { UserItem } from '../../../support/read.ts';

/** A penalty in the plainest words: what of it was paid, struck, given back and let go. Amounts are cents. */

export interface Payment {
  id: string;
  cents: number;
  means: string;
  isStruck: boolean;
}

export interface Debt {
  cents: number;
  payments: Payment[];
  /** What was let go, and what was given back by each means, once it is waived. */
  waived: { cents: number; givenBack: Map<string, number> } | undefined;
}

export interface Expected {
  status: number;
  motifs?: string[];
}

export const newDebt = (cents: number): Debt => ({ cents, payments: [], waived: undefined });

const good = ({ payments }: Debt): Payment[] => payments.filter(({ isStruck }) => !isStruck);

export const leftOf = (debt: Debt): number =>
  debt.waived ? 0 : good(debt).reduce((left, { cents }) => left - cents, debt.cents);

const stateOf = (debt: Debt): string => (debt.waived ? 'annulee' : leftOf(debt) === 0 ? 'payee' : 'impayee');

const closed: Expected = { status: 409, motifs: ['penalite_close'] };

export const paying = (debt: Debt, cents: number): Expected => {
  if (stateOf(debt) !== 'impayee') return closed;
  return cents > leftOf(debt) ? { status: 409, motifs: ['montant_superieur_au_reste'] } : { status: 200 };
};

export function striking(debt: Debt, payment: Payment | undefined): Expected {
  if (!payment) return { status: 404 };
  const motifs = [...(payment.isStruck ? ['paiement_annule'] : []), ...(debt.waived ? ['penalite_annulee'] : [])];
  return motifs.length > 0 ? { status: 409, motifs } : { status: 200 };
}

export const waiving = (debt: Debt, givesBack: boolean): Expected => {
  const isOpen = givesBack ? !debt.waived : stateOf(debt) === 'impayee';
  return isOpen ? { status: 200 } : closed;
};

export function waive(debt: Debt, givesBack: boolean): void {
  const givenBack = new Map<string, number>();
  for (const { means, cents } of givesBack ? good(debt) : []) givenBack.set(means, (givenBack.get(means) ?? 0) + cents);
  debt.waived = { cents: leftOf(debt), givenBack };
}

/** A debt in the words that both sides have. */
export const wordsOfDebt = (debt: Debt): string =>
  [
    `${debt.cents} ${leftOf(debt)} ${stateOf(debt)}`,
    ...debt.payments.map(
      ({ id, cents, means, isStruck }) => `${isStruck ? 'struck' : 'paiement'} ${cents} ${means} ${id}`,
    ),
    ...[...(debt.waived?.givenBack ?? [])].map(([means, cents]) => `remboursement ${cents} ${means}`),
    ...(debt.waived?.cents ? [`annulation ${debt.waived.cents} null`] : []),
  ].join(', ');

export const wordsOfItem = ({ montant, reste, statut, mouvements = [] }: UserItem): string =>
  [
    `${montant} ${reste} ${statut}`,
    ...mouvements.map(({ id, type, montant: cents, moyen, annule }) =>
      [annule ? 'struck' : type, cents, String(moyen), ...(type === 'paiement' ? [id] : [])].join(' '),
    ),
  ].join(', ');
