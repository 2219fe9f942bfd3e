import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import * as z from 'zod/mini';
import { Failure } from '../failure.ts';
import type { LoanRecord } from './rules.ts';

/**
 * The four private commands of the other services, as this one needs them. Each is idempotent on the
 * loan's id, so that a call whose answer was lost is simply made again.
 * @throws Failure `service_indisponible` when it is not known whether the command was carried out
 */

/** Bounds chosen so that a loan's few calls end well within the function's time. */
export const lambda = new LambdaClient({
  ...(process.env.LAMBDA_ENDPOINT && { endpoint: process.env.LAMBDA_ENDPOINT }),
  maxAttempts: 2,
  requestHandler: { connectionTimeout: 500, requestTimeout: 8_000, throwOnRequestTimeout: true },
});

async function invoke<S extends z.ZodMiniType>(functionName: string | undefined, command: object, reply: S) {
  try {
    const { FunctionError, Payload } = await lambda.send(
      new InvokeCommand({ FunctionName: functionName, Payload: JSON.stringify(command) }),
    );
    if (FunctionError) throw new Error(`${functionName}: ${FunctionError}`);
    return z.parse(reply, JSON.parse(new TextDecoder().decode(Payload))) as z.output<S>;
  } catch (cause) {
    throw new Failure('service_indisponible', { cause });
  }
}

const motifs = z.array(z.string());

const Opened = z.discriminatedUnion('resultat', [
  z.object({ resultat: z.literal('ouvert') }),
  z.object({ resultat: z.literal('refuse'), motifs }),
  z.object({ resultat: z.literal('utilisateur_introuvable') }),
  z.object({ resultat: z.literal('emprunt_clos') }),
]);
export type Opened = z.infer<typeof Opened>;

const Consulted = z.discriminatedUnion('resultat', [
  z.object({
    resultat: z.literal('consulte'),
    motifs,
    utilisateur: z.object({ nom: z.string(), prenom: z.string(), email: z.string() }),
  }),
  z.object({ resultat: z.literal('utilisateur_introuvable') }),
]);
export type Borrower = { nom: string; prenom: string; email: string };

const Taken = z.discriminatedUnion('resultat', [
  z.object({ resultat: z.literal('pris'), titre: z.string() }),
  z.object({ resultat: z.literal('refuse'), motifs }),
  z.object({ resultat: z.literal('livre_introuvable') }),
  z.object({ resultat: z.literal('emprunt_clos') }),
]);
export type Taken = z.infer<typeof Taken>;

type Loan = Pick<LoanRecord, 'id' | 'utilisateur_id' | 'livre_id' | 'penalite' | 'transit'>;

/**
 * A command is good for so long after its loan was taken in hand, in milliseconds: with the ten
 * seconds that it may take itself, it is over before the reconciler's lease is.
 */
const COMMAND_MS = 45_000;

const inTime = ({ transit }: Loan) =>
  transit ? { avant: new Date(Date.parse(transit.depuis) + COMMAND_MS).toISOString() } : {};

const open = (loan: Loan, nature: string, due: string) => ({
  utilisateur_id: loan.utilisateur_id,
  emprunt_id: loan.id,
  nature,
  date_echeance: due,
  ...inTime(loan),
});

/** Takes the person's slot, or moves its due date, by the borrowing rules; `retablissement` by none. */
export const openLoan = (loan: Loan, nature: 'pret' | 'prolongation' | 'retablissement', due: string) =>
  invoke(process.env.OPEN_LOAN_FUNCTION, open(loan, nature, due), Opened);

/** What stands against the person's borrowing, and whom to write to. */
export const consult = (loan: Loan, due: string) =>
  invoke(process.env.OPEN_LOAN_FUNCTION, open(loan, 'consultation', due), Consulted);

/** Frees the person's slot and, when the loan has a penalty, charges it. */
export const closeLoan = ({ id, utilisateur_id, penalite }: Loan) =>
  invoke(process.env.CLOSE_LOAN_FUNCTION, { utilisateur_id, emprunt_id: id, penalite }, z.object({}));

/** Takes a copy, moves its due date, or tells whether one could be taken. */
export const takeCopy = (loan: Loan, nature: 'pret' | 'prolongation' | 'essai', due: string) =>
  invoke(
    process.env.TAKE_COPY_FUNCTION,
    { livre_id: loan.livre_id, emprunt_id: loan.id, nature, date_echeance: due, ...inTime(loan) },
    Taken,
  );

/** Gives the copy back. */
export const returnCopy = ({ id, livre_id }: Loan) =>
  invoke(process.env.RETURN_COPY_FUNCTION, { livre_id, emprunt_id: id }, z.object({}));
