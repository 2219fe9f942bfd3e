import { describe, expect, it } from '@jest/globals';
import { cut } from '../../lib/values/page.ts';

const position = (element: string) => `@${element}`;
const page = (read: string[], limit: number) => cut(read, { limit, after: undefined }, position);

describe('a page', () => {
  it('goes on after its last element when one more was read', () => {
    expect(page(['a', 'b', 'c'], 2)).toEqual({ elements: ['a', 'b'], next: '@b' });
    expect(page(['a', 'b', 'c', 'd', 'e'], 2)).toEqual({ elements: ['a', 'b'], next: '@b' });
  });

  it('is the last when no more was read, even when it is full', () => {
    expect(page(['a', 'b'], 2)).toEqual({ elements: ['a', 'b'], next: undefined });
    expect(page(['a'], 2)).toEqual({ elements: ['a'], next: undefined });
    expect(page([], 2)).toEqual({ elements: [], next: undefined });
  });
});
