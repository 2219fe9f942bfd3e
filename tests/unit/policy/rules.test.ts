import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { borrowingMotifs, type Slot, titleMotifs } from '../../../lib/policy/borrowing.ts';
import type { Policy } from '../../../lib/policy/policy.ts';
import { categoryOf, ruleFor, typeOf } from '../../../lib/policy/rules.ts';
import { policy } from '../../../lib/runtime/policy.ts';

/** Which rule holds for whom, and what it refuses. */

const rule = (name: string, over: Partial<Policy['rules'][number]> = {}) => ({
  ...(policy.rules[0] as Policy['rules'][number]),
  name,
  ...over,
});
const withRules = (...rules: Policy['rules']): Policy => ({ ...policy, rules });

/** What names both comes first, then the category, then the type, then what is for all. */
const PRECEDENCE = ['jeune/dvd', 'jeune/*', '*/dvd', '*/*'];

test('the rule that names most holds, whatever the order in which the rules are written', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(PRECEDENCE.slice(0, 3)), fc.nat(3), (names, place) => {
      const written = [...names.slice(0, place), '*/*', ...names.slice(place), 'adulte/dvd', 'jeune/bd'];
      const all = withRules(...written.map((name) => rule(name)));
      expect(ruleFor(all, 'jeune', 'dvd').name).toBe(PRECEDENCE.find((name) => written.includes(name)));
      expect(ruleFor(all, 'adulte', 'dvd').name).toBe('adulte/dvd');
      expect(ruleFor(all, 'collectivite', 'revue').name).toBe('*/*');
    }),
  );
});

test('a category or a type that the file no longer has counts as the first', () => {
  const all = withRules(rule('*/*'), rule('adulte/livre'));
  expect([categoryOf(all, 'senior').name, typeOf(all, 'vinyle')]).toEqual(['adulte', 'livre']);
  expect(ruleFor(all, 'senior', 'vinyle').name).toBe('adulte/livre');
  expect(ruleFor(all, 'jeune', 'vinyle').name).toBe('*/*');
});

const person = (over: object = {}) => ({
  impaye: 0,
  emprunts: {} as Record<string, Slot>,
  reservations: {} as Record<string, { livre_id: string }>,
  adhesion: { categorie: 'adulte', date_fin: null, blocage: null },
  ...over,
});
const slots = (...types: string[]): Record<string, Slot> =>
  Object.fromEntries(types.map((type, n) => [`${n}`, { date_echeance: '2999-01-01', type, livre_id: `livre ${n}` }]));
const dvd = { livre_id: 'un autre', type: 'dvd' };

test('a debt refuses when it is above what the category may owe, and not before', () => {
  const [first, ...rest] = policy.categories;
  const kind: Policy = { ...policy, categories: [{ ...(first as Policy['categories'][number]), debt: 500 }, ...rest] };
  for (const [impaye, motifs] of [
    [0, []],
    [500, []],
    [501, ['penalites_impayees']],
  ] as const)
    expect(borrowingMotifs(person({ impaye }), kind, '2027-01-12')).toEqual(motifs);
  expect(borrowingMotifs(person({ impaye: 1 }), policy, '2027-01-12')).toEqual(['penalites_impayees']);
});

test('the limit of a type counts the loans of that type, those of a type that is gone as of the first', () => {
  expect(titleMotifs(person({ emprunts: slots('dvd', 'livre', 'bd') }), dvd, policy)).toEqual([]);
  expect(titleMotifs(person({ emprunts: slots('dvd', 'dvd') }), dvd, policy)).toEqual(['limite_type_atteinte']);
  const two = withRules(rule('*/*'), rule('*/livre', { maxLoans: 2 }));
  const book = { livre_id: 'un autre', type: 'livre' };
  expect(titleMotifs(person({ emprunts: slots('livre', 'vinyle') }), book, two)).toEqual(['limite_type_atteinte']);
  expect(titleMotifs(person({ emprunts: slots('vinyle') }), { ...book, type: 'cassette' }, two)).toEqual([]);
});

test('what may not be lent, or is out to the same person already, is refused, and all is told in order', () => {
  const none = withRules(rule('*/*'), rule('*/dvd', { mayBeLent: false, maxLoans: 1 }));
  const holder = person({ emprunts: slots('dvd') });
  expect(titleMotifs(holder, { livre_id: 'livre 0', type: 'dvd' }, none)).toEqual([
    'limite_type_atteinte',
    'non_empruntable',
    'livre_deja_emprunte',
  ]);
  const again: Policy = { ...policy, mayRepeatTitle: true };
  expect(titleMotifs(holder, { livre_id: 'livre 0', type: 'dvd' }, again)).toEqual([]);
});

test('the motifs about a person come in the order in which they are documented', () => {
  const everything = person({
    impaye: 1,
    emprunts: Object.fromEntries(
      Array.from({ length: 5 }, (_, n) => [n, { ...slots('livre')[0], date_echeance: '2027-01-01' }]),
    ),
    adhesion: { categorie: 'adulte', date_fin: '2027-01-01', blocage: { jusqu_au: null } },
  });
  expect(borrowingMotifs(everything, policy, '2027-01-12')).toEqual([
    'penalites_impayees',
    'limite_emprunts_atteinte',
    'emprunts_en_retard',
    'compte_bloque',
    'adhesion_expiree',
  ]);
});
