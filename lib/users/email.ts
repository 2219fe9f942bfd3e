import { domainToASCII } from 'node:url';
import * as z from 'zod/mini';

const WORD = "[a-z0-9!#$%&'*+/=?^_`{|}~-]+";
const LABEL = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
/** RFC 5321 without quotes: words joined by dots, and a full domain whose labels have 63 characters at most. */
const ADDRESS = new RegExp(`^${WORD}(?:\\.${WORD})*@(?:${LABEL}\\.)+${LABEL}$`);

/**
 * A domain with other letters is kept in the form that mail servers know; the conversion would read these signs as a
 * URL.
 */
const CONVERTIBLE = /^[^\s/?#@:%\\[\]]*[^\0-\x7f][^\s/?#@:%\\[\]]*$/;

const withAsciiDomain = (address: string): string => {
  const at = address.lastIndexOf('@') + 1;
  const domain = address.slice(at);
  if (at === 0 || !CONVERTIBLE.test(domain)) return address;
  const ascii = domainToASCII(domain);
  // What ends with a number was read as the address of a machine, which is another domain than the one written.
  return /(^|\.)\d+$/.test(ascii) ? address : address.slice(0, at) + ascii;
};

/** Other letters stay, so that they are refused: the Kelvin sign would become a `k`, and the address another. */
const inLowerCase = (address: string): string => address.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());

const LONGEST = 254;

/**
 * An e-mail address. It is kept in lower case, and an internationalised domain in its ASCII form. What is too long is
 * looked at no further: the time that the patterns take grows with the square of the length.
 */
export const email = z
  .string()
  .check(
    z.trim(),
    z.maxLength(LONGEST, { abort: true }),
    z.overwrite(inLowerCase),
    z.overwrite(withAsciiDomain),
    z.maxLength(LONGEST, { abort: true }),
    z.email({ pattern: ADDRESS, error: 'doit être une adresse e-mail, comme nom@exemple.fr' }),
  );
