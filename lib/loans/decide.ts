import {
  borrowingMotifs,
  hasTitle,
  holdMotifs,
  personalMotifs,
  type Standing,
  titleMotifs,
} from '../policy/borrowing.ts';
import { lastDay } from '../policy/calendar.ts';
import { isLate } from '../policy/lateness.ts';
import type { Policy } from '../policy/policy.ts';
import { conditionsOf, ruleFor } from '../policy/rules.ts';
import { motifsWhere } from '../values/refusal.ts';
import { codes } from './codes.ts';
import type { LoanRecord, NamedCopy } from './record.ts';
import type { QueuedHold, Title } from './schema-commands.ts';
import type { NewLoan } from './schema-requests.ts';

/** The decisions of the loans service: what stands and what is asked go in, a refusal or what to do comes out. */

/** What was asked of the other services; `null` stands for what does not exist. */
export interface Asked {
  account: (Standing & { version: number; utilisateur_id: string; adhesion: { numero_carte: string } }) | null;
  title: Title | null;
}

const copiesOf = ({ exemplaires }: Title): NamedCopy[] =>
  Object.keys(exemplaires)
    .sort()
    .map((id) => ({ exemplaire_id: id, code_barres: exemplaires[id]?.code_barres as string }));

const isInService = ({ exemplaires }: Title, { exemplaire_id }: NamedCopy): boolean =>
  exemplaires[exemplaire_id]?.etat === 'en_service';

const isOut = ({ emprunts }: Title, copy: NamedCopy): boolean =>
  Object.values(emprunts).some(({ exemplaire_id }) => exemplaire_id === copy.exemplaire_id);

/** The hold for which a copy is set aside. */
const holderOf = ({ reservations }: Title, copy: NamedCopy): QueuedHold | undefined =>
  reservations.find(({ exemplaire_id }) => exemplaire_id === copy.exemplaire_id);

/** The hold by which a person waits for a title, or has a copy of it set aside. */
const holdOf = ({ reservations }: Title, userId: string): QueuedHold | undefined =>
  reservations.find(({ utilisateur_id, statut }) => utilisateur_id === userId && statut !== 'expiree');

/**
 * Decides whether a copy of the title may be lent. What is missing comes before what is forbidden, and
 * every rule that refuses is named.
 * @param asked the card that was shown, if any: the account may have another by now; the barcode of the copy in
 * hand, if any: otherwise the one that is set aside for the person, or the first on the shelf
 * @returns what the loan begins with, the rule under which it is made, the copy and the hold that it fulfils among it,
 * or the refusal
 */
export function decideLoan(
  { account, title }: Asked,
  asked: Pick<NewLoan, 'numero_carte' | 'code_barres'>,
  policy: Policy,
  day: string,
) {
  const { numero_carte: card, code_barres } = asked;
  if (!account || (card !== undefined && account.adhesion.numero_carte !== card)) return codes.userNotFound;
  if (!title) return code_barres === undefined ? codes.bookNotFound : codes.copyNotFound;
  const copies = copiesOf(title);
  const named = copies.find((copy) => copy.code_barres === code_barres);
  if (code_barres !== undefined && !named) return codes.copyNotFound;
  const own = holdOf(title, account.utilisateur_id);
  const isForOthers = (one: NamedCopy) => (holderOf(title, one) ?? own) !== own;
  const inHouse = copies.filter((one) => isInService(title, one) && !isOut(title, one));
  const free = inHouse.filter((one) => !isForOthers(one));
  const copy = named ?? free.find((one) => own && holderOf(title, one) === own) ?? free[0];
  const motifs = [
    ...borrowingMotifs(account, policy, day),
    ...titleMotifs(account, title, policy),
    ...motifsWhere({
      aucun_exemplaire_disponible: !copy && inHouse.length === 0,
      exemplaire_emprunte: named !== undefined && isOut(title, named),
      exemplaire_indisponible: named !== undefined && !isInService(title, named),
      livre_reserve: named ? isForOthers(named) : !copy && inHouse.length > 0,
    }),
  ];
  if (!copy || motifs.length > 0) return { ...codes.loanRefused, motifs };
  const rule = ruleFor(policy, account.adhesion.categorie, title.type);
  return {
    utilisateur_id: account.utilisateur_id,
    livre_id: title.livre_id,
    titre: title.titre,
    type: title.type,
    date_echeance: lastDay(policy.calendar, day, rule.loanDays),
    regle: rule.name,
    conditions: conditionsOf(rule, policy, day),
    reservation_id: own?.id ?? null,
    ...copy,
  };
}

