import { expect } from '@jest/globals';

/** The movements of a penalty's money, as a test expects to read them. */

interface Movement {
  id: unknown;
  type: string;
  montant: number;
  moyen: string | null;
  motif: string | null;
  date: unknown;
  annule: boolean;
  date_annulation: unknown;
}

const anInstant = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);

const made = (type: string, moyen: string | null, over: Partial<Movement>): Movement => ({
  id: expect.any(String),
  type,
  montant: Number.NaN,
  moyen,
  motif: null,
  date: anInstant,
  annule: false,
  date_annulation: null,
  ...over,
});

export const paid = (over: Partial<Movement>) => made('paiement', 'especes', over);
export const struck = (over: Partial<Movement>) =>
  paid({ motif: 'Saisi deux fois', annule: true, date_annulation: anInstant, ...over });
export const givenBack = (over: Partial<Movement>) =>
  made('remboursement', 'especes', { motif: 'Livre retrouvé', ...over });
export const waived = (over: Partial<Movement>) => made('annulation', null, { motif: 'Livre retrouvé', ...over });
