import type { TokenRequest } from './schema.ts';

/** The group of Cognito whose people are librarians. */
export const LIBRARIANS = 'bibliothecaires';

export const isLibrarian = ({ request }: TokenRequest): boolean =>
  (request.groupConfiguration.groupsToOverride ?? []).includes(LIBRARIANS);

/** Letters of other alphabets may become ASCII ones in lower case, and so somebody else's name. */
const ASCII_NAME = /^[\x21-\x7e]+@/;

/** The e-mail that the person has shown to be theirs; `undefined` when there is none. */
export function verifiedEmail({ request }: TokenRequest): string | undefined {
  const { email, email_verified } = request.userAttributes;
  return email_verified === 'true' && email !== undefined && ASCII_NAME.test(email) ? email : undefined;
}
