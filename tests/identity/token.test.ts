import { domainToASCII } from 'node:url';
import { afterEach, expect, test } from '@jest/globals';
import { newUser } from '../support/api.ts';
import { ALWAYS, answering, fail, mend, timedOut, unreachable } from '../support/faults.ts';
import { journalLines } from '../support/journal.ts';
import { run } from '../support/lambda.ts';
import { deleteUser } from '../support/users.ts';
import { requestsOf } from '../support/wire.ts';
import { type Answered, eventOf, type Person } from './events.ts';

/** What the trigger writes into tokens, event by event. */

afterEach(() => void mend());

const answerTo = (person: Person): Promise<Answered> => run('identity-token', eventOf(person));

/** The claims of both tokens, which are the same, and what is taken out of both. */
async function written(person: Person) {
  const { response } = await answerTo(person);
  const { idTokenGeneration, accessTokenGeneration, ...rest } = response.claimsAndScopeOverrideDetails;
  expect(rest).toEqual({});
  expect(accessTokenGeneration).toEqual(idTokenGeneration);
  return { ...idTokenGeneration.claimsToAddOrOverride, suppressed: idTokenGeneration.claimsToSuppress };
}

const NO_ACCOUNT = { role: 'adherent', suppressed: ['utilisateur_id'] };
const LIBRARIAN = { role: 'bibliothecaire', suppressed: ['utilisateur_id'] };
const memberOf = (id: string) => ({ role: 'adherent', utilisateur_id: id, suppressed: [] });

test('a librarian is one by the group, whatever other groups there are, and nobody is asked', async () => {
  const { email } = await newUser();
  for (const groups of [['bibliothecaires'], ['amis', 'bibliothecaires']])
    expect(await requestsOf(async () => expect(await written({ email, groups })).toEqual(LIBRARIAN))).toEqual([]);
});

test('a librarian signs in while the users service is down', async () => {
  fail({ match: 'Invoke users-owner', times: ALWAYS, how: unreachable });
  expect(await written({ email: 'desk@exemple.fr', groups: ['bibliothecaires'] })).toEqual(LIBRARIAN);
});

test.each([
  ['in capitals', 'Zoe.Martin@EXEMPLE.fr', 'ZOE.MARTIN@exemple.FR'],
  ['whose domain has an accent', 'zoe@bibliothèque.example', 'Zoe@BIBLIOTHÈQUE.example'],
  ['whose domain is in ASCII here', 'lea@bibliothèque.example', `lea@${domainToASCII('bibliothèque.example')}`],
])('an e-mail %s is compared as accounts keep theirs', async (_, inLibrary, inPool) => {
  const { id } = await newUser({ email: inLibrary });
  expect(await written({ email: inPool })).toEqual(memberOf(id));
});

test.each(['"des guillemets"@exemple.fr', 'pas une adresse', '', `${'a'.repeat(2000)}@exemple.fr`])(
  'what no account may have as its e-mail (%j) is nobody’s',
  async (email) => {
    expect(await written({ email })).toEqual(NO_ACCOUNT);
  },
);

test('an e-mail that is not verified leads to no account, and nobody is asked', async () => {
  const { email } = await newUser();
  const { email_verified: _, ...unverified } = eventOf({ email }).request.userAttributes;
  const without = { ...eventOf({ email }), request: { ...eventOf({ email }).request, userAttributes: unverified } };
  const sent = await requestsOf(async () => {
    expect(await written({ email, verified: false })).toEqual(NO_ACCOUNT);
    for (const email_verified of ['True', '1', 'yes', ''])
      expect(await written({ email, attributes: { email_verified } })).toEqual(NO_ACCOUNT);
    const { response } = await run('identity-token', without);
    expect(response.claimsAndScopeOverrideDetails.idTokenGeneration.claimsToAddOrOverride).toEqual({
      role: 'adherent',
    });
  });
  expect(sent).toEqual([]);
});

test('a letter of another alphabet is not taken for the one that it becomes in lower case', async () => {
  await newUser({ email: 'kevin@exemple.fr' });
  expect(await written({ email: '\u212Aevin@exemple.fr' })).toEqual(NO_ACCOUNT);
});

test('no group or claim is taken from an attribute', async () => {
  const { id, email } = await newUser();
  const { id: other } = await newUser();
  const forged = {
    role: 'bibliothecaire',
    utilisateur_id: other,
    groups: 'bibliothecaires',
    'cognito:groups': 'bibliothecaires',
    'custom:groups': 'bibliothecaires',
    'custom:role': 'bibliothecaire',
    'custom:utilisateur_id': other,
  };
  expect(await written({ email, attributes: forged })).toEqual(memberOf(id));
  expect(await written({ email: 'personne@exemple.fr', attributes: forged })).toEqual(NO_ACCOUNT);
});

test('no group or claim is taken from what the caller sends along', async () => {
  const { id, email } = await newUser();
  const { email: otherEmail, id: other } = await newUser();
  const clientMetadata = {
    role: 'bibliothecaire',
    groups: 'bibliothecaires',
    groupsToOverride: '["bibliothecaires"]',
    utilisateur_id: other,
    email: otherEmail,
    email_verified: 'true',
  };
  expect(await written({ email, clientMetadata })).toEqual(memberOf(id));
  expect(await written({ email, clientMetadata, verified: false })).toEqual(NO_ACCOUNT);
});

test.each(['Bibliothecaires', 'bibliothecaire', 'bibliothecaires ', 'eu-west-3_EXAMPLE_bibliothecaires'])(
  'a group of another name (%j) makes no librarian',
  async (group) => {
    expect(await written({ email: 'personne@exemple.fr', groups: [group] })).toEqual(NO_ACCOUNT);
  },
);

test('somebody whose account is deleted has none from their next token on', async () => {
  const { id, email } = await newUser();
  expect(await written({ email })).toEqual(memberOf(id));
  await deleteUser(id);
  expect(await written({ email })).toEqual(NO_ACCOUNT);
});

test('the event comes back as it came, but for the answer', async () => {
  const { email } = await newUser();
  const { response: _, ...event } = eventOf({ email, clientMetadata: { a: 'b' } });
  expect(await answerTo({ email, clientMetadata: { a: 'b' } })).toMatchObject(event);
});

test.each([
  ['cannot be reached', unreachable],
  ['does not answer in time', timedOut],
  ['fails', answering('{"errorMessage":"x"}', { headers: { 'x-amz-function-error': 'Unhandled' } })],
  ['may not be invoked', answering('{"Message":"x"}', { status: 403 })],
  ['answers what is no answer', answering('{"utilisateur_id":"moi"}')],
])('there is no token for a reader while the users service %s, and the failure says why', async (_, how) => {
  const { email } = await newUser();
  fail({ match: 'Invoke users-owner', times: ALWAYS, how });
  await expect(written({ email })).rejects.toThrow('service_indisponible');
  expect(JSON.parse(journalLines.at(-1) as string)).toMatchObject({ route: 'identity-token', status: 503 });
});

test('there is no token when Cognito does not ask as it does for both tokens', async () => {
  const { email } = await newUser();
  for (const event of [
    { ...eventOf({ email }), version: '1' },
    { ...eventOf({ email }), request: {} },
  ])
    await expect(run('identity-token', event)).rejects.toThrow('requete_invalide');
});

test('no line of the journal has the person’s address', async () => {
  const { email } = await newUser();
  journalLines.splice(0);
  await written({ email });
  await written({ email: 'personne@exemple.fr' });
  expect(journalLines.length).toBeGreaterThan(0);
  expect(journalLines.join('')).not.toMatch(/@|personne/);
});
