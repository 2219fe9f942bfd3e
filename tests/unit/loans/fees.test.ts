import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { daysLate, lateFee, returning } from '../../../lib/loans/rules.ts';
import { dayOf } from '../../../lib/runtime/clock.ts';
import { config } from '../../../lib/runtime/config.ts';
import { addDays } from '../../../lib/values/days.ts';
import { aLoan, dayNumber, NOW, someDay, TODAY } from './samples.ts';

const { policy } = config;

describe('days late', () => {
  it('are the calendar days after the due date, and none on it or before', () => {
    fc.assert(
      fc.property(someDay, someDay, (due, day) => {
        expect(daysLate(due, day)).toBe(Math.max(0, dayNumber(day) - dayNumber(due)));
      }),
    );
  });

  it.each([
    ['a second before midnight in winter', '2026-11-22', '2026-11-22T22:59:59.999Z', 0],
    ['midnight in winter', '2026-11-22', '2026-11-22T23:00:00.000Z', 1],
    ['a second before midnight in summer', '2026-07-14', '2026-07-14T21:59:59.999Z', 0],
    ['midnight in summer', '2026-07-14', '2026-07-14T22:00:00.000Z', 1],
    ['before midnight of the day with 23 hours', '2026-03-29', '2026-03-29T21:59:59.999Z', 0],
    ['midnight after the day with 23 hours', '2026-03-29', '2026-03-29T22:00:00.000Z', 1],
    ['over the day with 23 hours', '2026-03-28', '2026-03-30T08:00:00.000Z', 2],
    ['before midnight of the day with 25 hours', '2026-10-25', '2026-10-25T22:59:59.999Z', 0],
    ['midnight after the day with 25 hours', '2026-10-25', '2026-10-25T23:00:00.000Z', 1],
    ['in the hour that comes twice', '2026-10-24', '2026-10-25T00:30:00.000Z', 1],
    ['in the hour that comes twice, again', '2026-10-24', '2026-10-25T01:30:00.000Z', 1],
    ['over the turn of the year', '2026-12-31', '2026-12-31T23:00:00.000Z', 1],
  ])('are by the library’s own clock: %s', (_, due, instant, days) => {
    expect(daysLate(due, dayOf(new Date(instant)))).toBe(days);
  });
});

describe('the fee', () => {
  it.each([
    [0, 0],
    [1, 20],
    [2, 40],
    [7, 140],
    [49, 980],
    [50, 1000],
    [51, 1000],
    [10_000, 1000],
  ])('of %i days late is %i cents', (days, cents) => {
    expect(lateFee(days, policy)).toBe(cents);
  });

  it('grows by the same each day, without grace, until it stops', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(300), fc.nat(5000), (days, lateFeePerDay, lateFeeMax) => {
        const fee = lateFee(days, { ...policy, lateFeePerDay, lateFeeMax });
        expect(fee).toBe(Math.min(days * lateFeePerDay, lateFeeMax));
      }),
    );
  });
});

describe('a return', () => {
  const returned = (daysAfter: number, over = {}) => {
    const loan = aLoan(over);
    return returning(loan, policy, addDays(loan.date_echeance, daysAfter), NOW);
  };

  it('costs nothing until the due date is over', () => {
    for (const days of [-21, -1, 0]) expect(returned(days).penalite).toBeNull();
  });

  it('costs 0.20 € a day from the next day on, 10 € at most', () => {
    expect(returned(1).penalite?.montant).toBe(0.2);
    expect(returned(3).penalite?.montant).toBe(0.6);
    expect(returned(49).penalite?.montant).toBe(9.8);
    expect(returned(90).penalite?.montant).toBe(10);
  });

  it('says what it costs for, so that a person understands', () => {
    expect(returned(1).penalite?.description).toBe('Retour en retard de 1 jour : « L’Étranger »');
    expect(returned(8).penalite?.description).toBe('Retour en retard de 8 jours : « L’Étranger »');
    const longest = returned(10_000, { titre: 'é'.repeat(300) }).penalite?.description ?? '';
    expect([...longest].length).toBeLessThanOrEqual(500);
  });

  it('is charged under an id of its own, dated that instant, whoever works it out', () => {
    const ids = ['3f0c9c1e-8a55-4d0a-9a53-0123456789ab', '3f0c9c1e-8a55-4d0a-9a53-0123456789ac'].map(
      (id) => returned(2, { id }).penalite?.id,
    );
    expect(new Set(ids).size).toBe(2);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(returned(2).penalite?.id).toBe(returned(2).penalite?.id);
    expect(Number.parseInt((ids[0] ?? '').replaceAll('-', '').slice(0, 12), 16)).toBe(Date.parse(NOW));
    expect(returned(2).penalite?.date_penalite).toBe(NOW);
  });

  it('costs nothing where the library charges nothing', () => {
    const loan = aLoan({ date_echeance: addDays(TODAY, -5) });
    expect(returning(loan, { ...policy, lateFeePerDay: 0 }, TODAY, NOW).penalite).toBeNull();
    expect(returning(loan, { ...policy, lateFeeMax: 0 }, TODAY, NOW).penalite).toBeNull();
  });
});
