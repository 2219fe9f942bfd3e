import * as z from 'zod/mini';
import { isWholeCents, toCents } from '../../lib/values/money.ts';

/** The kinds of value in politique.yml. Each has messages that say to a librarian what to write instead. */

type Issue = { input?: unknown };

const MISSING = 'cette ligne manque';

/** The value as it was written, as far as one line shows it. */
const shown = (input: unknown): string => `« ${typeof input === 'string' ? input : JSON.stringify(input)} »`;

/** @param asked what is to be written instead */
export const mend =
  (asked: string) =>
  ({ input }: Issue): string =>
    input === undefined ? MISSING : `${shown(input)} : il faut ${asked}`;

const DECIMAL_COMMA = /^-?\d+,\d+$/;

/** A number for which this holds. One that would be right but for its decimal comma is told so. */
function numeric(asked: string, isRight: (value: number) => boolean) {
  const error = ({ input }: Issue): string => {
    if (typeof input === 'string' && DECIMAL_COMMA.test(input)) {
      const written = input.replace(',', '.');
      if (isRight(Number(written))) return `${shown(input)} : les décimales s’écrivent après un point, ${written}`;
    }
    return mend(asked)({ input });
  };
  return z.number({ error }).check(z.refine(isRight, { error }));
}

export const whole = (min: number, max: number) =>
  numeric(`un nombre entier, de ${min} à ${max}`, (value) => Number.isInteger(value) && min <= value && value <= max);

/** Euros in the file, cents in the program. A penalty is at most 1,000 euros. */
export const euros = (min: number) =>
  z.pipe(
    numeric(
      `une somme en euros, de ${min} à 1000, avec deux décimales au plus`,
      (value) => isWholeCents(value) && min <= value && value <= 1000,
    ),
    z.transform(toCents),
  );

/** One of these words, which stands for the value beside it. */
export const word = <T>(words: Readonly<Record<string, T>>) => {
  const names = Object.keys(words);
  return z.pipe(
    z.enum(names, { error: mend(names.join(' ou ')) }),
    z.transform((name) => words[name] as T),
  );
};

export const yesNo = word({ oui: true, non: false });

const day = z.iso
  .date({ error: mend('une date qui existe, comme 2027-08-15') })
  .check(z.regex(/^2/, { error: mend('une date à partir de l’an 2000') }));

/** Days from one to another, with a name that tells a person why. The last is absent when there is one only. */
export const span = z.pipe(
  z.strictObject({ nom: z.string({ error: mend('un texte') }), du: day, au: z.optional(day) }).check(
    z.refine(({ du, au = du }) => du <= au, {
      path: ['au'],
      error: 'le dernier jour (au) vient avant le premier (du)',
    }),
  ),
  z.transform(({ du, au = du }): [string, string] => [du, au]),
);

export const list = <S extends z.ZodMiniType>(element: S, most = 100) =>
  z
    .array(element, { error: mend('une liste, comme [] ou des lignes qui commencent par un tiret') })
    .check(z.maxLength(most, { error: `${most} éléments au plus` }));

/** A list that names nothing twice. */
export const distinct = <S extends z.ZodMiniType>(element: S, most?: number) =>
  list(element, most).check(
    z.check<unknown[]>(({ value, issues }) => {
      value.forEach((one, n) => {
        if (value.indexOf(one) === n) return;
        issues.push({ code: 'custom', input: one, path: [n], message: `${shown(one)} est écrit deux fois` });
      });
    }),
  );

/** A part with a line for each of these names and for no other. */
export const part = <S extends Readonly<Record<string, z.ZodMiniType>>>(shape: S) =>
  z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? 'ce nom n’est pas connu ici'
        : mend(`les lignes ${Object.keys(shape).join(', ')}`)(issue),
  });
