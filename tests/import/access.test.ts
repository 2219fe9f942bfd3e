import { afterEach, expect, test } from '@jest/globals';
import { openLibrary } from '../../dev/import/access.ts';

/** Which library an import or an export goes to, and with which token. */

const { JETON } = process.env;
afterEach(() => {
  if (JETON === undefined) delete process.env.JETON;
  else process.env.JETON = JETON;
});

const open = (url: string) => openLibrary(url, () => {});

test.each(['https://biblio.example.org', 'http://localhost:3000', 'http://127.0.0.1:3000/', 'http://[::1]:3000'])(
  'a token is sent to %s',
  async (url) => {
    process.env.JETON = 'un.jeton.donné';
    expect((await open(url)).address).toBe(new URL(url).href);
  },
);

test.each(['http://biblio.example.org', 'http://localhost.example.org', 'ftp://localhost', 'biblio.example.org', ''])(
  'no token is sent to « %s », which others might read',
  async (url) => {
    process.env.JETON = 'un.jeton.donné';
    await expect(open(url)).rejects.toThrow('en https');
  },
);

test('a library elsewhere needs a token, which is never an argument', async () => {
  delete process.env.JETON;
  await expect(open('https://biblio.example.org')).rejects.toThrow('JETON');
});
