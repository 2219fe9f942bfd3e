import { expect, test } from '@jest/globals';
import { titlesIn } from './file.ts';

test.each(['', '\ufeff'])('a letter of several bytes may be cut anywhere in a file of megabytes (%j)', async (mark) => {
  const title = 'é€'.repeat(2_000);
  const titles = await titlesIn(Buffer.from(`${mark}titre\n${`${title}\n`.repeat(300)}`), 60_001);
  expect(titles.filter((one) => one === title)).toHaveLength(300);
});
