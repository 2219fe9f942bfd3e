import { expect, test } from '@jest/globals';
import { alone, canLead, eachOnce, furthest, idIn, isMet } from '../../lib/values/search.ts';

/** What searches for books and for people have in common. */

test('of lists that were read the furthest is the one to its end, then the one to the last place by its bytes', () => {
  const [end, far, near] = [{ until: undefined }, { until: 'é' }, { until: 'z' }];
  for (const reads of [
    [end, far, near],
    [near, end, far],
    [far, near, end],
  ])
    expect(furthest(reads)).toBe(end);
  expect(furthest([near, far])).toBe(far);
  expect(furthest([far, near])).toBe(far);
  // A character of four bytes comes after one of three, which UTF-16 has the other way round.
  const [three, four] = [{ until: '\uff5e' }, { until: '\u{1f600}' }];
  expect(furthest([three, four])).toBe(four);
  const same = { until: 'z' };
  expect(furthest([same, near])).toBe(same);
});

test('a part leads a search from its third letter on', () => {
  expect(['', 'l', 'le', 'les', '𝔩𝔢'].filter(canLead)).toEqual(['les']);
});

test('what is asked for twice is asked for once', () => {
  const two = { lead: 'jean', ways: [['jeanmarie'], ['jean', 'marie']] };
  expect(eachOnce([alone('jean'), two, alone('jean'), two])).toEqual([alone('jean'), two]);
});

test('what is asked for is met by all words of one of its ways', () => {
  const asked = { lead: 'jean', ways: [['jeanmarie'], ['jean', 'marie']] };
  const metBy = (...words: string[]) => isMet(asked, (typed) => words.includes(typed));
  expect([metBy('jeanmarie'), metBy('jean', 'marie'), metBy('jean'), metBy('marie'), metBy()]).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});

test('the id of a place is behind its last tab', () => {
  expect([idIn('le\t\ta-1'), idIn('a-1')]).toEqual(['a-1', 'a-1']);
});
