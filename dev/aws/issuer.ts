/**
 * Whose tokens open the API of a stage: those of its own user pool, or, when the three parameters of an issuer are given,
 * that issuer's and no pool is made.
 */

/** The parameters as they are given, by their names; `null` for one that is not. */
export type Parameters = Record<Name, string | null>;

const ISSUER = ['jwt_issuer', 'jwt_audience', 'jwt_jwks_url'] as const;
const POOL = ['desk_urls', 'members_urls', 'sign_in_mail', 'sender_identity'] as const;
type Name = (typeof ISSUER)[number] | (typeof POOL)[number];

/** Where the sign-in pages may lead to: a site, a program of this machine, or an app with a scheme of its own. */
const isAddress = (text: string): boolean => {
  const { protocol, hostname, hash } = URL.parse(text) ?? {};
  return protocol !== undefined && hash === '' && (protocol !== 'http:' || hostname === 'localhost');
};

/** The name of a stage is a part of the address of its sign-in pages, in which Amazon keeps these words to itself. */
const isDomain = (stage: string): boolean => /^[a-z0-9-]+$/.test(stage) && !/aws|amazon|cognito/.test(stage);

/** What is wrong with the parameters, in one sentence; `undefined` when nothing is. */
export function faultOf(stage: string, given: Parameters): string | undefined {
  if (ISSUER.some((name) => given[name] !== null)) {
    const missing = ISSUER.filter((name) => !given[name]);
    const idle = POOL.filter((name) => given[name] !== null);
    if (missing.length > 0)
      return `il manque ${missing.join(' et ')} : jwt_issuer, jwt_audience et jwt_jwks_url vont ensemble ; sans aucun des trois, le stage a son propre groupe d'utilisateurs`;
    if (idle.length > 0)
      return `${idle.join(' et ')} ne sert qu'au groupe d'utilisateurs du stage, qui n'est pas créé quand jwt_issuer est donné`;
    return undefined;
  }
  if (!isDomain(stage))
    return `le stage « ${stage} » ne peut pas figurer dans l'adresse de connexion : minuscules, chiffres et tirets, sans « aws », « amazon » ni « cognito »`;
  for (const name of ['desk_urls', 'members_urls'] as const)
    if (given[name] !== null && !given[name].split(',').every(isAddress))
      return `${name}=${given[name]} : il faut des adresses https:// (ou http://localhost), séparées par des virgules sans espace`;
  if (given.sign_in_mail !== null && given.sign_in_mail !== 'cognito' && given.sign_in_mail !== 'ses')
    return `sign_in_mail=${given.sign_in_mail} : il faut « cognito » ou « ses »`;
  if (given.sender_identity !== null && given.sign_in_mail !== 'ses')
    return "sender_identity ne sert qu'avec sign_in_mail=ses";
  return undefined;
}

/** The sections of functions/identity/service.yml that a stage takes. The local stage has the trigger to be tried by hand. */
export function sectionsOf(stage: string, { jwt_issuer, sign_in_mail }: Parameters) {
  if (jwt_issuer === null)
    return {
      tokens: 'pool',
      functions: 'functions',
      resources: 'resources',
      mail: sign_in_mail === 'ses' ? 'ses' : 'none',
    };
  return { tokens: 'given', functions: stage === 'local' ? 'functions' : 'none', resources: 'none', mail: 'none' };
}

/** The same, as the framework asks for it. Faulty parameters are told in one line, and nothing is packaged. */
export async function sections({ resolveVariable }: { resolveVariable: (name: string) => Promise<string | null> }) {
  const stage = (await resolveVariable('sls:stage')) as string;
  const values = [...ISSUER, ...POOL].map(
    async (name) => [name, await resolveVariable(`param:${name}, null`)] as const,
  );
  const given = Object.fromEntries(await Promise.all(values)) as Parameters;
  const fault = faultOf(stage, given);
  if (fault === undefined) return sectionsOf(stage, given);
  console.error(`Paramètres refusés : ${fault}.`);
  process.exit(1);
}
