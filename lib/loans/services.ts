import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod/mini';
import { post } from '../aws/signed-post.ts';
import { requestId } from '../runtime/invocation.ts';
import { Failure } from '../values/failure.ts';
import type { LoanRecord } from './rules.ts';

/**
 * The four private commands of the other services, as this one needs them. Each is idempotent on the
 * loan's id, so that whoever settles the loan later may make it again.
 *
 * A command is sent once. Sent again while the first may still be on its way, its answer would not be
 * the last word: what was refused the second time could be done a moment later by the first. Without
 * an answer nothing more is done for the loan until the command can no longer run (see LEASE_MS).
 * @throws Failure `service_indisponible` when it is not known whether the command was carried out
 */
async function invoke<S extends z.ZodMiniType>(functionName: string | undefined, command: object, reply: S) {
  try {
    const { status, headers, text } = await untilAdmitted(() =>
      post(
        'lambda',
        ENDPOINT,
        `/2015-03-31/functions/${functionName}/invocations`,
        { ...command, requete_id: requestId() },
        ANSWER_MS,
      ),
    );
    const failed = headers.get('x-amz-function-error');
    if (status !== 200 || failed) throw new Error(`${functionName}: ${failed ?? status}`);
    return z.parse(reply, JSON.parse(text)) as z.output<S>;
  } catch (cause) {
    throw new Failure('service_indisponible', { cause });
  }
}

const ENDPOINT = process.env.LAMBDA_ENDPOINT as string;

/** Chosen so that a loan's few calls end well within the function's time. */
const ANSWER_MS = 8_000;
const ADMISSION_ATTEMPTS = 4;
const ADMISSION_DELAY_MS = 50;

/** A command turned away because too many run at once has not begun: it is the one that may be sent again. */
async function untilAdmitted<T extends { status: number }>(send: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await send();
    if (answer.status !== 429 || attempt === ADMISSION_ATTEMPTS) return answer;
    await sleep(Math.random() * ADMISSION_DELAY_MS * 2 ** attempt);
  }
}

const motifs = z.array(z.string());

const Opened = z.discriminatedUnion('resultat', [
  // `renvoye`: freed at once, the slot could be taken again by a write that is still on its way.
  z.object({ resultat: z.literal('ouvert'), renvoye: z.optional(z.literal(true)) }),
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

const Closed = z.object({ penalite: z.nullable(z.object({ id: z.string() })) });
const Returned = z.object({ resultat: z.literal('rendu') });

type Loan = Pick<LoanRecord, 'id' | 'utilisateur_id' | 'livre_id' | 'penalite'>;

const open = (loan: Loan, nature: string, due: string) => ({
  utilisateur_id: loan.utilisateur_id,
  emprunt_id: loan.id,
  nature,
  date_echeance: due,
});

/** Takes the person's slot, or moves its due date, by the borrowing rules; `retablissement` by none. */
export const openLoan = (loan: Loan, nature: 'pret' | 'prolongation' | 'retablissement', due: string) =>
  invoke(process.env.OPEN_LOAN_FUNCTION, open(loan, nature, due), Opened);

/** What stands against the person's borrowing, and whom to write to. It changes nothing. */
export const consult = (loan: Loan, due: string) =>
  invoke(process.env.OPEN_LOAN_FUNCTION, open(loan, 'consultation', due), Consulted);

/** Frees the person's slot and, when the loan has a penalty, charges it. */
export const closeLoan = (loan: Loan) =>
  invoke(
    process.env.CLOSE_LOAN_FUNCTION,
    { utilisateur_id: loan.utilisateur_id, emprunt_id: loan.id, penalite: loan.penalite },
    Closed,
  );

/** Takes a copy, moves its due date, or tells whether one could be taken. */
export const takeCopy = (loan: Loan, nature: 'pret' | 'prolongation' | 'essai', due: string) =>
  invoke(
    process.env.TAKE_COPY_FUNCTION,
    { livre_id: loan.livre_id, emprunt_id: loan.id, nature, date_echeance: due },
    Taken,
  );

/** Gives the copy back. */
export const returnCopy = (loan: Loan) =>
  invoke(process.env.RETURN_COPY_FUNCTION, { livre_id: loan.livre_id, emprunt_id: loan.id }, Returned);
