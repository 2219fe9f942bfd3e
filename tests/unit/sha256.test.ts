import { expect, test } from '@jest/globals';
import { Sha256 } from '../../lib/aws/sha256.ts';

/** What signs each call to DynamoDB, Lambda and SES, which nothing local checks: held to the answers of the standards. */

const digestOf = async (text: string, key?: string) => {
  const hash = new Sha256(key);
  hash.update(text);
  return Buffer.from(await hash.digest()).toString('hex');
};

test('the hash is that of FIPS 180-2, B.1', async () => {
  expect(await digestOf('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});

test('the hash with a key is that of RFC 4231, 4.3', async () => {
  expect(await digestOf('what do ya want for nothing?', 'Jefe')).toBe(
    '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
  );
});
