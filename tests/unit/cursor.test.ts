import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cursorOf, positionOf } from '../../lib/entry/http/cursor.ts';

const LIST = '["GET /utilisateurs",{},{}]';
const BASE64URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const text = fc.string({ unit: 'grapheme', minLength: 1 });

const isRefused = (list: string, cursor: string) => positionOf(list, cursor) === undefined;

describe('a cursor', () => {
  it('leads back to its position', () => {
    fc.assert(
      fc.property(text, text, (list, position) => expect(positionOf(list, cursorOf(list, position))).toBe(position)),
    );
  });

  it('needs no escape in a URL', () => {
    fc.assert(fc.property(text, (position) => expect(cursorOf(LIST, position)).toMatch(/^[\w-]+$/)));
  });

  it('is refused with any one character changed to any other', () => {
    const cursor = cursorOf(LIST, 'dupont\tzoé\t8d7b6f10');
    const accepted = [...cursor].flatMap((right, index) =>
      [...BASE64URL]
        .filter((other) => other !== right)
        .map((other) => cursor.slice(0, index) + other + cursor.slice(index + 1))
        .filter((damaged) => !isRefused(LIST, damaged)),
    );
    expect(accepted).toEqual([]);
  });

  it('is refused cut short, lengthened or spelt otherwise', () => {
    const cursor = cursorOf(LIST, 'dupont\tzoé\t8d7b6f10');
    for (let length = 0; length < cursor.length; length += 1)
      expect(isRefused(LIST, cursor.slice(0, length))).toBe(true);
    for (const other of [
      `${cursor}A`,
      `${cursor}=`,
      ` ${cursor}`,
      `${cursor}\n`,
      cursor.toLowerCase(),
      'null',
      '../..',
    ])
      expect(isRefused(LIST, other)).toBe(true);
  });

  it('is refused by any other list', () => {
    fc.assert(
      fc.property(text, text, text, (list, other, position) => {
        fc.pre(list !== other);
        expect(isRefused(other, cursorOf(list, position))).toBe(true);
      }),
    );
  });
});
