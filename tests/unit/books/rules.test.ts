import { describe, expect, it } from '@jest/globals';
import {
  availability,
  type Holding,
  MAX_WORDS,
  requireDeletable,
  requireEnoughCopies,
  requireSearchable,
} from '../../../lib/books/rules.ts';

const holding = (exemplaires: number, ...due: string[]): Holding => ({
  id: 'b1e55ed0-0000-4000-8000-000000000000',
  titre: 'Candide',
  auteur: 'Voltaire',
  isbn: null,
  annee: 1759,
  exemplaires,
  date_creation: '2026-01-02T03:04:05.678Z',
  emprunts: Object.fromEntries(due.map((date, n) => [`emprunt-${n}`, date])),
});

const refusal = (work: () => void) => {
  try {
    work();
  } catch (error) {
    return error;
  }
  return undefined;
};

describe('availability', () => {
  it.each([
    ['all copies on the shelf', holding(3), { disponibles: 3, disponible: true, prochain_retour: null }],
    ['one copy out', holding(3, '2026-12-01'), { disponibles: 2, disponible: true, prochain_retour: '2026-12-01' }],
    [
      'every copy out, the earliest due date neither first nor last',
      holding(3, '2026-12-31', '2026-11-30', '2027-01-01'),
      { disponibles: 0, disponible: false, prochain_retour: '2026-11-30' },
    ],
    ['no copy at all', holding(0), { disponibles: 0, disponible: false, prochain_retour: null }],
    [
      'more out than there are, which must not be but must not show either',
      holding(0, '2026-12-01'),
      { disponibles: 0, disponible: false, prochain_retour: '2026-12-01' },
    ],
  ])('with %s', (_, book, expected) => {
    expect(availability(book)).toEqual({ livre_id: book.id, exemplaires: book.exemplaires, ...expected });
  });
});

describe('deleting', () => {
  it('is refused while a copy is out, and only then', () => {
    expect(refusal(() => requireDeletable(holding(2, '2026-12-01')))).toMatchObject({
      code: 'suppression_refusee',
      motifs: ['exemplaires_empruntes'],
    });
    expect(refusal(() => requireDeletable(holding(2)))).toBeUndefined();
  });
});

describe('fewer copies', () => {
  it('are refused below those that are out, and only then', () => {
    const twoOut = holding(5, '2026-12-01', '2026-12-02');
    expect(refusal(() => requireEnoughCopies(twoOut, 1))).toMatchObject({ code: 'exemplaires_insuffisants' });
    expect(refusal(() => requireEnoughCopies(twoOut, 0))).toMatchObject({ code: 'exemplaires_insuffisants' });
    expect(refusal(() => requireEnoughCopies(twoOut, 2))).toBeUndefined();
    expect(refusal(() => requireEnoughCopies(holding(5), 0))).toBeUndefined();
  });
});

describe('the number of words', () => {
  const words = (count: number, start = 'm') => Array.from({ length: count }, (_, n) => `${start}${n}`).join(' ');

  it('is bounded for title and author together', () => {
    expect(refusal(() => requireSearchable({ titre: words(60), auteur: words(MAX_WORDS - 60) }))).toBeUndefined();
    expect(refusal(() => requireSearchable({ titre: words(60), auteur: words(MAX_WORDS - 59) }))).toMatchObject({
      code: 'requete_invalide',
      erreurs: [{ chemin: 'titre', message: expect.stringContaining(`${MAX_WORDS} mots`) }],
    });
  });

  it('counts a word once in a field, however often and in whatever case it comes', () => {
    const often = `${words(MAX_WORDS - 1)} ${'la LA Là '.repeat(20)}`;
    expect(refusal(() => requireSearchable({ titre: often, auteur: '…' }))).toBeUndefined();
    expect(refusal(() => requireSearchable({ titre: often, auteur: 'la' }))).toMatchObject({
      code: 'requete_invalide',
    });
  });
});
