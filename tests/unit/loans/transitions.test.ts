import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  type LoanRecord,
  lending,
  lent,
  renewalMotifs,
  renewed,
  renewing,
  returning,
  settled,
  takenOver,
} from '../../../lib/loans/rules.ts';
import { config } from '../../../lib/runtime/config.ts';
import { addDays } from '../../../lib/values/days.ts';
import { Failure } from '../../../lib/values/failure.ts';
import { aLoan, dayNumber, NOW, someDay, TODAY } from './samples.ts';

const { policy } = config;
const REQUEST = { utilisateur_id: aLoan().utilisateur_id, livre_id: aLoan().livre_id };

const refusal = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    if (error instanceof Failure) return { code: error.code, motifs: error.motifs };
    throw error;
  }
  throw new Error('nothing was refused');
};

describe('a loan', () => {
  it('lasts 21 days, and is nobody’s until it is lent', () => {
    fc.assert(
      fc.property(someDay, (day) => {
        const loan = lending(aLoan().id, REQUEST, policy, day, NOW);
        expect(loan).toMatchObject({
          ...REQUEST,
          statut: 'en_attente',
          titre: null,
          date_retour: null,
          penalite: null,
        });
        expect(dayNumber(loan.date_echeance) - dayNumber(loan.date_emprunt)).toBe(21);
        expect(loan.date_emprunt).toBe(day);
        expect(loan.transit).toEqual({ etape: 'pret', depuis: NOW, debut: NOW });
      }),
    );
  });

  it('is out and at rest once it is lent', () => {
    const loan = lending(aLoan().id, REQUEST, policy, TODAY, NOW);
    expect(lent(loan, 'Titre')).toEqual({ ...loan, statut: 'en_cours', titre: 'Titre', transit: null });
  });
});

describe('a renewal', () => {
  it('counts from the present due date, whatever the day it is asked', () => {
    const loan = renewing(aLoan(), policy, NOW);
    expect(loan.date_echeance).toBe(aLoan().date_echeance);
    expect(loan.transit).toEqual({
      etape: 'prolongation',
      depuis: NOW,
      debut: NOW,
      nouvelle_echeance: addDays(aLoan().date_echeance, 21),
    });
    expect(renewed(loan)).toEqual({
      ...aLoan(),
      date_echeance: addDays(aLoan().date_echeance, 21),
      prolongations: 1,
    });
  });

  it('that comes to nothing leaves all as it was', () => {
    expect(settled(renewing(aLoan(), policy, NOW))).toEqual(aLoan());
  });

  const motifs = (over: Partial<LoanRecord>) => renewalMotifs(aLoan(over), policy, TODAY);
  const late = { date_echeance: addDays(TODAY, -1) };

  it('is refused from the day after the due date, and for the third time, and both', () => {
    expect(motifs({})).toEqual([]);
    expect(motifs({ prolongations: 1 })).toEqual([]);
    expect(motifs({ prolongations: 2 })).toEqual(['limite_prolongations_atteinte']);
    expect(motifs(late)).toEqual(['emprunt_en_retard']);
    expect(motifs({ ...late, prolongations: 2 })).toEqual(['emprunt_en_retard', 'limite_prolongations_atteinte']);
  });

  it('is refused for a book that is back, and nothing else counts then', () => {
    expect(motifs({ ...late, statut: 'rendu', date_retour: TODAY, prolongations: 2 })).toEqual(['emprunt_rendu']);
  });
});

describe('a return', () => {
  it('is decided at once and to be finished', () => {
    const loan = returning(aLoan(), policy, TODAY, NOW);
    expect(loan).toEqual({
      ...aLoan(),
      statut: 'rendu',
      date_retour: TODAY,
      transit: { etape: 'retour', depuis: NOW, debut: NOW },
    });
    expect(settled(loan).transit).toBeNull();
  });

  it('of a loan that is being renewed goes by the old due date', () => {
    const loan = returning(renewing(aLoan(), policy, NOW), policy, addDays(aLoan().date_echeance, 1), NOW);
    expect(loan).toMatchObject({ date_echeance: aLoan().date_echeance, prolongations: 0 });
    expect(loan.penalite?.montant).toBe(0.2);
    expect(loan.transit).toEqual({ etape: 'retour', depuis: NOW, debut: NOW });
  });

  it('is refused the second time, settled or not', () => {
    const loan = returning(aLoan(), policy, TODAY, NOW);
    for (const back of [loan, settled(loan)])
      expect(refusal(() => returning(back, policy, TODAY, NOW))).toEqual({
        code: 'retour_refuse',
        motifs: ['emprunt_rendu'],
      });
  });
});

describe('what was cut off', () => {
  const LATER = '2026-11-22T10:20:00.000Z';
  const cut = (loan: LoanRecord) =>
    takenOver(loan as LoanRecord & { transit: NonNullable<LoanRecord['transit']> }, LATER);

  it('is undone, but a return is finished; who takes it over says so again and again', () => {
    const loans = {
      annulation: lending(aLoan().id, REQUEST, policy, TODAY, NOW),
      retablissement: renewing(aLoan(), policy, NOW),
      retour: returning(aLoan(), policy, TODAY, NOW),
    };
    for (const [etape, loan] of Object.entries(loans)) {
      const once = cut(loan);
      expect(once).toEqual({ ...loan, transit: { ...loan.transit, etape, depuis: LATER } });
      expect(cut(once)).toEqual(once);
    }
  });
});
