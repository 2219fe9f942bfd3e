import { borrowingMotifs, personalMotifs, type Standing, titleMotifs } from '../policy/borrowing.ts';
import { lastDay } from '../policy/calendar.ts';
import { isLate } from '../policy/lateness.ts';
import type { Policy } from '../policy/policy.ts';
import { conditionsOf, ruleFor } from '../policy/rules.ts';
import { holding } from '../values/refusal.ts';
import { codes } from './codes.ts';
import type { LoanRecord } from './record.ts';
import type { Title } from './schema.ts';

/** The decisions of the loans service: what stands and what is asked go in, a refusal or what to do comes out. */

/** What was asked of the other services; `null` stands for what does not exist. */
export interface Asked {
  account: (Standing & { version: number; utilisateur_id: string; adhesion: { numero_carte: string } }) | null;
  title: Title | null;
}

/**
 * Decides whether a copy of the title may be lent. What is missing comes before what is forbidden, and
 * every rule that refuses is named.
 * @param card the one that was shown, if any: the account may have another by now
 * @returns what the loan begins with, the rule under which it is made among it, or the refusal
 */
export function decideLoan({ account, title }: Asked, card: string | undefined, policy: Policy, day: string) {
  if (!account || (card !== undefined && account.adhesion.numero_carte !== card)) return codes.userNotFound;
  if (!title) return codes.bookNotFound;
  const motifs = [
    ...borrowingMotifs(account, policy, day),
    ...titleMotifs(account, title, policy),
    ...holding({ aucun_exemplaire_disponible: Object.keys(title.emprunts).length >= title.exemplaires }),
  ];
  if (motifs.length > 0) return { ...codes.loanRefused, motifs };
  const rule = ruleFor(policy, account.adhesion.categorie, title.type);
  return {
    utilisateur_id: account.utilisateur_id,
    titre: title.titre,
    type: title.type,
    date_echeance: lastDay(policy.calendar, day, rule.loanDays),
    regle: rule.name,
    conditions: conditionsOf(rule, policy),
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

/**
 * Decides whether a loan that is out may be renewed, by the conditions under which it was made.
 * @param account `null` when it is gone, which it can only be once the book is back
 * @returns the refusal, with every rule that refuses
 */
export function decideRenewal(loan: LoanRecord, account: Standing | null, policy: Policy, day: string) {
  const motifs = [
    ...holding({
      emprunt_rendu: !account,
      emprunt_en_retard: isLate(loan.date_echeance, day),
      limite_prolongations_atteinte: loan.prolongations >= loan.conditions.prolongations,
    }),
    ...(account ? personalMotifs(account, policy, day) : []),
  ];
  return motifs.length > 0 ? { ...codes.renewalRefused, motifs } : undefined;
}
