import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isEmpty, leadOf, matches, searchOf, sortOf, spaced, wordsOf } from '../../../lib/books/words.ts';
import { naiveWords } from '../../support/naive-search.ts';

const text = fc.string({ unit: 'binary', maxLength: 60 }).filter((value) => value.isWellFormed());
/** What people type, with what stands between words. */
const typed = fc
  .array(fc.constantFrom('l’', 'étranger', 'Œuvre', ' ', '-', 'Œdipe', 'Straße', 'ΣΟΦΟΣ', 'Ёлка', '字', "d'", '1984'), {
    maxLength: 8,
  })
  .map((parts) => parts.join(''));

describe('the words of a text', () => {
  it.each([
    ["L'Étranger", ['l', 'etranger']],
    ['L’Étranger', ['l', 'etranger']],
    ['Antoine de Saint-Exupéry', ['antoine', 'de', 'saint', 'exupery']],
    ['l\u02bcétranger', ['l', 'etranger']],
    ['ʿAbd al-Malik, ʽUmar', ['abd', 'al', 'malik', 'umar']],
    ['Le Qurʾān', ['le', 'quran']],
    ['أحمد', ['احمد']],
    ['Œuvre, Æsop & Straße', ['oeuvre', 'aesop', 'strasse']],
    ['ŒUVRES COMPLÈTES', ['oeuvres', 'completes']],
    ['1984', ['1984']],
    ['Vingt mille lieues… (tome 2) !', ['vingt', 'mille', 'lieues', 'tome', '2']],
    ['La la LA Là', ['la']],
    ['snake_case/slash.point', ['snake', 'case', 'slash', 'point']],
    ['¿Qué?', ['que']],
    ['Οδύσσεια', ['οδυσσεια']],
    ['ΟΔΥΣΣΕΎΣ Ὀδυσσεύς', ['οδυσσευσ']],
    ['Преступление и наказание', ['преступление', 'и', 'наказание']],
    ['الأَيَّام', ['الايام']],
    ['דָּוִד בֶּן־גּוּרְיוֹן׃', ['דוד', 'בן', 'גוריון']],
    ['红楼梦', ['红楼梦']],
    ['토지', ['토지']],
    ['गोदान', ['गोदान']],
    ['', []],
    ['… — ’ «» !?', []],
    ['\u200b\u200d', []],
    ['📚', []],
    ['❤️', []],
    ['#️⃣', []],
    ['👩\u200d🚀 👩🏽\u200d🚀', []],
    ['bib\u00adlio', ['biblio']],
    ['辻\u{e0100}村', ['辻村']],
    ['کتاب\u200cها', ['کتابها']],
    ['ภาษา\u200bไทย', ['ภาษา', 'ไทย']],
    ['word\u2060joiner', ['wordjoiner']],
  ])('of %j are %j', (written, words) => {
    expect(wordsOf(written)).toEqual(words);
  });

  it('do not depend on how Unicode writes an accent', () => {
    fc.assert(
      fc.property(text, (value) => {
        expect(wordsOf(value.normalize('NFD'))).toEqual(wordsOf(value.normalize('NFC')));
      }),
    );
  });

  it('are each the only word of themselves', () => {
    fc.assert(
      fc.property(fc.oneof(text, typed), (value) => {
        for (const word of wordsOf(value)) expect(wordsOf(word)).toEqual([word]);
      }),
    );
  });
});

describe('the words of any text', () => {
  it('are those of the plainest search', () => {
    fc.assert(
      fc.property(fc.oneof(text, typed), (value) => {
        expect(wordsOf(value)).toEqual([...new Set(naiveWords(value))]);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('a title as it is sorted', () => {
  it('has all its words, repeated ones too, and nothing else', () => {
    expect(sortOf('  Ça : ça, « LÀ » — l’Œuvre ')).toBe('ca ca la l oeuvre');
  });
});

describe('a search', () => {
  const book = { titre: "L'Étranger du dimanche", auteur: 'Antoine de Saint-Exupéry' };
  const finds = (titre?: string, auteur?: string) => matches(book, searchOf({ titre, auteur }));

  it('finds the beginnings of words, in any order, and nothing within a word', () => {
    expect(finds('etr')).toBe(true);
    expect(finds('dim ÉTRANG l')).toBe(true);
    expect(finds('tranger')).toBe(false);
    expect(finds('etrangers')).toBe(false);
    expect(finds('etranger lundi')).toBe(false);
  });

  it('looks for each word in its own field, and narrows by both', () => {
    expect(finds(undefined, 'exupery saint')).toBe(true);
    expect(finds('etranger', 'exup')).toBe(true);
    expect(finds('exupery')).toBe(false);
    expect(finds(undefined, 'etranger')).toBe(false);
    expect(finds('etranger', 'camus')).toBe(false);
    expect(finds('peste', 'exup')).toBe(false);
  });

  it('finds every text by itself and by the beginning of each of its words', () => {
    fc.assert(
      fc.property(fc.oneof(text, typed), fc.nat(), (value, n) => {
        const any = { titre: value, auteur: value };
        expect(matches(any, searchOf({ titre: value, auteur: value }))).toBe(true);
        const starts = wordsOf(value).map((word) => [...word].slice(0, 1 + (n % [...word].length)).join(''));
        expect(matches(any, { titre: starts, auteur: starts })).toBe(true);
      }),
    );
  });

  it('asks for nothing when no field has a word', () => {
    expect(isEmpty(searchOf({}))).toBe(true);
    expect(isEmpty(searchOf({ titre: '?!', auteur: '…' }))).toBe(true);
    expect(isEmpty(searchOf({ auteur: 'x' }))).toBe(false);
    expect(isEmpty(searchOf({ titre: 'x' }))).toBe(false);
  });

  it.each([
    [{ titre: 'le petit prince' }, { field: 'titre', word: 'prince' }],
    [
      { titre: 'mer', auteur: 'verne jules' },
      { field: 'auteur', word: 'verne' },
    ],
    [
      { titre: 'verne', auteur: 'jules' },
      { field: 'auteur', word: 'jules' },
    ],
    [
      { titre: 'mystérieuse', auteur: 'verne' },
      { field: 'titre', word: 'mysterieuse' },
    ],
  ])('%j is led by its longest word, an author’s first', (query, lead) => {
    expect(leadOf(searchOf(query))).toEqual(lead);
  });
});

describe('spaced words', () => {
  it('have each a space before them, so that a beginning is told from a middle', () => {
    expect(spaced(['l', 'etranger'])).toBe(' l etranger');
    expect(spaced([])).toBe('');
  });
});
