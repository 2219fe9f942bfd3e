import * as z from 'zod/mini';

/** What the environment says, read once. A malformed value stops the process at start: it must not decide a loan. */
const decimal = (pattern: RegExp, fallback: number) =>
  z._default(z.pipe(z.string().check(z.regex(pattern)), z.transform(Number)), fallback);
const count = (fallback: number) => decimal(/^\d{1,4}$/, fallback);
/** Euros in the environment, cents in the program; a penalty is at most 1,000 euros. */
const cents = (fallback: string) =>
  z.pipe(
    z._default(z.string().check(z.regex(/^(\d{1,3}(\.\d{1,2})?|1000)$/)), fallback),
    z.transform((euros) => Math.round(Number(euros) * 100)),
  );
/** By its shape: to ask whether there is such a zone takes longer than all the rest of a cold start's own work. */
const timeZone = z._default(z.string().check(z.regex(/^(UTC|[A-Z]\w+(\/[A-Z][\w+-]+)+)$/)), 'Europe/Paris');

const Environment = z.object({
  LIMITE_EMPRUNTS: count(5),
  DUREE_PRET_JOURS: count(21),
  PROLONGATIONS_MAX: count(2),
  DUREE_PROLONGATION_JOURS: count(21),
  AMENDE_PAR_JOUR: cents('0.20'),
  AMENDE_MAX: cents('10'),
  COURRIELS_PAR_SECONDE: decimal(/^[1-9]\d{0,3}$/, 10),
  FUSEAU_HORAIRE: timeZone,
  JWT_ISSUER: z.string().check(z.minLength(1)),
  JWT_AUDIENCE: z.string().check(z.minLength(1)),
  JWT_JWKS_URL: z.string().check(z.regex(/^(https:\/\/|data:)\S+$/)),
});

function read() {
  const parsed = z.safeParse(Environment, process.env);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path: [name] }) => `${String(name)}=${process.env[String(name)] ?? ''}`);
  throw new Error(`Configuration refusée, valeurs à corriger : ${faults.join(', ')}`);
}

const environment = read();

export const config = {
  timeZone: environment.FUSEAU_HORAIRE,
  /** What SES grants the account. */
  mailsPerSecond: environment.COURRIELS_PAR_SECONDE,
  jwt: {
    issuer: environment.JWT_ISSUER,
    audience: environment.JWT_AUDIENCE,
    jwksUrl: environment.JWT_JWKS_URL,
  },
  /** The library's lending policy; amounts in cents, durations in calendar days. */
  policy: {
    maxLoans: environment.LIMITE_EMPRUNTS,
    loanDays: environment.DUREE_PRET_JOURS,
    maxRenewals: environment.PROLONGATIONS_MAX,
    renewalDays: environment.DUREE_PROLONGATION_JOURS,
    lateFeePerDay: environment.AMENDE_PAR_JOUR,
    lateFeeMax: environment.AMENDE_MAX,
  },
} as const;

export type Policy = typeof config.policy;
