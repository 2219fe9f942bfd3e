import * as z from 'zod/mini';

/**
 * What the environment says, read here and nowhere else, when a function starts. A value that is malformed or
 * missing stops it then: it must not decide a loan.
 */
const decimal = (pattern: RegExp, fallback: number) =>
  z._default(z.pipe(z.string().check(z.regex(pattern)), z.transform(Number)), fallback);
/** Only its shape is checked: asking whether the zone exists takes longer than the rest of a cold start's own work. */
const timeZone = z._default(z.string().check(z.regex(/^(UTC|[A-Z]\w+(\/[A-Z][\w+-]+)+)$/)), 'Europe/Paris');

const text = z.string().check(z.minLength(1));
const address = z.string().check(z.regex(/^https?:\/\/[^\s/]+$/));
const name = z.optional(z.string().check(z.regex(/^[\w.-]{3,255}$/)));

/** Several values in one variable, which commas part. */
const list = z.pipe(
  z.string().check(z.regex(/^[^\s,]+( *, *[^\s,]+)*$/)),
  z.transform((value) => value.split(/ *, */)),
);

/** What only the functions that need it are given. */
const Given = z.object({
  /** Whose tokens open the API, for whom they have to be made out, and where the keys are that prove them. */
  JWT_ISSUER: z.optional(text),
  JWT_AUDIENCE: z.optional(list),
  JWT_JWKS_URL: z.optional(z.string().check(z.regex(/^(https:\/\/|data:)\S+$/))),
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
  /** What SES grants the account. */
  COURRIELS_PAR_SECONDE: decimal(/^[1-9]\d{0,3}$/, 10),
  FUSEAU_HORAIRE: timeZone,
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

/** Lambda gives a function its role's credentials for as long as its process lasts. */
export const credentials = {
  accessKeyId: environment.AWS_ACCESS_KEY_ID,
  secretAccessKey: environment.AWS_SECRET_ACCESS_KEY,
  ...(environment.AWS_SESSION_TOKEN !== undefined && { sessionToken: environment.AWS_SESSION_TOKEN }),
};

type Given = z.output<typeof Given>;

/** What this function is given. @throws Error at its start when it is missing */
export function given<Name extends keyof Given>(name: Name): NonNullable<Given[Name]> {
  const value = environment[name];
  if (value === undefined) throw refused([name]);
  return value;
}
