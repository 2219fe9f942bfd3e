import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cursorOf, positionOf } from '../../lib/entry/http/cursor.ts';

const LIST = '["GET /utilisateurs",{},{}]';
const BASE64URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const text = fc.string({ unit: 'grapheme', minLength: 1 });

test('a cursor leads back to its position in its own list, and needs no escape in a URL', () => {
  fc.assert(
    fc.property(text, text, (list, position) => {
      const cursor = cursorOf(list, position);
      expect(cursor).toMatch(/^[\w-]+$/);
      expect(positionOf(list, cursor)).toBe(position);
    }),
  );
});

test('a cursor is refused by any other list', () => {
  fc.assert(
    fc.property(text, text, text, (list, other, position) => {
      fc.pre(list !== other);
      expect(positionOf(other, cursorOf(list, position))).toBeUndefined();
    }),
  );
});

test('a cursor is refused with any one character changed to any other, and cut at any place', () => {
  const cursor = cursorOf(LIST, 'dupont\tzoé\t8d7b6f10');
  const damaged = [...cursor].flatMap((_, place) => [
    cursor.slice(0, place),
    ...[...BASE64URL].map((other) => cursor.slice(0, place) + other + cursor.slice(place + 1)),
  ]);
  const taken = damaged.filter((other) => other !== cursor && positionOf(LIST, other) !== undefined);
  expect(taken).toEqual([]);
});

test('a cursor is refused when it is lengthened or spelt otherwise', () => {
  const cursor = cursorOf(LIST, 'dupont\tzoé\t8d7b6f10');
  for (const other of [`${cursor}A`, `${cursor}=`, ` ${cursor}`, `${cursor}\n`, cursor.toLowerCase(), 'null'])
    expect(positionOf(LIST, other)).toBeUndefined();
});
