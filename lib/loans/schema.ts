import * as z from 'zod/mini';
import { date, dateTime, id } from '../values/fields.ts';

/** The shapes of the loans service on the wire. Amounts are euros. */

export const LoanId = z.strictObject({ id });
export const BorrowerId = z.strictObject({ id });

/** The person is named by their account or by their card. */
export const NewLoan = z
  .strictObject({
    utilisateur_id: z.optional(id),
    numero_carte: z.optional(
      z
        .string()
        .check(
          z.trim(),
          z.regex(/^[A-Za-z0-9-]{4,20}$/, { error: 'doit compter de 4 à 20 lettres, chiffres ou tirets' }),
          z.toUpperCase(),
        ),
    ),
    livre_id: id,
  })
  .check(
    z.refine((loan) => loan.utilisateur_id !== undefined || loan.numero_carte !== undefined, {
      path: ['utilisateur_id'],
      error: 'est obligatoire, à moins que numero_carte soit donné',
    }),
    z.refine((loan) => loan.utilisateur_id === undefined || loan.numero_carte === undefined, {
      path: ['numero_carte'],
      error: 'ne se donne pas avec utilisateur_id',
    }),
  );
export type NewLoan = z.infer<typeof NewLoan>;

export const Step = z.enum(['J-2', 'J+1', 'J+7', 'J+14', 'J+30']);
export type Step = z.infer<typeof Step>;

export const Loan = z.strictObject({
  id,
  /** `null` once the loan has forgotten its borrower. */
  utilisateur_id: z.nullable(id),
  livre_id: id,
  titre: z.string(),
  date_emprunt: date,
  date_echeance: date,
  date_retour: z.nullable(date),
  statut: z.enum(['en_attente', 'en_cours', 'rendu']),
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
export const OverdueLoan = z.extend(Loan, { penalite_estimee: z.number() });
export type OverdueLoan = z.infer<typeof OverdueLoan>;

export const LoanFilter = z.strictObject({ statut: z._default(z.enum(['en_cours', 'rendu']), 'en_cours') });
export type LoanFilter = z.infer<typeof LoanFilter>;

export const EveryLoan = z.strictObject({});

export const NoticeReport = z.strictObject({
  notifications_envoyees: z.int(),
  utilisateurs_notifies: z.int(),
  /** People who have a book at a step, and neither an address nor a responsible person who has one. */
  sans_adresse: z.int(),
});
export type NoticeReport = z.infer<typeof NoticeReport>;

/** A private command of the users service, which has deleted the account: its returned loans lose their borrower. */
export const ForgetPerson = z.strictObject({ utilisateur_id: id });
export type ForgetPerson = z.infer<typeof ForgetPerson>;

/** How many loans still lead to the person. */
export const PersonForgotten = z.strictObject({ restants: z.int() });

/** What the private commands of the other services answer. */
const loansOf = z.record(id, z.strictObject({ date_echeance: date, type: z.string(), livre_id: id }));

const Account = z.strictObject({
  utilisateur_id: id,
  version: z.int(),
  nom: z.string(),
  prenom: z.string(),
  email: z.nullable(z.string()),
  total_impaye: z.number(),
  emprunts: loansOf,
  adhesion: z.strictObject({
    numero_carte: z.string(),
    categorie: z.string(),
    date_fin: z.nullable(date),
    responsable_id: z.nullable(id),
    blocage: z.nullable(z.strictObject({ jusqu_au: z.nullable(date) })),
  }),
});
export const Accounts = z.strictObject({ comptes: z.array(z.nullable(Account)) });

const Title = z.strictObject({
  livre_id: id,
  version: z.int(),
  titre: z.string(),
  type: z.string(),
  exemplaires: z.int(),
  emprunts: z.record(id, date),
});
export type Title = z.infer<typeof Title>;
export const Titles = z.strictObject({ livres: z.array(z.nullable(Title)) });

/** The ids of those penalties that are unpaid, among the ones that were asked about. */
export const UnpaidPenalties = z.strictObject({ impayees: z.array(id) });

export const Done = z.strictObject({ resultat: z.literal('fait') });
export const DoneOrMoved = z.strictObject({ resultat: z.enum(['fait', 'deplace']) });
