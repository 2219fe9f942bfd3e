import { randomUUID } from 'node:crypto';
import { someone } from '../../support/api.ts';
import { requestOf, type Things } from './operations.ts';

/** What the operations take in their bodies, and what they must not take. */

interface Field {
  wrong: readonly unknown[];
  /** It may be left out of a new thing. */
  optional?: true;
}

const NOT_A_STRING = [null, 0, 12, true, [], ['texte'], {}, { nom: 'texte' }];
/** Blanks, and characters that show nothing. */
const EMPTY = ['', ' ', '\t\n', ' \u00a0\t ', '\u2060', '\u200b', '\u3164', '\u00ad\ufe0f', '\u2800'];
/** The last is Latin-1 taken for UTF-8. */
const CONTROLS = ['a\u0000b', 'a\nb', 'a\u001bb', 'a\u007fb', 'a\u0085b', 'a\ud800b', 'Zo\ufffd'];
const NOT_WHOLE = [1.5, '3', '', true, [3], {}, 1e300];

const text = (max: number): Field => ({
  wrong: [...NOT_A_STRING, ...EMPTY, ...CONTROLS, 'é'.repeat(max + 1), '𠮷'.repeat(max + 1)],
});

const email: Field = {
  wrong: [
    ...[...NOT_A_STRING.slice(1), ...EMPTY, ...CONTROLS.map((value) => `${value}@exemple.fr`)],
    ...['texte', '@exemple.fr', 'a@', 'a@b', 'a b@exemple.fr', 'a@b@exemple.fr', 'a@b..fr', 'a@b.fr\nc@d.fr'],
    ...['.a@exemple.fr', 'a.@exemple.fr', 'a..b@exemple.fr', '"a"@exemple.fr', 'é@exemple.fr', 'a@exemple.fr.'],
    ...['a@-exemple.fr', 'a@exemple-.fr', 'a@exem_ple.fr', 'a@exämple/x.fr', 'a@[192.0.2.1]', 'a@１２７.0.0.1'],
    ...[`a@${'b'.repeat(64)}.fr`, `a@${'ä'.repeat(63)}.fr`],
    `${'a'.repeat(254 - '@exemple.fr'.length + 1)}@exemple.fr`,
  ],
  optional: true,
};

/** The parts of a membership have tests of their own. */
const membership: Field = { wrong: [null, 'texte', 1, true, []], optional: true };
const day: Field = {
  wrong: ['', 'demain', '2026-02-30', '2026-1-1', '2026-01-01T00:00:00Z', 20_260_101, true, []],
  optional: true,
};

const euros: Field = { wrong: [0, -0, -1, 0.001, 1.005, 1000.01, 1e308, '5', 'NaN', '', null, true, [5], {}] };

const isbn: Field = {
  wrong: [
    ...[9_782_070_360_024, '', ['9782070360024'], '-'.repeat(30_000)],
    ...['2070360025', '9782070360025', '978207036002', '97820703600240', 'sans', '4006381333931', '979-0-2600-0043-8'],
    '978-2-07\n-036002-4',
  ],
  optional: true,
};

/** What may be cleared. */
const clearable = (max: number): Field => ({ wrong: text(max).wrong.slice(1), optional: true });

const year: Field = {
  wrong: [...NOT_WHOLE, 10_000, 8_858, new Date().getUTCFullYear() + 2, -5_001],
  optional: true,
};
/** A list of copies has tests of its own: its faults are at its elements. */
const copies: Field = { wrong: [1.5, '3', '', true, {}, 1e300, null, -1, 1001], optional: true };

const barcode: Field = {
  wrong: [...NOT_A_STRING.slice(0, 1), 12, true, [], {}, ...EMPTY, 'ABC', 'A'.repeat(21), 'AB CD', 'ÉTÉ-1'],
};
const optional = ({ wrong }: Field): Field => ({ wrong, optional: true });
const state: Field = { wrong: [null, '', 'neuf', 'PERDU', 1, ['perdu']], optional: true };

const kind: Field = { wrong: ['', 'cd', 'DVD', null, 1], optional: true };
const means: Field = { wrong: [null, '', 'troc', 'CARTE', ' carte', 1, true, ['carte'], {}], optional: true };
const flag: Field = { wrong: ['true', '', null, 0, 1, [true], {}], optional: true };

const uuid: Field = {
  wrong: [
    ...[...NOT_A_STRING, ...EMPTY, 'abc', '8d7b6f10-4c8e-4e0b-9f6a', 'é'.repeat(36)],
    ...[`${randomUUID()}0`, ` ${randomUUID()}`, `{${randomUUID()}}`],
  ],
};

const account = { nom: text(100), prenom: text(100), email, adhesion: membership };
const book = {
  titre: text(300),
  auteur: clearable(200),
  isbn,
  tome: clearable(20),
  annee: year,
  editeur: clearable(200),
  type: kind,
  exemplaires: copies,
};

/** The fields of each body, by operation. */
export const BODIES: Record<string, Record<string, Field>> = {
  'users-create': account,
  'users-update': account,
  'users-block': { motif: text(500), jusqu_au: day },
  'users-add-penalty': { montant: euros, description: text(500) },
  'users-pay-penalty': { montant: euros, moyen: means },
  'users-strike-payment': { motif: text(500) },
  'users-waive-penalty': { motif: text(500), rembourser: flag },
  'books-create': book,
  'books-update': book,
  'books-add-copy': { code_barres: optional(barcode), cote: clearable(50), note: clearable(500) },
  'books-update-copy': { code_barres: barcode, cote: clearable(50), etat: state, note: clearable(500) },
  'loans-scan': { code_barres: barcode },
  'loans-lose': { montant: optional(euros) },
  'loans-place-hold': { utilisateur_id: uuid, livre_id: uuid },
  'loans-suspend-hold': { jusqu_au: { wrong: [...day.wrong, null] } },
  // A card stands for the account: see the tests of loans.
  'loans-create': { utilisateur_id: uuid, livre_id: uuid },
};

/** The operations that change something and have no fields. */
export const WITHOUT_FIELDS = [
  'loans-return',
  'loans-renew',
  'loans-notify-overdue',
  'loans-resume-hold',
  'loans-cancel-hold',
];

/** A valid body. The e-mail of an account is nobody's, so that only the faults that a test adds are reported. */
export const rightBody = (name: string, things: Things): Record<string, unknown> => ({
  ...requestOf(name, things)[2],
  ...(name === 'users-update' && someone()),
});

/** Bodies that no operation takes, as they go over the wire: not JSON, not an object, too long or too deep. */
export const MALFORMED = [
  ...['{"nom":', 'nom=Texte', '{}{}', "{'nom':'Texte'}", '{"montant":NaN}', '{"nom":"Texte",}', '\ufeff{}'],
  ...['[]', '[{"nom":"Texte"}]', 'null', '1', '"texte"', 'true', '', ' '],
  ...[JSON.stringify({ nom: 'a'.repeat(1_000_000) }), '['.repeat(1_000_000)],
  `${'['.repeat(10_000)}${']'.repeat(10_000)}`,
];

/** Names that JavaScript itself uses. */
export const TREACHEROUS = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'];
