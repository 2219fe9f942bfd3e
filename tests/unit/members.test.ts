import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { borrowingMotifs, type Membership } from '../../lib/policy/borrowing.ts';
import { policy } from '../../lib/runtime/policy.ts';
import { newCardNumber } from '../../lib/users/cards.ts';
import { foldName, hasWords, nameKey, searchOf, wordsOfNames } from '../../lib/users/names.ts';
import { checkDigit } from '../../lib/values/check-digit.ts';
import { dayAfter } from '../support/clock.ts';

/** The pure rules about members: cards, names, blocks and the end of a membership. */

const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 9, maxLength: 9 });
const isRight = (card: string) => checkDigit(card.slice(0, -1)) === card.at(-1);

test('a card number made by the library is right', () => {
  for (let n = 0; n < 100; n += 1) {
    const card = newCardNumber();
    expect([card.length, isRight(card)]).toEqual([10, true]);
  }
});

test('a card number with one digit mistyped is wrong, and so is one with two neighbours exchanged, 0 and 9 apart', () => {
  fc.assert(
    fc.property(digits, fc.nat(9), fc.integer({ min: 1, max: 9 }), fc.nat(8), (nine, place, more, first) => {
      const card = nine + checkDigit(nine);
      const mistyped = [...card];
      mistyped[place] = String((Number(card[place]) + more) % 10);
      expect(isRight(mistyped.join(''))).toBe(false);
      const [one, other] = [card[first] as string, card[first + 1] as string];
      const exchanged = card.slice(0, first) + other + one + card.slice(first + 2);
      const isNoticed = one !== other && !['09', '90'].includes(one + other);
      expect(isRight(exchanged)).toBe(!isNoticed);
    }),
  );
});

const letter = fc.constantFrom(...'abcxyzéèœŒßłñΩЖ王');
const word = fc.string({ unit: letter, minLength: 1, maxLength: 8 });
/** What counts for nothing in a name. */
const NOTHING = [
  "'",
  '’',
  'ʼ',
  '´',
  '-',
  '\u2010',
  '\u2011',
  '–',
  '\u2212',
  '\u00ad',
  '\u200b',
  '\u200d',
  '\u2060',
  '\u0301',
];

test('case, accents, apostrophes, hyphens and invisible characters change nothing in a comparison, wherever they are', () => {
  fc.assert(
    fc.property(word, fc.array(fc.tuple(fc.nat(), fc.constantFrom(...NOTHING)), { maxLength: 5 }), (name, marks) => {
      const letters = [...name];
      for (const [at, mark] of marks) letters.splice(1 + (at % letters.length), 0, mark);
      for (const written of [letters.join(''), letters.join('').toUpperCase(), letters.join('').normalize('NFD')])
        expect(foldName(written)).toBe(foldName(name));
    }),
  );
});

/** What does not show in a name. */
const marks = fc.array(fc.tuple(fc.nat(), fc.constantFrom('\u00ad', '\u200b', '\u200d', '\u2060')), { maxLength: 3 });

test('each word of a name finds the person by any of its beginnings, and so does each part of a joined one, whatever does not show in it', () => {
  const joined = fc.array(word, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('-'));
  const names = fc.array(joined, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
  fc.assert(
    fc.property(names, names, marks, fc.nat(), fc.nat(), (nom, prenom, hidden, which, length) => {
      const parts = [...nom.split(/[ -]/), ...prenom.split(/[ -]/), ...nom.split(' '), ...prenom.split(' ')];
      const part = [...(parts[which % parts.length] as string)];
      const q = part.slice(0, 1 + (length % part.length)).join('');
      const letters = [...nom];
      for (const [at, mark] of hidden) letters.splice(at % (letters.length + 1), 0, mark);
      expect(hasWords({ nom: letters.join(''), prenom }, searchOf({ q }))).toBe(true);
    }),
  );
  expect(wordsOfNames({ nom: "d'Almeida", prenom: 'Zoé' })).toEqual(['dalmeida', 'zoe', 'd', 'almeida']);
});

test.each([
  [
    "Lefort-N'Diaye",
    ["n'diaye", 'N’DIAYE', 'ndiaye', 'diaye', 'n diaye', "lefort n'diaye", 'lefort ndiaye', 'lefortn'],
  ],
  ['Villiers-de-L’Isle-Adam', ["l'isle", 'lisle', 'isle', "de l'isle", 'adam villiers', 'villiers-de-lisle-adam']],
  ['de La Tour-d’Auvergne', ["d'auvergne", 'dauvergne', 'auvergne', "la tour d'auvergne", "tour-d'auv"]],
])('%s is found by %j', (nom, asked) => {
  const found = asked.filter((q) => hasWords({ nom, prenom: 'Awa' }, searchOf({ q })));
  expect(found).toEqual(asked);
});

test('a sort key of a name is at most 480 bytes long, and ends with a whole character', () => {
  for (const character of ['a', 'é', '각', '𠮷', 'ﷺ']) {
    const key = nameKey(character.repeat(400));
    expect(Buffer.byteLength(key)).toBeLessThanOrEqual(480);
    expect(foldName(character.repeat(400)).startsWith(key) && key.isWellFormed()).toBe(true);
  }
});

test('a block and a membership count to their last day, that day included, and without one for ever', () => {
  const TODAY = '2028-02-29';
  const standing = (adhesion: Partial<Membership>) => ({
    impaye: 0,
    emprunts: {},
    reservations: {},
    adhesion: { categorie: 'adulte', date_fin: null, blocage: null, ...adhesion },
  });
  const motifs = (adhesion: Partial<Membership>) => borrowingMotifs(standing(adhesion), policy, TODAY);
  expect(motifs({})).toEqual([]);
  for (const days of [-400, -1, 0, 1, 400]) {
    const day = dayAfter(TODAY, days);
    expect(motifs({ blocage: { jusqu_au: day } })).toEqual(days >= 0 ? ['compte_bloque'] : []);
    expect(motifs({ date_fin: day })).toEqual(days < 0 ? ['adhesion_expiree'] : []);
  }
  expect(motifs({ blocage: { jusqu_au: null } })).toEqual(['compte_bloque']);
});
