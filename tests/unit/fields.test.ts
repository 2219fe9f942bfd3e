import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import * as z from 'zod/mini';
import { text } from '../../lib/values/fields.ts';

test('a text that was taken once is taken again as it stands, when it goes from service to service', () => {
  const field = text(10);
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 14 }), (value) => {
      const first = z.safeParse(field, value);
      fc.pre(first.success);
      expect(z.parse(field, first.data)).toBe(first.data);
    }),
  );
});
