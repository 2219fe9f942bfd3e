import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { dayOf, today } from '../../lib/runtime/clock.ts';

describe("the library's calendar day", () => {
  it.each([
    ['2026-01-14T22:59:59.999Z', '2026-01-14'],
    ['2026-01-14T23:00:00.000Z', '2026-01-15'],
    ['2026-07-14T21:59:59.999Z', '2026-07-14'],
    ['2026-07-14T22:00:00.000Z', '2026-07-15'],
    ['2026-12-31T23:00:00.000Z', '2027-01-01'],
    ['2028-02-28T23:00:00.000Z', '2028-02-29'],
  ])('at %s is %s in Paris, winter and summer', (instant, day) => {
    expect(dayOf(new Date(instant))).toBe(day);
  });

  it.each([
    ['2026-03-28', '2026-03-28T23:00:00.000Z', 23],
    ['2026-10-24', '2026-10-24T22:00:00.000Z', 25],
  ])(
    'after %s begins at its own midnight and lasts as long as the change of time makes it',
    (before, midnight, hours) => {
      const start = Date.parse(midnight);
      const end = start + hours * 3_600_000;
      expect(dayOf(new Date(start - 1))).toBe(before);
      expect(dayOf(new Date(start))).not.toBe(before);
      expect(dayOf(new Date(end - 1))).toBe(dayOf(new Date(start)));
      expect(dayOf(new Date(end))).not.toBe(dayOf(new Date(start)));
    },
  );

  it('is that of the present instant', () => {
    expect([dayOf(new Date(Date.now() - 1_000)), dayOf(new Date())]).toContain(today());
  });
});

describe('in another time zone', () => {
  const { FUSEAU_HORAIRE } = process.env;

  afterEach(() => {
    if (FUSEAU_HORAIRE === undefined) delete process.env.FUSEAU_HORAIRE;
    else process.env.FUSEAU_HORAIRE = FUSEAU_HORAIRE;
  });

  it('is the day there', async () => {
    process.env.FUSEAU_HORAIRE = 'Pacific/Auckland';
    jest.resetModules();
    const there = await import('../../lib/runtime/clock.ts');
    expect(there.dayOf(new Date('2026-01-14T10:59:59.999Z'))).toBe('2026-01-14');
    expect(there.dayOf(new Date('2026-01-14T11:00:00.000Z'))).toBe('2026-01-15');
  });

  it('is no day where there is no such zone', async () => {
    process.env.FUSEAU_HORAIRE = 'Europe/Lutece';
    jest.resetModules();
    const nowhere = await import('../../lib/runtime/clock.ts');
    expect(() => nowhere.today()).toThrow('Europe/Lutece');
  });
});
