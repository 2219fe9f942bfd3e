import { someone } from './api.ts';

/** What no operation of the users service takes, field by field and body by body. */

interface Field {
  /** A value of the field that is right. */
  right: unknown;
  wrong: unknown[];
}

const NOT_A_STRING = [null, 0, 1, true, [], ['texte'], {}, { nom: 'texte' }];
const EMPTY = ['', ' ', '\t\n', '\u00a0'];
const CONTROLS = ['a\u0000b', 'a\nb', 'a\u001fb', 'a\u007fb', 'a\u0085b', 'a\ud800b'];

const text = (max: number): Field => ({
  right: 'Texte',
  wrong: [...NOT_A_STRING, ...EMPTY, ...CONTROLS, 'é'.repeat(max + 1), '𠮷'.repeat(max + 1)],
});

const email: Field = {
  right: 'quelquun@exemple.fr',
  wrong: [
    ...NOT_A_STRING,
    ...EMPTY,
    ...CONTROLS.map((value) => `${value}@exemple.fr`),
    ...['texte', '@exemple.fr', 'a@', 'a@b', 'a b@exemple.fr', 'a@b@exemple.fr', `${'a'.repeat(254)}@exemple.fr`],
  ],
};

const amount: Field = {
  right: 1,
  wrong: [0, -0, -1, 0.001, 1.005, 1000.01, 1e308, '5', 'NaN', '', null, true, [5], {}],
};

export interface Body {
  method: 'POST' | 'PATCH';
  /** What comes after the path of a user or of a penalty; see `target`. */
  path: string;
  target: 'collection' | 'user' | 'penalty';
  fields: Record<string, Field>;
}

export const BODIES: Record<string, Body> = {
  'a new account': {
    method: 'POST',
    path: '',
    target: 'collection',
    fields: { nom: text(100), prenom: text(100), email },
  },
  'a changed account': {
    method: 'PATCH',
    path: '',
    target: 'user',
    fields: { nom: text(100), prenom: text(100), email },
  },
  'a new penalty': {
    method: 'POST',
    path: '/penalites',
    target: 'user',
    fields: { montant: amount, description: text(500) },
  },
  'a payment': { method: 'POST', path: '/paiements', target: 'penalty', fields: { montant: amount } },
  'a waiver': { method: 'POST', path: '/annulation', target: 'penalty', fields: { motif: text(500) } },
};

/** A body that is right; its e-mail is nobody's, so that nothing but its faults stops it. */
export const rightBody = ({ fields }: Body): Record<string, unknown> => ({
  ...Object.fromEntries(Object.entries(fields).map(([name, { right }]) => [name, right])),
  ...('email' in fields && { email: someone().email }),
});

/** Bodies that are no object of ours at all, as they go over the wire. */
export const MALFORMED: Record<string, string> = {
  'cut short': '{"nom":',
  'no JSON': 'nom=Texte',
  'two documents': '{}{}',
  'a single quote': "{'nom':'Texte'}",
  'NaN, which is no JSON': '{"montant":NaN}',
  'a comma too many': '{"nom":"Texte",}',
  'a byte order mark': '\ufeff{}',
  'an array': '[]',
  'an array of what is right': '[{"nom":"Texte","prenom":"Texte","email":"a@exemple.fr"}]',
  null: 'null',
  'a number': '1',
  'a string': '"texte"',
  true: 'true',
  nothing: '',
  'a space': ' ',
  'a megabyte of text': JSON.stringify({ nom: 'a'.repeat(1_000_000) }),
  'a megabyte of brackets': '['.repeat(1_000_000),
  'a megabyte of spaces': `{${' '.repeat(1_000_000)}}`,
  'brackets 10,000 deep': `${'['.repeat(10_000)}${']'.repeat(10_000)}`,
};

/** Fields that JavaScript takes for something else. */
export const TREACHEROUS = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'];
