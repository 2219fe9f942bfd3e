import type { Calendar } from '../../lib/policy/policy.ts';
import type { User } from '../../lib/users/schema.ts';

/** The items of the three tables as they are stored, for whoever reads them past the code that writes them. */

export interface Key {
  pk: string;
  sk: string;
}

export interface UserItem extends Key {
  id?: string;
  nom?: string;
  prenom?: string;
  email?: string | null;
  adhesion?: User['adhesion'];
  a_charge?: number;
  utilisateur_id?: string;
  impaye?: number;
  emprunts?: Record<string, { date_echeance: string; type: string; livre_id: string }>;
  reservations?: Record<string, { livre_id: string }>;
  montant?: number;
  reste?: number;
  statut?: string;
  description?: string;
  mouvements?: {
    id: string;
    type: string;
    montant: number;
    moyen: string | null;
    motif: string | null;
    annule: boolean;
  }[];
  suivi?: string;
  suivi_tri?: string;
  reponse?: string;
  expire_a?: number;
  /** Of a pointer: when its answer expires. */
  reponse_expire_a?: number;
}

export interface PlacedHold {
  utilisateur_id: string;
  place: number;
  suspendue_jusqu_au?: string;
  exemplaire_id?: string;
  date_limite?: string;
}

export interface BookItem extends Key {
  id?: string;
  titre?: string;
  auteur?: string | null;
  isbn?: string | null;
  tome?: string | null;
  type?: string;
  exemplaires?: Record<string, { code_barres: string; etat: string; date_entree: string; fiche: boolean }>;
  emprunts?: Record<
    string,
    { exemplaire_id: string; date_echeance: string; reservation?: PlacedHold & { id: string } }
  >;
  reservations?: Record<string, PlacedHold>;
  suivi?: string;
  suivi_tri?: string;
  serie?: { numero: string; dernier: number; cedes?: number[] } | null;
  livre_id?: string;
  exemplaire_id?: string;
}

interface Charge {
  id: string;
  montant: number;
  description: string;
  date_penalite: string;
}

export interface LoanItem extends Key {
  id: string;
  utilisateur_id: string | null;
  livre_id: string;
  exemplaire_id: string;
  code_barres: string;
  titre: string;
  date_emprunt: string;
  date_echeance: string;
  date_retour: string | null;
  fin: string | null;
  statut: 'en_attente' | 'en_cours' | 'rendu' | 'perdu';
  type: string;
  regle: string;
  conditions: {
    prolongations: number;
    jours_par_prolongation: number;
    amende_par_jour: number;
    amende_maximale: number;
    jours_de_retard: string;
    /** Of a loan that pays for open days only. */
    calendrier?: Calendar;
  };
  prolongations: number;
  penalite: Charge | null;
  amende: Charge | null;
  notices: { etape: string; echeance: string; etat: string; date_envoi: string }[];
  transit: { etape: string; depuis: string; debut: string; nouvelle_echeance?: string } | null;
  liste?: string;
  liste_tri?: string;
  suivi?: string;
  suivi_tri?: string;
  reponse?: string;
  expire_a?: number;
  /** Of a pointer: when its answer expires. */
  reponse_expire_a?: number;
}

export interface HoldItem extends Key {
  id: string;
  utilisateur_id: string;
  livre_id: string;
  titre: string;
  date_reservation: string;
  statut: 'pose' | 'ouverte' | 'honoree' | 'annulee' | 'expiree';
  date_cloture: string | null;
  fin: string | null;
  date_limite: string | null;
  notices: { sujet: string; date_limite: string; etat: string; date_envoi: string }[];
  transit: { etape: string; depuis: string; debut: string } | null;
}

export interface Items {
  users: UserItem;
  books: BookItem;
  loans: LoanItem;
}
export type Service = keyof Items;

/** The items of the three tables. */
export type Tables = { [S in Service]: Items[S][] };

export const isAccount = ({ sk }: Key): boolean => sk === 'UTILISATEUR';
export const isPenalty = ({ sk }: Key): boolean => sk.startsWith('PENALITE#');
export const isBook = ({ sk }: Key): boolean => sk === 'LIVRE';
/** What stands in place of an account that was deleted, for a quarter of an hour and until nothing leads to its person. */
export const isMark = ({ sk }: Key): boolean => sk === 'SUPPRESSION';
export const isLoan = ({ sk }: Key): boolean => sk === 'EMPRUNT';
export const isHold = ({ sk }: Key): boolean => sk === 'RESERVATION';
