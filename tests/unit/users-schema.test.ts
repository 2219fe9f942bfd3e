import { describe, expect, it } from '@jest/globals';
import * as z from 'zod/mini';
import { CloseLoan, NewPenalty, NewUser, OpenLoan, UserChanges } from '../../lib/users/schema.ts';

const ID = '8d7b6f10-4c8e-4e0b-9f6a-0123456789ab';
const accepts = (schema: z.ZodMiniType, value: unknown) => z.safeParse(schema, value).success;
const person = { nom: 'Œuvre', prenom: 'Zoë', email: 'zoe@exemple.fr' };

describe('an e-mail address', () => {
  const withEmail = (email: string) => z.safeParse(NewUser, { ...person, email });

  it('is kept trimmed and in lower case', () => {
    expect(withEmail('  Zoe.OEUVRE@Exemple.FR ').data?.email).toBe('zoe.oeuvre@exemple.fr');
  });

  it('has at most 254 characters', () => {
    const of = (length: number) => `${'a'.repeat(length - '@exemple.fr'.length)}@exemple.fr`;
    expect(withEmail(of(254)).success).toBe(true);
    expect(withEmail(of(255)).success).toBe(false);
  });

  it('looks like one', () => {
    for (const email of ['a@b.fr', "o'neil@exemple.fr", 'a+b_c-d.e@sous.domaine.exemple.museum'])
      expect(withEmail(email).success).toBe(true);
    for (const email of [
      '',
      'a',
      'a@',
      '@b.fr',
      'a@b',
      'a b@c.fr',
      'a@b..fr',
      'a@@b.fr',
      'a\u0000@b.fr',
      'a@b.fr\nc@d.fr',
    ])
      expect(withEmail(email).success).toBe(false);
  });
});

describe('what a caller sends', () => {
  it.each(Object.keys(person))('needs %s in a new account', (field) => {
    for (const value of [undefined, null, 1, true, [], {}, '', ' '])
      expect(accepts(NewUser, { ...person, [field]: value })).toBe(false);
  });

  it('changes at least one field, and no field that cannot change', () => {
    expect(accepts(UserChanges, {})).toBe(false);
    expect(accepts(UserChanges, { nom: null })).toBe(false);
    for (const field of ['id', 'date_creation', 'impaye', 'version'])
      expect(accepts(UserChanges, { [field]: ID })).toBe(false);
    expect(z.safeParse(UserChanges, { nom: ' Durand ' }).data).toEqual({ nom: 'Durand' });
  });

  it('has no field of the answer', () => {
    expect(accepts(NewUser, { ...person, id: ID })).toBe(false);
    expect(accepts(NewPenalty, { montant: 5, description: 'Retard', statut: 'payee' })).toBe(false);
    expect(accepts(NewPenalty, { montant: 5, description: 'Retard', reste_a_payer: 0 })).toBe(false);
  });
});

describe('the private commands', () => {
  const opening = { utilisateur_id: ID, emprunt_id: ID, nature: 'pret', date_echeance: '2026-12-01' };
  const closing = { utilisateur_id: ID, emprunt_id: ID, penalite: null };

  it('take what the loans service says', () => {
    expect(accepts(OpenLoan, opening)).toBe(true);
    expect(accepts(OpenLoan, { ...opening, nature: 'prolongation' })).toBe(true);
    expect(accepts(CloseLoan, closing)).toBe(true);
  });

  it('take nothing else', () => {
    for (const field of Object.keys(opening)) expect(accepts(OpenLoan, { ...opening, [field]: 'x' })).toBe(false);
    for (const field of Object.keys(closing))
      expect(accepts(CloseLoan, { ...closing, [field]: undefined })).toBe(false);
    expect(accepts(OpenLoan, { ...opening, autre: 1 })).toBe(false);
    expect(accepts(CloseLoan, { ...closing, penalite: { montant: 0, description: 'x', date_penalite: 'hier' } })).toBe(
      false,
    );
  });
});
