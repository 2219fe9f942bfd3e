import { randomUUID } from 'node:crypto';
import type { Answer } from '../../support/api.ts';

/** The users service as a few plain lists: what it must answer, whatever came before. Amounts are cents. */

export interface Debt {
  id: string;
  left: number;
  statut: 'impayee' | 'payee' | 'annulee';
}

export interface Person {
  id: string;
  nom: string;
  email: string;
  gone: boolean;
  debts: Debt[];
}

/** What a call must come to: its status, and on a refusal its code and motifs. */
export interface Expected {
  status: number;
  code?: string;
  motifs?: string[];
}

const LIMIT = 5;
const refusal = (status: number, code: string, motifs?: string[]): Expected => ({
  status,
  code,
  ...(motifs && { motifs }),
});
const motifsOf = (rules: Record<string, boolean>) => Object.keys(rules).filter((motif) => rules[motif]);

export const UNKNOWN = refusal(404, 'utilisateur_introuvable');

export class Library {
  readonly people: Person[] = [];
  /** First answers by operation and key, and the way to ask again. */
  readonly remembered = new Map<string, { request: string; body: unknown; again: () => Promise<Answer> }>();
  /** Tells this library's e-mails and keys from any other's in the same table. */
  readonly #name = randomUUID();

  email = (index: number) => `${index}-${this.#name}@exemple.fr`;
  key = (index: number) => `${index}-${this.#name}`;

  ownerOf = (email: string) => this.people.find((person) => !person.gone && person.email === email);

  owed = ({ debts }: Person) => debts.reduce((sum, { left }) => sum + left, 0);

  creation(email: string): Expected {
    return this.ownerOf(email) ? refusal(409, 'email_deja_utilise') : { status: 201 };
  }

  change(person: Person, email: string): Expected {
    if (person.gone) return UNKNOWN;
    const owner = this.ownerOf(email);
    return owner && owner !== person ? refusal(409, 'email_deja_utilise') : { status: 200 };
  }

  deletion(person: Person): Expected {
    if (person.gone) return UNKNOWN;
    const motifs = motifsOf({ penalites_impayees: this.owed(person) > 0 });
    return motifs.length > 0 ? refusal(409, 'suppression_refusee', motifs) : { status: 204 };
  }

  payment(person: Person, debt: Debt, cents: number): Expected {
    if (person.gone) return refusal(404, 'penalite_introuvable');
    if (debt.statut !== 'impayee') return refusal(409, 'paiement_refuse', ['penalite_close']);
    return cents > debt.left ? refusal(409, 'paiement_refuse', ['montant_superieur_au_reste']) : { status: 200 };
  }

  waiver(person: Person, debt: Debt): Expected {
    if (person.gone) return refusal(404, 'penalite_introuvable');
    return debt.statut === 'impayee' ? { status: 200 } : refusal(409, 'annulation_refusee', ['penalite_close']);
  }

  verification(person: Person) {
    const motifs = motifsOf({ penalites_impayees: this.owed(person) > 0 });
    return {
      utilisateur_id: person.id,
      peut_emprunter: motifs.length === 0,
      motifs,
      total_impaye: this.owed(person) / 100,
      emprunts_en_cours: 0,
      emprunts_en_retard: 0,
      limite_emprunts: LIMIT,
    };
  }
}
