import { LOST } from './text/iso2022.ts';
import { undoubled, withoutControls } from './text/windows1252.ts';

/** Takes out of a text what cataloguing has put there, and leaves what a reader would call it. */

/** The text as it was meant, in one form of each letter, on one line. */
export const plain = (text: string): string =>
  withoutControls(undoubled(text)).normalize('NFC').replace(/\s+/gu, ' ').trim();

/** Line ends and tabs are spaces; the controls after U+0080 are judged by themselves. */
const CONTROL = /[^\P{Cc}\t\n\r\u0080-\u009f]/u;
const LONE_ACCENT = /(^|\s)[\u0300-\u036f\ufe20-\ufe2f]/u;

/** Tells whether a text has a character that could not be read, or that no text has. */
export const isDamaged = (text: string): boolean => text.includes(LOST) || CONTROL.test(text);

/** Tells besides whether a text has an accent that has lost its letter, or a byte that stands for none. */
export const isLost = (text: string): boolean =>
  isDamaged(text) || LONE_ACCENT.test(text) || /[\u0080-\u009f]/.test(withoutControls(text));

const ARTICLE = "le|la|les|l['’]|un|une|des|du|de la|the|an?|der|die|das|den|ein|eine|el|los|las|il|lo|gli|i|o|os|as";

/** Guillemets are quotation marks, except around an article at the beginning. */
const MARKED_ARTICLE = new RegExp(`^«\\s*((?:${ARTICLE})\\s*)»`, 'i');

/** What separates the parts of a description on a card, and has stayed at the end of one. */
const SEPARATOR = /(?:\s[/:;=,.+]|\/)+\s*$/u;

export const withoutSeparator = (text: string): string => text.replace(SEPARATOR, '').trim();

/** Brackets around the whole say that the cataloguer has supplied it. */
const withoutFrame = (text: string): string => text.replace(/^\[([^[\]]*)\]([.,]?)$/u, '$1$2').trim();

/** A part of a title. */
export const titlePart = (value: string): string =>
  withoutFrame(withoutSeparator(plain(plain(value).replace(MARKED_ARTICLE, '$1').replace(/¬/g, ''))));

/** Suspension points, the initial of a name, and words that are shortened: their full stop is theirs. */
const OWN_STOP = [
  /(\.\.|…)\.?$/u,
  /(^|[\s.(-])\p{Lu}\.$/u,
  /(^|[\s(])(etc|inc|ltd|corp|co|cie|bros|jr|sr|vol|éd|eds?|coll|mm?|mr|mrs|mme|dr|ste?)\.$/iu,
];

/** MARC 21 ends a field in a full stop that belongs to the description. */
export const withoutStop = (text: string): string => {
  const bare = text.replace(/[\s,;:]+$/u, '');
  return OWN_STOP.some((stop) => stop.test(bare)) ? bare : bare.replace(/\.$/, '').trim();
};

/** A value that says that there is nothing to say. */
const NOTHING = /^(s\. ?[nl]\.?|sine nomine|publisher not identified|éditeur inconnu|éditeur non identifié)$/i;

/** What a publisher has done, and for which volumes, is said in brackets beside its name. */
const BESIDE_PUBLISHER = /\[(prod|distrib|diff|éd|impr)[^\]]*\]|<[^>]*>/gi;

/** A publisher without what surrounds its name. */
export function publisher(value: string): string | undefined {
  const name = withoutSeparator(plain(value).replace(BESIDE_PUBLISHER, '').replace(/[[\]]/g, '')).replace(
    /[\s,;:]+$/u,
    '',
  );
  return name === '' || NOTHING.test(name) ? undefined : name;
}

/** Who is responsible, as the title page says it, without « par ». */
export function statement(value: string): string | undefined {
  const [first = ''] = withoutSeparator(plain(value).replace(/[[\]]/g, '')).split(' ; ');
  return first.replace(/^(par|by)\s+/i, '') || undefined;
}

/** A value as MARC 21 has it, with the full stop of the description. */
export const closed =
  (read: (value: string) => string | undefined) =>
  (value: string): string | undefined => {
    const text = read(value);
    return text === undefined ? undefined : withoutStop(text);
  };

const FIRST_YEAR = 1000;

/** A year that a document can have: not one with digits unknown, nor one far from now. */
export function year(value: string): string | undefined {
  const digits = /^\d{4}$/.exec(value)?.[0];
  const isSane = Number(digits) >= FIRST_YEAR && Number(digits) <= new Date().getUTCFullYear() + 1;
  return isSane ? digits : undefined;
}

export const yearIn = (value: string): string | undefined => year(/\d{4}/.exec(value)?.[0] ?? '');

const LONGEST_VOLUME = 20;
const VOLUME_WORD =
  /^(?:tomes?|t|volumes?|vols?|v|livres?|parties?|parts?|num[ée]ros?|n|no|n[°º]|nº|bande?|bde?|books?|#)(?:\.\s*|\s+|(?=\d)|(?<=[°º#]))(?=[\divxlc])/iu;

/** A volume's number, or a few words; what is longer is a title of its own. */
export function volume(value: string): string | undefined {
  const number = withoutStop(withoutSeparator(plain(value).replace(/[[\]]/g, '')))
    .replace(VOLUME_WORD, '')
    .trim();
  return number === '' || [...number].length > LONGEST_VOLUME ? undefined : number;
}
