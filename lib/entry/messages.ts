import * as z from 'zod/mini';
import { plural } from '../values/plural.ts';

/** What is expected, as a person who fills in the field would say it. */
const EXPECTED: Record<string, string> = {
  string: 'doit être un texte',
  number: 'doit être un nombre',
  int: 'doit être un nombre entier',
  boolean: 'doit être true ou false',
  object: 'doit être un objet JSON',
  array: 'doit être une liste',
  null: 'doit être null',
};

/** French messages that say how to mend a fault; a schema's own message comes before these. */
z.config({
  customError: (issue) => {
    if (issue.input === undefined) return 'est obligatoire';
    switch (issue.code) {
      case 'invalid_type':
        return EXPECTED[issue.expected] ?? 'est du mauvais type';
      case 'invalid_value':
        return `doit valoir ${issue.values.map(String).join(' ou ')}`;
      case 'too_small':
        return issue.origin === 'string'
          ? `doit compter au moins ${plural(Number(issue.minimum), 'caractère')}`
          : `doit être au moins ${issue.minimum}`;
      case 'too_big':
        return issue.origin === 'string'
          ? `doit compter au plus ${issue.maximum} caractères`
          : `doit être au plus ${issue.maximum}`;
      case 'unrecognized_keys':
        return 'est un champ inconnu';
      default:
        return 'est invalide';
    }
  },
});
