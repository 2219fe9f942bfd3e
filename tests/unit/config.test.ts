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

const limits = (adult: number, young: number, group: number, holds: number, ofGroup: number) => ({
  adulte: { loans: adult, holds },
  jeune: { loans: young, holds },
  collectivite: { loans: group, holds: ofGroup },
});

test("the configuration is the library's policy when nothing else is said", async () => {
  const { policy, environment } = await read({});
  expect(environment.FUSEAU_HORAIRE).toBe('Europe/Paris');
  expect(Object.values(policy)).toEqual([limits(5, 8, 30, 3, 10), 21, 2, 21, 20, 1000, 120]);
});

test('the configuration is what the environment says', async () => {
  const { policy, environment } = await read({
    LIMITE_EMPRUNTS: '3',
    LIMITE_EMPRUNTS_JEUNE: '4',
    LIMITE_EMPRUNTS_COLLECTIVITE: '50',
    LIMITE_RESERVATIONS: '1',
    LIMITE_RESERVATIONS_COLLECTIVITE: '20',
    DUREE_PRET_JOURS: '14',
    PROLONGATIONS_MAX: '0',
    DUREE_PROLONGATION_JOURS: '7',
    AMENDE_PAR_JOUR: '0.29',
    AMENDE_MAX: '4.35',
    CONSERVATION_JOURS: '30',
    FUSEAU_HORAIRE: 'America/Montreal',
  });
  expect(environment.FUSEAU_HORAIRE).toBe('America/Montreal');
  expect(Object.values(policy)).toEqual([limits(3, 4, 50, 1, 20), 14, 0, 7, 29, 435, 30]);
});

const COUNT = ['', ' ', 'cinq', '-1', '1.5', '5 livres', 'NaN', 'Infinity', '1e9', '10001'];
const AMOUNT = ['', ' ', '0,20', '-0.20', '0.205', '.5', '1.', '20 c', 'NaN', '1e2', '12345678'];

test.each([
  ['LIMITE_EMPRUNTS', COUNT],
  ['LIMITE_EMPRUNTS_JEUNE', COUNT],
  ['DUREE_PRET_JOURS', COUNT],
  ['PROLONGATIONS_MAX', COUNT],
  ['DUREE_PROLONGATION_JOURS', COUNT],
  ['CONSERVATION_JOURS', COUNT],
  ['AMENDE_PAR_JOUR', AMOUNT],
  ['AMENDE_MAX', AMOUNT],
  ['FUSEAU_HORAIRE', ['', 'Europe/', 'Paris', '25:00']],
  ['JWT_JWKS_URL', ['', 'http://exemple.fr/jwks.json', 'jwks.json', 'https:', 'https://']],
  ['JWT_ISSUER', ['']],
  ['JWT_AUDIENCE', ['']],
  ['EMPRUNTS_TABLE', ['', 'a', 'deux mots', 'é'.repeat(3)]],
  ['FUNCTIONS_PREFIX', ['deux mots', '../']],
  ['LAMBDA_ENDPOINT', ['', 'lambda', 'https://exemple.fr/', 'ftp://exemple.fr']],
  ['SES_ENDPOINT', ['', 'https://']],
  ['EXPEDITEUR', ['', '@']],
  ['DYNAMODB_ENDPOINT', ['', 'localhost:8000']],
])('a process does not start when %s is one of %j, and says so', async (name, wrong) => {
  for (const value of wrong)
    expect(await complaint({ [name]: value })).toBe(`Configuration refusée, valeurs à corriger : ${name}=${value}`);
});

test.each(['EMPRUNTS_TABLE', 'FUNCTIONS_PREFIX', 'LAMBDA_ENDPOINT'] as const)(
  'a function that uses %s does not start without it, and others do',
  async (name) => {
    const { given } = await read({ [name]: undefined });
    expect(() => given(name)).toThrow(`Configuration refusée, valeurs à corriger : ${name}=`);
  },
);

test('no complaint tells the secrets of the account', async () => {
  expect(await complaint({ AWS_SECRET_ACCESS_KEY: 'secret', AWS_REGION: '' })).not.toContain('secret');
  expect(await complaint({ AWS_SECRET_ACCESS_KEY: '' })).toContain('AWS_SECRET_ACCESS_KEY=');
});

test('every malformed or missing value is named at once', async () => {
  expect(await complaint({ LIMITE_EMPRUNTS: 'cinq', JWT_ISSUER: undefined, JWT_JWKS_URL: undefined })).toBe(
    'Configuration refusée, valeurs à corriger : LIMITE_EMPRUNTS=cinq, JWT_ISSUER=, JWT_JWKS_URL=',
  );
});
