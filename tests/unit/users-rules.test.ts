import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { config } from '../../lib/runtime/config.ts';
import {
  type Account,
  borrowingMotifs,
  pay,
  renewalMotifs,
  requireDeletable,
  verify,
  waive,
} from '../../lib/users/rules.ts';
import type { Penalty } from '../../lib/users/schema.ts';
import { Failure } from '../../lib/values/failure.ts';

const TODAY = '2026-11-22';
const { policy } = config;

const account = (over: Partial<Account> = {}): Account => ({
  id: '8d7b6f10-4c8e-4e0b-9f6a-0123456789ab',
  nom: 'Œuvre',
  prenom: 'Zoë',
  email: 'zoe@exemple.fr',
  date_creation: '2026-01-02T03:04:05.678Z',
  impaye: 0,
  emprunts: {},
  ...over,
});

const loansDue = (...days: string[]) => Object.fromEntries(days.map((day, index) => [`emprunt-${index}`, day]));

const penalty = (cents: number, left = cents): Penalty => ({
  id: '0196f3c4-5f6e-7abc-8def-0123456789ab',
  utilisateur_id: '8d7b6f10-4c8e-4e0b-9f6a-0123456789ab',
  montant: cents / 100,
  description: 'Retard',
  date_penalite: '2026-01-02T03:04:05.678Z',
  statut: 'impayee',
  reste_a_payer: left / 100,
});

