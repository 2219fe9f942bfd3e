import { plain, withoutSeparator, withoutStop } from './clean.ts';
import { type MarcField, valuesOf } from './model.ts';

/** People and bodies, in the natural order of their names. */

const LONGEST = 200;

const partOf = (field: MarcField, code: string): string =>
  withoutStop(withoutSeparator(plain(valuesOf(field, code)[0] ?? '')));

/** Words one after another; a forename that ends in an apostrophe joins the name (« Jean d'Alembert »). */
const joined = (...words: string[]): string | undefined =>
  words
    .filter((word) => word !== '')
    .reduce((text, word) => (text === '' || /['’]$/.test(text) ? text + word : `${text} ${word}`), '') || undefined;

/** UNIMARC has the forename and the numeral of a pope in fields of their own. Dates and qualities are left out. */
export const unimarcPerson = (field: MarcField): string | undefined =>
  joined(partOf(field, 'b'), partOf(field, 'a'), partOf(field, 'd'));

const hasRole = (field: MarcField, roles: ReadonlySet<string>): boolean =>
  valuesOf(field, '4').some((role) => roles.has(role));

/** Who wrote a preface or translated has not made the work, even where the record has them with the authors. */
const HELPERS = new Set(['080', '730']);

export const coAuthor = (field: MarcField): string | undefined =>
  hasRole(field, HELPERS) ? undefined : unimarcPerson(field);

/** Of those with a lesser part: authors, directors of films, editors, photographers, directors of a publication. */
const MAKERS = new Set(['070', '300', '340', '600', '651']);

export const maker = (field: MarcField): string | undefined =>
  hasRole(field, MAKERS) ? unimarcPerson(field) : undefined;

/** A body and its departments. */
export const body = (field: MarcField): string | undefined =>
  [partOf(field, 'a'), ...valuesOf(field, 'b').map((part) => withoutStop(withoutSeparator(plain(part))))]
    .filter((part) => part !== '')
    .join('. ') || undefined;

const DIRECT = '0';

/** MARC 21 has the family name first, and a comma after it, unless the name is in direct order. */
export function marc21Person(field: MarcField): string | undefined {
  const name = partOf(field, 'a');
  const comma = name.indexOf(',');
  if (/[03]/.test(field.indicators[0] ?? '') || comma < 0) return joined(name, numeral(field));
  const [family, given] = [name.slice(0, comma), name.slice(comma + 1)];
  const [forename = '', suffix = ''] = given.split(',').map((part) => part.trim());
  return joined(forename, family, numeral(field), SUFFIX.test(suffix) ? suffix : generation(field));
}

const numeral = (field: MarcField): string => (field.indicators[0] === DIRECT ? partOf(field, 'b') : '');

/** Of what MARC 21 says besides, only this is a part of the name. */
const SUFFIX = /^(Jr|Sr|I{2,3}|IV)\.?$/;
const generation = (field: MarcField): string =>
  valuesOf(field, 'c')
    .map((one) => withoutSeparator(plain(one)).replace(/,$/, ''))
    .find((one) => SUFFIX.test(one)) ?? '';

const WROTE = /\b(aut|author|auteure?|co-?auteure?)\b/i;

/** Another author of the same work, who is not the author of a work that it is compared with. */
export const isCoAuthor = (field: MarcField): boolean =>
  valuesOf(field, 't').length === 0 &&
  [...valuesOf(field, '4'), ...valuesOf(field, 'e')].some((role) => WROTE.test(role));

export const isNoOtherWork = (field: MarcField): boolean => valuesOf(field, 't').length === 0;

/** As many names as the field of an author holds, each once. */
export function together(names: string[]): string | undefined {
  const [first, ...others] = [...new Set(names)];
  if (first === undefined) return undefined;
  return others.reduce((text, name) => {
    const longer = `${text}, ${name}`;
    return [...longer].length <= LONGEST ? longer : text;
  }, first);
}
