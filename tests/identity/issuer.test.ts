import { expect, jest, test } from '@jest/globals';
import { faultOf, type Parameters, sections, sectionsOf } from '../../dev/aws/issuer.ts';

/** What the parameters of a stage make of it; tests/package/ shows what comes of that. */

const NONE: Parameters = {
  jwt_issuer: null,
  jwt_audience: null,
  jwt_jwks_url: null,
  desk_urls: null,
  members_urls: null,
  sign_in_mail: null,
  sender_identity: null,
};
const ISSUER = { jwt_issuer: 'https://i', jwt_audience: 'a', jwt_jwks_url: 'https://i/keys' };

const parameters = (over: Partial<Parameters>): Parameters => ({ ...NONE, ...over });

test('a stage without an issuer has a pool, and a stage with one has none', () => {
  expect(sectionsOf('prod', NONE)).toEqual({
    tokens: 'pool',
    functions: 'functions',
    resources: 'resources',
    mail: 'none',
  });
  expect(sectionsOf('prod', parameters({ sign_in_mail: 'ses' })).mail).toBe('ses');
  const none = { tokens: 'given', functions: 'none', resources: 'none', mail: 'none' };
  expect(sectionsOf('prod', parameters(ISSUER))).toEqual(none);
});

test('the local stage has its own key pair, no pool, and the trigger to be tried by hand', () => {
  const local = { tokens: 'given', functions: 'functions', resources: 'none', mail: 'none' };
  expect(sectionsOf('local', parameters(ISSUER))).toEqual(local);
});

test.each<[string, Partial<Parameters>]>([
  ['prod', {}],
  ['prod', ISSUER],
  ['prod', { sign_in_mail: 'ses' }],
  ['prod', { sign_in_mail: 'ses', sender_identity: 'exemple.fr' }],
  [
    'prod',
    { sign_in_mail: 'cognito', desk_urls: 'https://a/,http://localhost:5173/', members_urls: 'biblio://retour' },
  ],
  ['recette-2026', {}],
  // The name of such a stage is in no address of Cognito.
  ['Essai_AWS', ISSUER],
])('the stage %s takes %j', (stage, over) => {
  expect(faultOf(stage, parameters(over))).toBeUndefined();
});

test.each<[string, Partial<Parameters>, RegExp]>([
  ['prod', { jwt_issuer: 'https://i' }, /^il manque jwt_audience et jwt_jwks_url :/],
  ['prod', { jwt_audience: 'a' }, /^il manque jwt_issuer et jwt_jwks_url :/],
  ['prod', { ...ISSUER, jwt_jwks_url: null }, /^il manque jwt_jwks_url :/],
  // A variable that is empty where it is deployed from must not make a pool.
  ['prod', { ...ISSUER, jwt_issuer: '' }, /^il manque jwt_issuer :/],
  ['prod', { ...ISSUER, desk_urls: 'https://a/' }, /^desk_urls ne sert qu'au groupe/],
  ['prod', { ...ISSUER, sign_in_mail: 'ses' }, /^sign_in_mail ne sert qu'au groupe/],
  ['prod', { ...ISSUER, sender_identity: 'exemple.fr' }, /^sender_identity ne sert qu'au groupe/],
  ['prod', { sender_identity: 'exemple.fr' }, /^sender_identity ne sert qu'avec/],
  ['prod', { desk_urls: 'http://guichet.example/' }, /^desk_urls=http:\/\/guichet\.example\/ : /],
  ['prod', { members_urls: 'https://a/,' }, /^members_urls=/],
  ['prod', { members_urls: 'https://a/#retour' }, /^members_urls=/],
  ['prod', { members_urls: 'a.example' }, /^members_urls=/],
  ['prod', { desk_urls: '' }, /^desk_urls=/],
  ['prod', { sign_in_mail: 'smtp' }, /^sign_in_mail=smtp : /],
  ['Prod', {}, /^le stage « Prod » /],
  ['mon_stage', {}, /^le stage « mon_stage » /],
  ['aws', {}, /^le stage « aws » /],
])('the stage %s is refused with %j', (stage, over, fault) => {
  expect(faultOf(stage, parameters(over))).toMatch(fault);
});

test('the framework ends with one line when the parameters of a stage are refused', async () => {
  const exit = jest.spyOn(process, 'exit').mockImplementation(() => {
    throw new Error('ended');
  });
  const said = jest.spyOn(console, 'error').mockReturnValue();
  const given: Record<string, string> = { 'sls:stage': 'prod', 'param:jwt_issuer, null': 'https://i.example' };
  await expect(sections({ resolveVariable: async (name) => given[name] ?? null })).rejects.toThrow('ended');
  expect([said.mock.calls, exit.mock.calls]).toEqual([
    [[expect.stringMatching(/^Paramètres refusés : il manque jwt_audience et jwt_jwks_url : .*\.$/)]],
    [[1]],
  ]);
  jest.restoreAllMocks();
});
