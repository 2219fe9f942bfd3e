import * as z from 'zod/mini';
import { date, dateTime, id } from '../values/fields.ts';
import { ShelvedHold } from './holds/schema.ts';

/** What the loans service shows, and the ids of its paths. Amounts are euros. */

export const LoanId = z.strictObject({ id });
export const BorrowerId = z.strictObject({ id });
export const BookId = z.strictObject({ id });

/** The name of a reminder: days before the due date, `J-0` on that day, or days after it. */
export const Step = z.string().check(z.regex(/^J(-(0|[1-9]\d?)|\+[1-9]\d{0,2})$/));
export type Step = z.infer<typeof Step>;

export const Loan = z.strictObject({
  id,
  /** `null` once the loan has forgotten its borrower. */
  utilisateur_id: z.nullable(id),
  livre_id: id,
  exemplaire_id: id,
  code_barres: z.string(),
  titre: z.string(),
  date_emprunt: date,
  date_echeance: date,
  date_retour: z.nullable(date),
  statut: z.enum(['en_attente', 'en_cours', 'rendu', 'perdu']),
  /** The policy's rule under which it was made. */
  regle: z.string(),
  prolongations: z.int(),
  en_retard: z.boolean(),
  jours_retard: z.int(),
  penalite: z.nullable(z.strictObject({ id, montant: z.number() })),
  notifications: z.array(z.strictObject({ etape: Step, date_envoi: dateTime })),
});
export type Loan = z.infer<typeof Loan>;

/** A loan that is late, with what its return would cost today. */
export const OverdueLoan = z.extend(Loan, {
  penalite_estimee: z.number(),
  /** As the account says now. `null` should it be gone, which it cannot be while a book is out. */
  emprunteur: z.nullable(
    z.strictObject({
      nom: z.string(),
      prenom: z.string(),
      email: z.nullable(z.string()),
      numero_carte: z.string(),
    }),
  ),
});
export type OverdueLoan = z.infer<typeof OverdueLoan>;

/** A copy, as the books service shows it. */
export const Copy = z.strictObject({
  id,
  livre_id: id,
  code_barres: z.string(),
  cote: z.nullable(z.string()),
  etat: z.enum(['en_service', 'exclu_du_pret', 'en_reparation', 'perdu', 'retire']),
  note: z.nullable(z.string()),
  date_entree: date,
  situation: z.enum(['en_rayon', 'emprunte', 'mis_de_cote', 'indisponible']),
});
export type Copy = z.infer<typeof Copy>;

/** What the desk does with the book in hand. */
export const Return = z.strictObject({
  /** `null` when the copy was not out. */
  emprunt: z.nullable(Loan),
  exemplaire: Copy,
  suite: z.enum(['remettre_en_rayon', 'mettre_de_cote', 'signaler']),
  /** For whom to set it aside. */
  reservation: z.nullable(ShelvedHold),
});
export type Return = z.infer<typeof Return>;

export const NoticeReport = z.strictObject({
  notifications_envoyees: z.int(),
  utilisateurs_notifies: z.int(),
  /** People for whom there is news, and who have neither an address nor a responsible person who has one. */
  sans_adresse: z.int(),
});
export type NoticeReport = z.infer<typeof NoticeReport>;
