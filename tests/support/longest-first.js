import Sequencer from '@jest/test-sequencer';

/** The files that last longest, in that order: none of them is to begin when all others are done. */
const LONGEST = [
  'e2e/system',
  'store/races',
  'store/crash-points',
  'local/start',
  'package/package',
  'store/late-writes',
  'api/common/idempotency',
  'store/books/search-reads',
  'store/loans/jobs',
  'store/loans/notices-trouble',
  'store/cost',
  'store/log',
  'seed/large',
];

const rankOf = ({ path }) => {
  const rank = LONGEST.findIndex((name) => path.endsWith(`/tests/${name}.test.ts`));
  return rank < 0 ? LONGEST.length : rank;
};

export default class LongestFirst extends Sequencer {
  sort(tests) {
    return super.sort(tests).toSorted((one, other) => rankOf(one) - rankOf(other));
  }
}
