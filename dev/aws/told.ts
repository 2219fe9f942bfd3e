import { Obstacle } from '../local/checks.ts';

/** What AWS, its SDK and the network say most often, by the names or the codes of their errors. */
const KNOWN: [RegExp, string][] = [
  [
    /^(CredentialsProviderError|TokenProviderError)$/,
    "Aucun accès à AWS n'a été trouvé : connectez-vous (aws sso login, ou la variable AWS_PROFILE)",
  ],
  [
    /^(ExpiredToken|RequestExpired|InvalidClientTokenId|UnrecognizedClient|InvalidSignature|SignatureDoesNotMatch)/,
    'AWS refuse cet accès, qui est périmé ou faux : connectez-vous de nouveau',
  ],
  [/^AccessDenied/, "Cet accès n'a pas les droits qu'il faut, que le message nomme"],
  [
    /^(CodeDeliveryFailure|LimitExceeded)/,
    "L'invitation n'a pas pu partir : Cognito envoie 50 courriels par jour au plus, et SES, au début, n'écrit qu'aux adresses vérifiées",
  ],
  [/^(TooManyRequests|Throttling)/, 'AWS a trop à faire : recommencez dans une minute'],
  [/^(TimeoutError|E[A-Z]+)$/, 'AWS ne répond pas : vérifiez le réseau et la région'],
];

/** The line for an error, whatever it is. */
export function told(error: unknown): string {
  if (error instanceof Obstacle) return error.message;
  const { name, message, code = '' }: NodeJS.ErrnoException = error instanceof Error ? error : new Error(String(error));
  const line =
    KNOWN.find(([names]) => names.test(name) || names.test(code))?.[1] ?? "Quelque chose d'imprévu est arrivé";
  return `${line} (${name} : ${message.split('\n')[0]})`;
}
