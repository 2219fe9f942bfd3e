import { describe, expect, test } from '@jest/globals';
import { type Index, type Item, readUnits, sizeOf, writeUnits } from '../../dev/bench/support/capacity.ts';

/** The examples are AWS's own, or counted by hand from its rules. */

const keys = { pk: { S: 'a' }, sk: { S: 'b' } };
const KEY_BYTES = 6;
const ALL: Index = { keys: ['liste', 'tri'], projected: 'all' };
const SOME: Index = { keys: ['liste', 'tri'], projected: ['pk', 'sk', 'liste', 'tri', 'nom'] };

const item = (over: Item = {}): Item => ({ ...keys, ...over });
const listed = (over: Item = {}): Item => item({ liste: { S: 'l' }, tri: { S: '1' }, ...over });
const long = (bytes: number) => ({ texte: { S: 'x'.repeat(bytes) } });

describe('the size of an item', () => {
  test.each<[string, Item, number]>([
    ['is its names and texts, in bytes of UTF-8', { é: { S: 'œuvre' } }, 2 + 6],
    ['counts two significant digits of a number as a byte', { n: { N: '12345' } }, 1 + 3 + 1],
    ['leaves out zeros before and after', { n: { N: '0.0012000' } }, 1 + 1 + 1],
    ['counts the sign', { n: { N: '-12' } }, 1 + 1 + 1 + 1],
    ['counts nothing and true as a byte', { a: { NULL: true }, b: { BOOL: false } }, 1 + 1 + 1 + 1],
    ['counts three bytes for an empty map', { m: { M: {} } }, 1 + 3],
    ['counts a byte more for each member', { m: { M: { ab: { S: 'cd' } } } }, 1 + 3 + 1 + 2 + 2],
    ['and for each element of a list', { l: { L: [{ S: 'ab' }, { S: 'c' }] } }, 1 + 3 + 1 + 2 + 1 + 1],
  ])('%s', (_, given, bytes) => expect(sizeOf(given)).toBe(bytes));

  test('is unknown for a kind of value that no table has', () => expect(() => sizeOf({ s: { SS: ['a'] } })).toThrow());
});

describe('a write', () => {
  const units = (before: Item | undefined, after: Item | undefined, ...indexes: Index[]) =>
    writeUnits(before, after, indexes, false);

  test('is a unit for each kibibyte begun, of the larger of before and after', () => {
    const full = 1024 - KEY_BYTES - 'texte'.length;
    expect(units(undefined, item(long(full)))).toBe(1);
    expect(units(undefined, item(long(full + 1)))).toBe(2);
    expect(units(item(long(2_500)), item())).toBe(3);
    expect(units(undefined, undefined)).toBe(1);
  });

  test('writes an index when the item enters it, leaves it or changes in it', () => {
    expect(units(item(), listed(), ALL)).toBe(2);
    expect(units(listed(), item(), ALL)).toBe(2);
    expect(units(listed(), undefined, ALL)).toBe(2);
    expect(units(listed(), listed({ nom: { S: 'n' } }), ALL)).toBe(2);
  });

  test('writes an index twice when the item moves in it', () => {
    expect(units(listed(), listed({ tri: { S: '2' } }), ALL)).toBe(3);
    expect(units(listed(long(1_500)), listed({ tri: { S: '2' } }), ALL)).toBe(2 + 2 + 1);
  });

  test('leaves alone an index that holds nothing of what changes', () => {
    expect(units(item(), item({ nom: { S: 'n' } }), ALL)).toBe(1);
    expect(units(listed(), { tri: { S: '1' }, liste: { S: 'l' }, ...keys }, ALL)).toBe(1);
    expect(units(listed(), listed(long(10)), SOME)).toBe(1);
    expect(units(listed(long(3_000)), listed({ ...long(3_000), nom: { S: 'n' } }), SOME)).toBe(3 + 1);
  });

  test('counts double in a transaction, but not in its indexes', () => {
    expect(writeUnits(undefined, listed(), [ALL, SOME], true)).toBe(2 + 1 + 1);
    expect(writeUnits(item(long(1_500)), undefined, [ALL], true)).toBe(4);
  });
});

describe('a read', () => {
  test('of nothing is billed like the least of something', () => {
    expect(readUnits(0, false, 0)).toBe(0.5);
    expect(readUnits(0, true, 0)).toBe(1);
    expect(readUnits(2, true, 0)).toBe(2);
  });

  test('of a batch is billed for the items that are not there', () => {
    expect(readUnits(3, true, 2)).toBe(5);
    expect(readUnits(0, true, 2)).toBe(2);
  });
});