const without = <T extends { emprunts: Readonly<Record<string, unknown>> }>(holder: T, loanId: string): T => {
  const { [loanId]: _, ...emprunts } = holder.emprunts;
  return { ...holder, emprunts };
};

/** What was asked, as if the loan held neither slot nor copy. */
export const withoutLoan = ({ account, title }: Asked, loanId: string): Asked => ({
  account: account && without(account, loanId),
  title: title && without(title, loanId),
});

/** What was asked, as if the hold had neither slot nor place. */
export function withoutHold({ account, title }: Asked, holdId: string): Asked {
  const { [holdId]: _, ...reservations } = account?.reservations ?? {};
  return {
    account: account && { ...account, reservations },
    title: title && { ...title, reservations: title.reservations.filter(({ id }) => id !== holdId) },
  };
}

/** The number of people who may wait for a title: its item stays far below the 400 KB of DynamoDB. */
const LONGEST_QUEUE = 200;

/**
 * Decides whether a title may be reserved.
 * @returns what the hold begins with, or the refusal with every rule that refuses
 */
export function decideHold({ account, title }: Asked, policy: Policy, day: string) {
  if (!account) return codes.userNotFound;
  if (!title) return codes.bookNotFound;
  const copies = copiesOf(title).filter((copy) => isInService(title, copy));
  const open = title.reservations.filter(({ statut }) => statut !== 'expiree');
  const motifs = [
    ...holdMotifs(account, policy, day),
    ...motifsWhere({
      reservation_existante: holdOf(title, account.utilisateur_id) !== undefined,
      livre_deja_emprunte: hasTitle(account, title.livre_id, policy),
      exemplaire_disponible: copies.some((copy) => !isOut(title, copy) && !holderOf(title, copy)),
      aucun_exemplaire_reservable: copies.length === 0,
      non_reservable: !ruleFor(policy, account.adhesion.categorie, title.type).mayBeHeld,
      file_complete: open.length >= LONGEST_QUEUE,
    }),
  ];
  if (motifs.length > 0) return { ...codes.holdRefused, motifs };
  return { utilisateur_id: account.utilisateur_id, livre_id: title.livre_id, titre: title.titre };
}

/**
 * The instant of a hold that comes last into the queue: later than those of all before it, so that instants are in the
 * order of the places, whichever request has begun first. One that has its place already keeps its instant.
 */
export function instantIn(
  { reservations }: Title,
  { id, date_reservation }: { id: string; date_reservation: string },
): string {
  const own = reservations.find((hold) => hold.id === id);
  const last = Math.max(...reservations.map((hold) => Date.parse(hold.date_reservation)), 0);
  return own?.date_reservation ?? new Date(Math.max(Date.parse(date_reservation), last + 1)).toISOString();
}

/**
 * Tells whether a hold of another person waits for the title and would get its next copy. A policy may let a person wait
 * for a title that they have.
 */
const isWaitedFor = ({ reservations }: Title, borrowerId: string | null): boolean =>
  reservations.some(
    ({ utilisateur_id, statut, suspendue_jusqu_au }) =>
      utilisateur_id !== borrowerId && statut === 'en_attente' && suspendue_jusqu_au === null,
  );

/**
 * Decides whether a loan that is out may be renewed, by the conditions under which it was made.
 * @param asked the account is `null` when it is gone, which it can only be once the book is back
 * @returns the refusal, with every rule that refuses
 */
export function decideRenewal(loan: LoanRecord, { account, title }: Asked, policy: Policy, day: string) {
  const motifs = [
    ...motifsWhere({
      emprunt_rendu: !account,
      emprunt_en_retard: isLate(loan.date_echeance, day),
      limite_prolongations_atteinte: loan.prolongations >= loan.conditions.prolongations,
      livre_reserve: title !== null && isWaitedFor(title, loan.utilisateur_id),
    }),
    ...(account ? personalMotifs(account, policy, day) : []),
  ];
  return motifs.length > 0 ? { ...codes.renewalRefused, motifs } : undefined;
}