const refusalOf = (work: () => unknown): Failure => {
  try {
    work();
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
  throw new Error('nothing was refused');
};

const cents = fc.integer({ min: 1, max: 100_000 });

describe('who may borrow', () => {
  const motifs = (over: Partial<Account>) => borrowingMotifs(account(over), policy, TODAY);

  it('is somebody who owes nothing, has a free slot and nothing late', () => {
    expect(motifs({})).toEqual([]);
    expect(motifs({ emprunts: loansDue(TODAY, TODAY, TODAY, TODAY) })).toEqual([]);
  });

  it('is refused from the first cent', () => {
    expect(motifs({ impaye: 1 })).toEqual(['penalites_impayees']);
  });

  it('is refused at the limit of five, not before', () => {
    const days = Array(policy.maxLoans).fill('2026-12-01');
    expect(policy.maxLoans).toBe(5);
    expect(motifs({ emprunts: loansDue(...days) })).toEqual(['limite_emprunts_atteinte']);
    expect(motifs({ emprunts: loansDue(...days.slice(1)) })).toEqual([]);
  });

  it('is refused from the day after a due date, not on it', () => {
    expect(motifs({ emprunts: loansDue(TODAY) })).toEqual([]);
    expect(motifs({ emprunts: loansDue('2026-11-21') })).toEqual(['emprunts_en_retard']);
  });

  it('hears of every rule that refuses, in any account', () => {
    fc.assert(
      fc.property(
        fc.nat(300),
        fc.array(fc.constantFrom('2026-11-20', '2026-11-21', TODAY, '2026-11-23'), { maxLength: 8 }),
        (impaye, days) => {
          const expected = [
            ...(impaye > 0 ? ['penalites_impayees'] : []),
            ...(days.length >= policy.maxLoans ? ['limite_emprunts_atteinte'] : []),
            ...(days.some((day) => day < TODAY) ? ['emprunts_en_retard'] : []),
          ];
          const seen = account({ impaye, emprunts: loansDue(...days) });
          expect(borrowingMotifs(seen, policy, TODAY)).toEqual(expected);
          expect(verify(seen, {}, policy, TODAY)).toEqual({
            utilisateur_id: seen.id,
            peut_emprunter: expected.length === 0,
            motifs: expected,
            total_impaye: impaye / 100,
            emprunts_en_cours: days.length,
            emprunts_en_retard: days.filter((day) => day < TODAY).length,
            limite_emprunts: policy.maxLoans,
          });
        },
      ),
    );
  });

  it('may renew in spite of the limit and of lateness, but not of a debt', () => {
    expect(renewalMotifs(account({ emprunts: loansDue(...Array(6).fill('2020-01-01')) }))).toEqual([]);
    expect(renewalMotifs(account({ impaye: 1 }))).toEqual(['penalites_impayees']);
  });
});

describe('what a person says of themselves', () => {
  const informations = (claims: object) => verify(account(), claims, policy, TODAY).informations;

  it('is compared only when they say something', () => {
    expect(informations({})).toBeUndefined();
  });

  it('agrees in spite of case, accents and ligatures', () => {
    expect(informations({ nom: 'oeuvre', prenom: 'ZOE', email: 'zoe@exemple.fr' })).toEqual({
      conformes: true,
      differences: [],
    });
  });

  it('differs in the fields named', () => {
    expect(informations({ nom: 'Œuvres', prenom: 'Zoë' })).toEqual({ conformes: false, differences: ['nom'] });
    expect(informations({ nom: 'x', prenom: 'x', email: 'x@exemple.fr' })?.differences).toEqual([
      'nom',
      'prenom',
      'email',
    ]);
  });
});

describe('who may be deleted', () => {
  it('owes nothing and has nothing out', () => {
    expect(() => requireDeletable(account())).not.toThrow();
  });

  it('hears of every motif', () => {
    const owes = { impaye: 1 };
    const reads = { emprunts: loansDue(TODAY) };
    expect(refusalOf(() => requireDeletable(account(owes))).motifs).toEqual(['penalites_impayees']);
    expect(refusalOf(() => requireDeletable(account(reads))).motifs).toEqual(['emprunts_en_cours']);
    const both = refusalOf(() => requireDeletable(account({ ...owes, ...reads })));
    expect([both.code, both.motifs]).toEqual(['suppression_refusee', ['penalites_impayees', 'emprunts_en_cours']]);
  });
});

describe('a payment', () => {
  it('lowers what is left by exactly what is paid, and closes the penalty at 0 only', () => {
    fc.assert(
      fc.property(cents, cents, (owed, paid) => {
        fc.pre(paid <= owed);
        const after = pay(penalty(100_000, owed), paid / 100);
        expect(Math.round(after.reste_a_payer * 100)).toBe(owed - paid);
        expect(after.reste_a_payer).toBe(Number(after.reste_a_payer.toFixed(2)));
        expect(after.statut).toBe(paid === owed ? 'payee' : 'impayee');
        expect(after).toEqual({ ...penalty(100_000), reste_a_payer: after.reste_a_payer, statut: after.statut });
      }),
    );
  });

  it('in any instalments leaves nothing', () => {
    fc.assert(
      fc.property(fc.array(cents, { minLength: 1, maxLength: 12 }), (parts) => {
        const owed = parts.reduce((sum, part) => sum + part, 0);
        const after = parts.reduce((left, part) => pay(left, part / 100), penalty(owed));
        expect([after.reste_a_payer, after.statut]).toEqual([0, 'payee']);
      }),
    );
  });

  it('of a cent too much is refused', () => {
    fc.assert(
      fc.property(cents, (owed) => {
        const refusal = refusalOf(() => pay(penalty(owed), (owed + 1) / 100));
        expect([refusal.code, refusal.motifs]).toEqual(['paiement_refuse', ['montant_superieur_au_reste']]);
      }),
    );
  });

  it.each(['payee', 'annulee'] as const)('of a penalty that is %s is refused', (statut) => {
    const refusal = refusalOf(() => pay({ ...penalty(500, 0), statut }, 0.01));
    expect([refusal.code, refusal.motifs]).toEqual(['paiement_refuse', ['penalite_close']]);
  });
});

describe('a waiver', () => {
  it('leaves nothing to pay', () => {
    fc.assert(
      fc.property(cents, (left) => {
        expect(waive(penalty(100_000, left))).toEqual({ ...penalty(100_000), reste_a_payer: 0, statut: 'annulee' });
      }),
    );
  });

  it.each(['payee', 'annulee'] as const)('of a penalty that is %s is refused', (statut) => {
    const refusal = refusalOf(() => waive({ ...penalty(500, 0), statut }));
    expect([refusal.code, refusal.motifs]).toEqual(['annulation_refusee', ['penalite_close']]);
  });
});
