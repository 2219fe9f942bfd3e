import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { etagOf } from '../../lib/values/etag.ts';

test('an entity tag is strong, the same for the same representation and another for any other', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (one, other) => {
      expect(etagOf({ nom: one })).toMatch(/^"[\x21\x23-\x7e]+"$/);
      expect(etagOf({ nom: one })).toBe(etagOf({ nom: one }));
      expect(etagOf({ nom: one }) === etagOf({ nom: other })).toBe(one === other);
    }),
  );
});
