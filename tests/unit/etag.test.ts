import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { etagOf, requireFresh } from '../../lib/values/etag.ts';
import { Failure } from '../../lib/values/failure.ts';

const entity = { id: 'a', nom: 'Zoë' };
const tag = etagOf(entity);

const isFresh = (ifMatch: string | undefined) => {
  try {
    requireFresh(ifMatch, entity);
    return true;
  } catch (error) {
    if (error instanceof Failure && error.code === 'version_perimee') return false;
    throw error;
  }
};

describe('an entity tag', () => {
  it('is strong', () => {
    expect(tag).toMatch(/^"[\x21\x23-\x7e]+"$/);
  });

  it('is the same for the same representation, and another for any other', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        expect(etagOf({ nom: one }) === etagOf({ nom: other })).toBe(one === other);
      }),
    );
  });
});

describe('If-Match', () => {
  it('asks for nothing when absent or *', () => {
    for (const header of [undefined, '*', ' * ']) expect(isFresh(header)).toBe(true);
  });

  it('is one tag or a list of them', () => {
    for (const header of [tag, ` ${tag} `, `"autre", ${tag}`, `${tag},"autre"`]) expect(isFresh(header)).toBe(true);
  });

  it('is stale otherwise: another tag, a weak one, none, or the tag without its quotes', () => {
    for (const header of ['"autre"', '"autre", "encore"', `W/${tag}`, '', tag.slice(1, -1), '"*"', tag.toUpperCase()])
      expect(isFresh(header)).toBe(false);
  });
});
