import { afterEach, describe, expect, it } from '@jest/globals';

const before = { ...process.env };

function restore(environment: Record<string, string>): void {
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
  Object.assign(process.env, before, environment);
}

let reads = 0;

/** The configuration as a process with this environment reads it: a module of its own each time. */
async function read(environment: Record<string, string>) {
  restore(environment);
  reads += 1;
  const module = `../../lib/runtime/config.ts?${reads}`;
  return (await import(module)) as typeof import('../../lib/runtime/config.ts');
}

const complaint = (environment: Record<string, string>): Promise<string> =>
  read(environment).then(
    () => 'no complaint',
    (error: Error) => error.message,
  );

afterEach(() => restore({}));

describe('the configuration', () => {
  it("is the library's policy when nothing else is said", async () => {
    const { policy, environment } = await read({});
    expect(environment.FUSEAU_HORAIRE).toBe('Europe/Paris');
    expect(policy).toEqual({
      maxLoans: 5,
      loanDays: 21,
      maxRenewals: 2,
      renewalDays: 21,
      lateFeePerDay: 20,
      lateFeeMax: 1000,
    });
  });

  it('is what the environment says', async () => {
    const { policy, environment } = await read({
      LIMITE_EMPRUNTS: '3',
      DUREE_PRET_JOURS: '14',
      PROLONGATIONS_MAX: '0',
      DUREE_PROLONGATION_JOURS: '7',
      AMENDE_PAR_JOUR: '0.29',
      AMENDE_MAX: '4.35',
      FUSEAU_HORAIRE: 'America/Montreal',
    });
    expect(environment.FUSEAU_HORAIRE).toBe('America/Montreal');
    expect(policy).toEqual({
      maxLoans: 3,
      loanDays: 14,
      maxRenewals: 0,
      renewalDays: 7,
      lateFeePerDay: 29,
      lateFeeMax: 435,
    });
  });

  const counts = ['LIMITE_EMPRUNTS', 'DUREE_PRET_JOURS', 'PROLONGATIONS_MAX', 'DUREE_PROLONGATION_JOURS'];
  const amounts = ['AMENDE_PAR_JOUR', 'AMENDE_MAX'];

  it.each([
    ...counts.flatMap((name) =>
      ['', ' ', 'cinq', '-1', '1.5', '5 livres', 'NaN', 'Infinity', '1e9', '10001'].map((value) => [name, value]),
    ),
    ...amounts.flatMap((name) =>
      ['', ' ', '0,20', '-0.20', '0.205', '.5', '1.', '20 c', 'NaN', '1e2', '12345678'].map((value) => [name, value]),
    ),
    ...['', 'Europe/', 'Paris', '25:00'].map((value) => ['FUSEAU_HORAIRE', value]),
    ...['', 'http://exemple.fr/jwks.json', 'jwks.json', 'https:', 'https://'].map((value) => ['JWT_JWKS_URL', value]),
    ['JWT_ISSUER', ''],
    ['JWT_AUDIENCE', ''],
  ])('is refused at start with %s=%j, which the message names', async (name = '', value = '') => {
    expect(await complaint({ [name]: value })).toBe(`Configuration refusée, valeurs à corriger : ${name}=${value}`);
  });

  it('names every malformed value at once', async () => {
    expect(await complaint({ LIMITE_EMPRUNTS: 'cinq', AMENDE_MAX: '10 €' })).toBe(
      'Configuration refusée, valeurs à corriger : LIMITE_EMPRUNTS=cinq, AMENDE_MAX=10 €',
    );
  });

  it.each(['JWT_ISSUER', 'JWT_AUDIENCE', 'JWT_JWKS_URL'])('has no default for %s', async (name) => {
    const kept = before[name];
    delete before[name];
    try {
      expect(await complaint({})).toBe(`Configuration refusée, valeurs à corriger : ${name}=`);
    } finally {
      if (kept !== undefined) before[name] = kept;
    }
  });
});
