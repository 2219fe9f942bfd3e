import { borrowingMotifs, personalMotifs, type Standing, titleMotifs } from '../policy/borrowing.ts';
import { lastDay } from '../policy/calendar.ts';
import { isLate } from '../policy/lateness.ts';
import type { Policy } from '../policy/policy.ts';
import { conditionsOf, ruleFor } from '../policy/rules.ts';
import { holding } from '../values/refusal.ts';
import { codes } from './codes.ts';
import type { LoanRecord, NamedCopy } from './record.ts';
import type { NewLoan, Title } from './schema.ts';

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

/**
 * Decides whether a copy of the title may be lent. What is missing comes before what is forbidden, and
 * every rule that refuses is named.
 * @param asked the card that was shown, if any: the account may have another by now; the barcode of the copy in
 * hand, if any: otherwise the first that is on the shelf
 * @returns what the loan begins with, the rule under which it is made and the copy among it, or the refusal
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
  const copy = named ?? copies.find((one) => isInService(title, one) && !isOut(title, one));
  const motifs = [
    ...borrowingMotifs(account, policy, day),
    ...titleMotifs(account, title, policy),
    ...holding({
      aucun_exemplaire_disponible: !copy,
      exemplaire_emprunte: named !== undefined && isOut(title, named),
      exemplaire_indisponible: named !== undefined && !isInService(title, named),
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
    conditions: conditionsOf(rule, policy),
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
