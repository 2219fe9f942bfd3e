import { describe, expect, it } from '@jest/globals';
import { call, newUser, someone } from '../../support/api.ts';
import { expectProblem } from '../../support/problems.ts';
import { getUser } from '../../support/users.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('POST /utilisateurs', () => {
  it('makes an account, tells where it is, and finds it there', async () => {
    const sent = someone({ nom: 'Œuvre', prenom: 'Zoë' });
    const before = Date.now();
    const { status, headers, body } = await call('POST', '/utilisateurs', { body: sent });
    expect(status).toBe(201);
    expect(body).toEqual({ id: expect.stringMatching(UUID), ...sent, date_creation: expect.any(String) });
    expect(new Date(body.date_creation).toISOString()).toBe(body.date_creation);
    expect(Date.parse(body.date_creation)).toBeGreaterThanOrEqual(before - 1_000);
    expect(headers.location).toBe(`/utilisateurs/${body.id}`);

    const found = await call('GET', headers.location as string);
    expect(found.body).toEqual(body);
    expect(found.headers.etag).toBe(headers.etag);
  });

  it('keeps names trimmed and the e-mail in lower case', async () => {
    const { email } = someone();
    const { body } = await call('POST', '/utilisateurs', {
      body: { nom: '  Le Goff ', prenom: '\u00a0Zoë\u2003', email: ` ${email.toUpperCase()} ` },
    });
    expect(body).toMatchObject({ nom: 'Le Goff', prenom: 'Zoë', email });
  });

  it('gives an e-mail to one account, whatever its case', async () => {
    const { id, email } = await newUser();
    for (const same of [email, email.toUpperCase(), ` ${email} `])
      expectProblem(await call('POST', '/utilisateurs', { body: someone({ email: same }) }), 409, 'email_deja_utilise');
    expect((await call('GET', `/utilisateurs?email=${email}`)).body.elements).toHaveLength(1);
    expect((await getUser(id)).body.email).toBe(email);
  });

  it('lets two people have the same name', async () => {
    const first = await newUser({ nom: 'Martin', prenom: 'Jean' });
    const second = await newUser({ nom: 'Martin', prenom: 'Jean' });
    expect(first.id).not.toBe(second.id);
  });

  it.each([
    ['an apostrophe', "N'Guyen"],
    ['another alphabet', 'Ольга'],
    ['ideograms', '李明'],
    ['letters from right to left', 'محمد'],
    ['a hundred characters', 'é'.repeat(100)],
    ['a hundred characters beyond the basic plane', '𠮷'.repeat(100)],
    ['a hundred syllables that Unicode decomposes', '각'.repeat(100)],
    ['a hundred ligatures that Unicode spells out', 'ﷺ'.repeat(100)],
  ])('welcomes names with %s', async (_, name) => {
    const user = await newUser({ nom: name, prenom: name });
    expect((await getUser(user.id)).body).toMatchObject({ nom: name, prenom: name });
  });
});
