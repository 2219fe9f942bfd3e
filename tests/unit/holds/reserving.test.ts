import { expect, test } from '@jest/globals';
import { decideHold } from '../../../lib/loans/decide.ts';
import { policy } from '../../../lib/runtime/policy.ts';
import type { Desk } from './desk.ts';
import { arranged, standing } from './standing.ts';

/** Which rules of the policy refuse a hold, and when they are looked at. The words for a title are those of standing.ts. */

const TODAY = '2027-01-12';
const at = (said: string): Desk => arranged(TODAY, said);

test('a person’s rules are looked at when they reserve and when they borrow, and not when a copy is set aside', () => {
  const faults: [string, (account: ReturnType<Desk['account']>) => unknown][] = [
    ['penalites_impayees', (account) => Object.assign(account, { impaye: 1 })],
    ['compte_bloque', ({ adhesion }) => Object.assign(adhesion, { blocage: { jusqu_au: null } })],
    ['adhesion_expiree', ({ adhesion }) => Object.assign(adhesion, { date_fin: '2027-01-11' })],
  ];
  for (const [motif, falls] of faults) {
    const desk = at('1 out to Bob; waiting: Ana');
    for (const who of ['Ana', 'Dan']) falls(desk.account(who));
    expect(desk.place('Dan')).toBe(motif);
    desk.takeBack(1);
    expect(standing(desk)).toBe('1 aside for Ana');
    expect(desk.borrow('Ana')).toBe(motif);
    expect(standing(desk)).toBe('1 aside for Ana');
  }
});

test('a title has two hundred open holds at most, and one that has expired does not count', () => {
  const desk = at('1 aside for Ana; waiting: Dan');
  desk.pass(9);
  for (let n = 1; n < 200; n += 1) expect(desk.place(`reader ${n}`)).toBe('done');
  expect(desk.place('Eve')).toBe('file_complete');
});

test('a type that the policy does not let a category reserve is refused', () => {
  const rules = policy.rules.map((rule) => ({ ...rule, mayBeHeld: false }));
  expect(decideHold(at('1 out to Bob').asked('Ana'), { ...policy, rules }, TODAY)).toMatchObject({
    motifs: ['non_reservable'],
  });
});
