import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod/mini';
import { post } from '../aws/signed-post.ts';
import { requestId } from '../runtime/invocation.ts';
import { Failure } from '../values/failure.ts';
import { date, id } from '../values/fields.ts';
import { toCents } from '../values/money.ts';
import type { Asked } from './decide.ts';
import type { LoanRecord } from './record.ts';

/** The private commands of the other services, as this service sends them and reads their answers. */

/**
 * Sends a command once. Without an answer it is not known whether the command was carried out.
 * @throws Failure `service_indisponible`
 */
async function invoke<S extends z.ZodMiniType>(functionName: string | undefined, command: object, reply: S) {
  try {
    const { status, headers, text } = await untilAdmitted(() =>
      post(
        'lambda',
        process.env.LAMBDA_ENDPOINT as string,
        `/2015-03-31/functions/${functionName}/invocations`,
        { requete_id: requestId(), ...command },
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

/** A loan's few calls end well within the function's time. */
const ANSWER_MS = 8_000;
const ADMISSION_ATTEMPTS = 4;
const ADMISSION_DELAY_MS = 50;

/** A command that Lambda turns away because too many run at once has not begun, and is sent again. */
async function untilAdmitted<T extends { status: number }>(send: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await send();
    if (answer.status !== 429 || attempt === ADMISSION_ATTEMPTS) return answer;
    await sleep(Math.random() * ADMISSION_DELAY_MS * 2 ** attempt);
  }
}

const loansOut = z.record(id, date);

const Accounts = z.strictObject({
  comptes: z.array(
    z.nullable(
      z.strictObject({
        version: z.int(),
        nom: z.string(),
        prenom: z.string(),
        email: z.string(),
        total_impaye: z.number(),
        emprunts: loansOut,
      }),
    ),
  ),
});

const Titles = z.strictObject({
  livres: z.array(
    z.nullable(z.strictObject({ version: z.int(), titre: z.string(), exemplaires: z.int(), emprunts: loansOut })),
  ),
});

const Done = z.strictObject({ resultat: z.literal('fait') });
const DoneOrMoved = z.strictObject({ resultat: z.enum(['fait', 'deplace']) });

/** A person as they are written to. */
export interface Borrower {
  nom: string;
  prenom: string;
  email: string;
}

/** How an account stands and whom to write to; `null` when there is no such account. */
export async function askAccount(userId: string) {
  const { comptes } = await invoke(process.env.USERS_STANDING_FUNCTION, { utilisateur_ids: [userId] }, Accounts);
  const [account] = comptes;
  return account ? { ...account, impaye: toCents(account.total_impaye) } : null;
}

async function askTitle(bookId: string) {
  const { livres } = await invoke(process.env.BOOKS_STANDING_FUNCTION, { livre_ids: [bookId] }, Titles);
  return livres[0] ?? null;
}

/** Asks at once how the account and the title stand. */
export async function ask({
  utilisateur_id,
  livre_id,
}: Pick<LoanRecord, 'utilisateur_id' | 'livre_id'>): Promise<Asked> {
  const [account, title] = await Promise.all([askAccount(utilisateur_id), askTitle(livre_id)]);
  return { account, title };
}

/** Gives the loan its slot until that day. @returns false when the account has moved since it was asked */
export async function openLoan(loan: LoanRecord, due: string, version: number): Promise<boolean> {
  const { utilisateur_id, id: emprunt_id } = loan;
  const command = { utilisateur_id, emprunt_id, date_echeance: due, version };
  return (await invoke(process.env.OPEN_LOAN_FUNCTION, command, DoneOrMoved)).resultat === 'fait';
}

/** Gives the loan a copy until that day. @returns false when the title has moved since it was asked */
export async function takeCopy(loan: LoanRecord, due: string, version: number): Promise<boolean> {
  const { livre_id, id: emprunt_id } = loan;
  const command = { livre_id, emprunt_id, date_echeance: due, version };
  return (await invoke(process.env.TAKE_COPY_FUNCTION, command, DoneOrMoved)).resultat === 'fait';
}

/** Frees the person's slot and, when the loan has a penalty, charges it. */
export const closeLoan = ({ utilisateur_id, id: emprunt_id, penalite }: LoanRecord) =>
  invoke(process.env.CLOSE_LOAN_FUNCTION, { utilisateur_id, emprunt_id, penalite }, Done);

/** Gives the copy back. */
export const returnCopy = ({ livre_id, id: emprunt_id }: LoanRecord) =>
  invoke(process.env.RETURN_COPY_FUNCTION, { livre_id, emprunt_id }, Done);
