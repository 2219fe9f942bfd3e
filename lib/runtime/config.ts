/** What every function is given. Lambda sets these. */
const ALWAYS = { AWS_REGION: /./s, AWS_ACCESS_KEY_ID: /./s, AWS_SECRET_ACCESS_KEY: /./s };

const ADDRESS = /^https?:\/\/[^\s/]+$/;
const TABLE = /^[\w.-]{3,255}$/;

/** What only the functions that need it are given, or what need not be said. */
const SOMETIMES = {
  AWS_SESSION_TOKEN: /./s,
  /** Whose tokens open the API, for whom they have to be made out, and where the keys are that prove them. */
  JWT_ISSUER: /./s,
  /** Several are parted by commas. */
  JWT_AUDIENCE: /^[^\s,]+( *, *[^\s,]+)*$/,
  JWT_JWKS_URL: /^(https:\/\/|data:)\S+$/,
  UTILISATEURS_TABLE: TABLE,
  LIVRES_TABLE: TABLE,
  EMPRUNTS_TABLE: TABLE,
  /** What the functions' names begin with, before the service. */
  FUNCTIONS_PREFIX: /^[\w-]*$/,
  LAMBDA_ENDPOINT: ADDRESS,
  SES_ENDPOINT: ADDRESS,
  EXPEDITEUR: /.{3}/s,
  /** What SES grants the account. */
  COURRIELS_PAR_SECONDE: /^[1-9]\d{0,3}$/,
  /** Only its shape is checked: asking whether the zone exists takes longer than the rest of a cold start's own work. */
  FUSEAU_HORAIRE: /^(UTC|[A-Z]\w+(\/[A-Z][\w+-]+)+)$/,
  /** Only the local stage sets this. */
  DYNAMODB_ENDPOINT: /^https?:\/\/\S+$/,
};

type Environment = Record<keyof typeof ALWAYS, string> & Partial<Record<keyof typeof SOMETIMES, string>>;

/**
 * What the environment says, read here and nowhere else, when a function starts. A value that is malformed or
 * missing stops it then: it must not decide a loan. Patterns are enough for texts, and made in a moment; as schemas
 * of zod they were a twentieth of a cold start.
 */
function read(): Environment {
  const said = { ...process.env };
  const wrong = Object.entries<RegExp>({ ...ALWAYS, ...SOMETIMES }).filter(([name, shape]) => {
    const value = said[name];
    return value === undefined ? name in ALWAYS : !shape.test(value);
  });
  if (wrong.length > 0) throw refused(wrong.map(([name]) => name));
  return said as Environment;
}

/** A variable that may be a secret is named without its value. */
const told = (name: string) => `${name}=${name.startsWith('AWS_') ? '' : (process.env[name] ?? '')}`;

const refused = (names: string[]) =>
  new Error(`Configuration refusée, valeurs à corriger : ${names.map(told).join(', ')}`);

const { AWS_REGION, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, ...sometimes } = read();

/** The values, under the variables' own names. */
export const environment = {
  AWS_REGION,
  DYNAMODB_ENDPOINT: sometimes.DYNAMODB_ENDPOINT,
  FUSEAU_HORAIRE: sometimes.FUSEAU_HORAIRE ?? 'Europe/Paris',
  COURRIELS_PAR_SECONDE: Number(sometimes.COURRIELS_PAR_SECONDE ?? 10),
};

/** Lambda gives a function its role's credentials for as long as its process lasts. */
export const credentials = {
  accessKeyId: AWS_ACCESS_KEY_ID,
  secretAccessKey: AWS_SECRET_ACCESS_KEY,
  ...(sometimes.AWS_SESSION_TOKEN !== undefined && { sessionToken: sometimes.AWS_SESSION_TOKEN }),
};

/** What this function is given. @throws Error at its start when it is missing */
export function given(name: keyof typeof SOMETIMES): string {
  const value = sometimes[name];
  if (value === undefined) throw refused([name]);
  return value;
}
