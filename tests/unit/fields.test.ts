import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import * as z from 'zod/mini';
import { date, dateTime, euros, id, text } from '../../lib/values/fields.ts';

const accepts = (schema: z.ZodMiniType, value: unknown) => z.safeParse(schema, value).success;
const parsed = (schema: z.ZodMiniType, value: unknown) => z.safeParse(schema, value).data;

describe('a text', () => {
  const field = text(10);

  it('is trimmed of every kind of space', () => {
    expect(parsed(field, ' \u00a0\u2003Zoë\u202f ')).toBe('Zoë');
    expect(parsed(field, `${' '.repeat(50)}1234567890${' '.repeat(50)}`)).toBe('1234567890');
  });

  it('has something in it', () => {
    for (const nothing of ['', ' ', '\t', '\n', '\u00a0', '\u3000', '\ufeff'])
      expect(accepts(field, nothing)).toBe(false);
  });

  it('is as long as a reader counts code points, not as UTF-16 does', () => {
    expect(accepts(field, '𝒳'.repeat(10))).toBe(true);
    expect(accepts(field, '𝒳'.repeat(11))).toBe(false);
    expect(accepts(field, 'é'.repeat(10))).toBe(true);
    expect(accepts(field, 'é'.repeat(11))).toBe(false);
  });

  it('has no control character inside', () => {
    const controls = [...Array(0x20).keys(), ...Array.from({ length: 0x21 }, (_, index) => 0x7f + index)];
    const let_through = controls.map((code) => String.fromCodePoint(code)).filter((c) => accepts(field, `a${c}b`));
    expect(let_through).toEqual([]);
  });

  it('has no half of a surrogate pair, which no UTF-8 can carry', () => {
    for (const half of ['\ud83d', '\ude00', '\ude00\ud83d']) expect(accepts(field, `a${half}b`)).toBe(false);
    expect(accepts(field, 'a😀b')).toBe(true);
  });

  it('has nothing that could not be read, as Latin-1 taken for UTF-8', () => {
    const latin1 = Buffer.from('Zoë', 'latin1').toString('utf8');
    expect(z.safeParse(field, latin1).error?.issues).toMatchObject([{ message: expect.stringContaining('UTF-8') }]);
  });

  it('is welcome in any alphabet', () => {
    for (const name of ['Zoë', "N'Guyen", 'Œuvre', 'Łukasz', 'Ægir', '李明', 'محمد', 'Ольга', 'हिन्दी', 'Nguyễn'])
      expect(parsed(field, name)).toBe(name);
  });

  it('is a string', () => {
    for (const other of [1, true, null, undefined, [], ['a'], {}]) expect(accepts(field, other)).toBe(false);
  });

  it('once accepted, is accepted again as it stands', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 14 }), (value) => {
        const first = z.safeParse(field, value);
        fc.pre(first.success);
        expect(parsed(field, first.data)).toBe(first.data);
      }),
    );
  });
});

describe('an identifier', () => {
  it('is a UUID, in lower case from then on', () => {
    expect(parsed(id, '8D7B6F10-4C8E-4E0B-9F6A-0123456789AB')).toBe('8d7b6f10-4c8e-4e0b-9f6a-0123456789ab');
    expect(accepts(id, '0196f3c4-5f6e-7abc-8def-0123456789ab')).toBe(true);
  });

  it('is nothing else', () => {
    for (const other of [
      '',
      'abc',
      '8d7b6f10-4c8e-4e0b-9f6a-0123456789a',
      '8d7b6f10-4c8e-4e0b-9f6a-0123456789abc',
      '8d7b6f104c8e4e0b9f6a0123456789ab',
      '{8d7b6f10-4c8e-4e0b-9f6a-0123456789ab}',
      '8d7b6f10-4c8e-4e0b-9f6a-0123456789ag',
      ' 8d7b6f10-4c8e-4e0b-9f6a-0123456789ab',
      12,
      null,
    ])
      expect(accepts(id, other)).toBe(false);
  });
});

describe('an amount', () => {
  const amount = euros(0.01, 1000);

  it('is a number of whole cents between its bounds', () => {
    for (const value of [0.01, 0.29, 1, 19.99, 999.99, 1000]) expect(accepts(amount, value)).toBe(true);
    for (const value of [0, -0, -1, 0.001, 0.009, 1.005, 1000.01, 1e308, Number.NaN, Number.POSITIVE_INFINITY])
      expect(accepts(amount, value)).toBe(false);
  });

  it('is not a text that looks like one', () => {
    for (const value of ['5', 'NaN', '', null, undefined, true, [5], { montant: 5 }])
      expect(accepts(amount, value)).toBe(false);
  });
});

describe('a day and an instant', () => {
  it('exist in the calendar', () => {
    expect(accepts(date, '2028-02-29')).toBe(true);
    for (const value of [
      '2027-02-29',
      '2027-13-01',
      '2027-00-10',
      '2027-1-1',
      '01/02/2027',
      '2027-01-01T00:00:00.000Z',
    ])
      expect(accepts(date, value)).toBe(false);
  });

  it('is in UTC', () => {
    expect(accepts(dateTime, '2026-11-22T10:15:00.000Z')).toBe(true);
    for (const value of ['2026-11-22T10:15:00', '2026-11-22T10:15:00+01:00', '2026-11-22', '2026-11-22T25:00:00.000Z'])
      expect(accepts(dateTime, value)).toBe(false);
  });
});
