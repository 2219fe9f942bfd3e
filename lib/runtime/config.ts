import * as z from 'zod/mini';

/**
 * What the environment says, read here and nowhere else, when a function starts. A value that is malformed or
 * missing stops it then: it must not decide a loan.
 */
const decimal = (pattern: RegExp, fallback: number) =>
  z._default(z.pipe(z.string().check(z.regex(pattern)), z.transform(Number)), fallback);
const count = (fallback: number) => decimal(/^\d{1,4}$/, fallback);
/** Euros in the environment, cents in the program; a penalty is at most 1,000 euros. */
const cents = (fallback: string) =>
  z.pipe(
    z._default(z.string().check(z.regex(/^(\d{1,3}(\.\d{1,2})?|1000)$/)), fallback),
    z.transform((euros) => Math.round(Number(euros) * 100)),
  );
/** Only its shape is checked: asking whether the zone exists takes longer than the rest of a cold start's own work. */
const timeZone = z._default(z.string().check(z.regex(/^(UTC|[A-Z]\w+(\/[A-Z][\w+-]+)+)$/)), 'Europe/Paris');

const text = z.string().check(z.minLength(1));
const address = z.string().check(z.regex(/^https?:\/\/[^\s/]+$/));
const name = z.optional(z.string().check(z.regex(/^[\w.-]{3,255}$/)));

/** What only the functions of one service are given. */
const Given = z.object({
  UTILISATEURS_TABLE: name,
  LIVRES_TABLE: name,
  EMPRUNTS_TABLE: name,
  /** What the functions' names begin with, before the service. */
  FUNCTIONS_PREFIX: z.optional(z.string().check(z.regex(/^[\w-]*$/))),
  LAMBDA_ENDPOINT: z.optional(address),
  SES_ENDPOINT: z.optional(address),
  EXPEDITEUR: z.optional(z.string().check(z.minLength(3))),
});

const Environment = z.extend(Given, {
  LIMITE_EMPRUNTS: count(5),
  LIMITE_EMPRUNTS_JEUNE: count(8),
  LIMITE_EMPRUNTS_COLLECTIVITE: count(30),
  LIMITE_RESERVATIONS: count(3),
  LIMITE_RESERVATIONS_COLLECTIVITE: count(10),
  DUREE_PRET_JOURS: count(21),
  PROLONGATIONS_MAX: count(2),
  DUREE_PROLONGATION_JOURS: count(21),
  AMENDE_PAR_JOUR: cents('0.20'),
  AMENDE_MAX: cents('10'),
  /** A returned loan has its borrower for so many days. */
  CONSERVATION_JOURS: count(120),
  /** What SES grants the account. */
  COURRIELS_PAR_SECONDE: decimal(/^[1-9]\d{0,3}$/, 10),
  FUSEAU_HORAIRE: timeZone,
  JWT_ISSUER: text,
  JWT_AUDIENCE: text,
  JWT_JWKS_URL: z.string().check(z.regex(/^(https:\/\/|data:)\S+$/)),
  /** Lambda sets these. */
  AWS_REGION: text,
  AWS_ACCESS_KEY_ID: text,
  AWS_SECRET_ACCESS_KEY: text,
  AWS_SESSION_TOKEN: z.optional(text),
  /** Only the local stage sets this. */
  DYNAMODB_ENDPOINT: z.optional(z.string().check(z.regex(/^https?:\/\/\S+$/))),
});

function read() {
  const parsed = z.safeParse(Environment, process.env);
  if (parsed.success) return parsed.data;
  throw refused(parsed.error.issues.map(({ path: [name] }) => String(name)));
}

/** A variable that may be a secret is named without its value. */
const told = (name: string) => `${name}=${name.startsWith('AWS_') ? '' : (process.env[name] ?? '')}`;

const refused = (names: string[]) =>
  new Error(`Configuration refusée, valeurs à corriger : ${names.map(told).join(', ')}`);

/** The values, under the variables' own names. */
export const environment = read();

/** The library's lending policy; amounts in cents, durations in calendar days. */
export const policy = {
  /** What one member of each category may have at once. */
  limits: {
    adulte: { loans: environment.LIMITE_EMPRUNTS, holds: environment.LIMITE_RESERVATIONS },
    jeune: { loans: environment.LIMITE_EMPRUNTS_JEUNE, holds: environment.LIMITE_RESERVATIONS },
    collectivite: {
      loans: environment.LIMITE_EMPRUNTS_COLLECTIVITE,
      holds: environment.LIMITE_RESERVATIONS_COLLECTIVITE,
    },
  },
  loanDays: environment.DUREE_PRET_JOURS,
  maxRenewals: environment.PROLONGATIONS_MAX,
  renewalDays: environment.DUREE_PROLONGATION_JOURS,
  lateFeePerDay: environment.AMENDE_PAR_JOUR,
  lateFeeMax: environment.AMENDE_MAX,
  lossEuros: 25,
  keptDays: environment.CONSERVATION_JOURS,
} as const;

/** Lambda gives a function its role's credentials for as long as its process lasts. */
export const credentials = {
  accessKeyId: environment.AWS_ACCESS_KEY_ID,
  secretAccessKey: environment.AWS_SECRET_ACCESS_KEY,
  ...(environment.AWS_SESSION_TOKEN !== undefined && { sessionToken: environment.AWS_SESSION_TOKEN }),
};

/** What the functions of this service are given. @throws Error at their start when it is missing */
export function given(name: keyof z.output<typeof Given>): string {
  const value = environment[name];
  if (value === undefined) throw refused([name]);
  return value;
}
