import { afterEach, expect, jest, test } from '@jest/globals';

let reads = 0;

/** The configuration as a process with this environment reads it; `undefined` takes a variable out. */
async function read(environment: Record<string, string | undefined>) {
  jest.restoreAllMocks();
  const env = Object.entries({ ...process.env, ...environment }).filter(([, value]) => value !== undefined);
  jest.replaceProperty(process, 'env', Object.fromEntries(env));
  reads += 1;
  // Another query makes Node load the module anew.
  const module = `../../lib/runtime/config.ts?${reads}`;
  return (await import(module)) as typeof import('../../lib/runtime/config.ts');
}

afterEach(() => void jest.restoreAllMocks());

const complaint = (environment: Record<string, string | undefined>): Promise<string> =>
  read(environment).then(
    () => 'no complaint',
    (error: Error) => error.message,
  );

test('the configuration is what the environment says, and the library stands in Paris when nothing is said', async () => {
  expect((await read({})).environment.FUSEAU_HORAIRE).toBe('Europe/Paris');
  const { environment } = await read({ COURRIELS_PAR_SECONDE: '14', FUSEAU_HORAIRE: 'America/Montreal' });
  expect([environment.COURRIELS_PAR_SECONDE, environment.FUSEAU_HORAIRE]).toEqual([14, 'America/Montreal']);
});

const COUNT = ['', ' ', 'dix', '0', '-1', '1.5', '5 courriels', 'NaN', 'Infinity', '1e9', '10001'];

test.each([
  ['COURRIELS_PAR_SECONDE', COUNT],
  ['FUSEAU_HORAIRE', ['', 'Europe/', 'Paris', '25:00']],
  ['JWT_JWKS_URL', ['', 'http://exemple.fr/jwks.json', 'jwks.json', 'https:', 'https://']],
  ['JWT_ISSUER', ['']],
  ['JWT_AUDIENCE', ['', ',', 'a,', ',a', 'a,,b', 'a b', 'a, ,b']],
  ['EMPRUNTS_TABLE', ['', 'a', 'deux mots', 'é'.repeat(3)]],
  ['FUNCTIONS_PREFIX', ['deux mots', '../']],
  ['LAMBDA_ENDPOINT', ['', 'lambda', 'https://exemple.fr/', 'ftp://exemple.fr']],
  ['SES_ENDPOINT', ['', 'https://']],
  ['EXPEDITEUR', ['', '@']],
  ['AWS_SESSION_TOKEN', ['']],
  ['DYNAMODB_ENDPOINT', ['', 'localhost:8000']],
])('a process does not start when %s is one of %j, and says so', async (name, wrong) => {
  for (const value of wrong)
    expect(await complaint({ [name]: value })).toBe(`Configuration refusée, valeurs à corriger : ${name}=${value}`);
});

test.each([
  'EMPRUNTS_TABLE',
  'FUNCTIONS_PREFIX',
  'LAMBDA_ENDPOINT',
  'JWT_ISSUER',
  'JWT_AUDIENCE',
  'JWT_JWKS_URL',
] as const)('a function that uses %s does not start without it, and others do', async (name) => {
  const { given } = await read({ [name]: undefined });
  expect(() => given(name)).toThrow(`Configuration refusée, valeurs à corriger : ${name}=`);
});

test('no complaint tells the secrets of the account', async () => {
  expect(await complaint({ AWS_SECRET_ACCESS_KEY: 'secret', AWS_REGION: '' })).not.toContain('secret');
  expect(await complaint({ AWS_SECRET_ACCESS_KEY: '' })).toContain('AWS_SECRET_ACCESS_KEY=');
});

test.each(['guichet', 'guichet,adherents', 'guichet , adherents,autre'])(
  'tokens may be made out for %s',
  async (value) => {
    expect(await complaint({ JWT_AUDIENCE: value })).toBe('no complaint');
  },
);

test('every malformed or missing value is named at once', async () => {
  expect(await complaint({ JWT_JWKS_URL: 'x', COURRIELS_PAR_SECONDE: 'dix', AWS_REGION: undefined })).toBe(
    'Configuration refusée, valeurs à corriger : AWS_REGION=, JWT_JWKS_URL=x, COURRIELS_PAR_SECONDE=dix',
  );
});
