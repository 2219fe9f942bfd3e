import { dayAfter, daysFrom } from '../clock.ts';
import { dueAfter, ruleOf, SHIPPED_RULES } from '../naive-calendar.ts';
import { isLoan, type LoanItem } from '../read.ts';
import { said } from './said.ts';

/** What a loan may be in the middle of, by its status. */
const TRANSITS: Record<string, (string | undefined)[]> = {
  en_attente: ['pret', 'annulation'],
  en_cours: [undefined, 'prolongation', 'retablissement'],
  rendu: [undefined, 'retour'],
  perdu: [undefined, 'perte'],
};

const STEPS = ['J-2', 'J+1', 'J+7', 'J+14', 'J+30'];

const LONGEST_CLOSING = 3;

/**
 * The first and the last day on which the loan may be due after so many renewals.
 * @param moved its days were moved since, and an open day may have become a closed one
 */
function duesOf({ regle, date_emprunt, prolongations }: LoanItem, moved: boolean): [first: string, last: string] {
  const { days = 0, renewalDays = 0 } = SHIPPED_RULES[regle] ?? {};
  const plain = dayAfter(date_emprunt, days + prolongations * renewalDays);
  if (moved) return [plain, dayAfter(plain, (1 + prolongations) * LONGEST_CLOSING)];
  let due = dueAfter(date_emprunt, days);
  for (let n = 0; n < prolongations; n += 1) due = dueAfter(due, renewalDays);
  return [due, due];
}

/** What a loan of this rule keeps of it, amounts in cents. */
const conditionsOf = (regle: string): string => {
  const { renewals, renewalDays } = SHIPPED_RULES[regle] ?? {};
  return [renewals, renewalDays, 20, 1000, 'tous'].join();
};

/** What is wrong among the items of the loans table, in words. */
export function wrongLoans(items: LoanItem[], moved = false): string[] {
  const loans = items.filter(isLoan);
  const strangers = items.filter(
    ({ pk, sk }) => !['EMPRUNT', 'RESERVATION', 'IDEMPOTENCE', 'SEMIS'].includes(sk) && !pk.startsWith('REPONSES#'),
  );
  const charged = loans.flatMap(({ penalite, amende }) => [penalite, amende].flatMap((charge) => charge?.id ?? []));
  return [
    ...strangers.map(({ pk, sk }) => `${pk} ${sk} is of no known kind`),
    ...charged.filter((id, n) => charged.indexOf(id) !== n).map((id) => `the penalty ${id} is of two loans`),
    ...loans.flatMap((loan) =>
      said(`${loan.pk} (${loan.statut}, ${loan.transit?.etape})`, {
        ...wrongRule(loan),
        ...wrongDates(loan, moved),
        ...wrongCharge(loan),
        ...wrongNotices(loan),
        ...wrongIndex(loan),
      }),
    ),
  ];
}

function wrongRule({ type, regle, conditions, prolongations }: LoanItem): Record<string, boolean> {
  const {
    prolongations: renewals,
    jours_par_prolongation,
    amende_par_jour,
    amende_maximale,
    jours_de_retard,
  } = conditions;
  const kept = [renewals, jours_par_prolongation, amende_par_jour, amende_maximale, jours_de_retard].join();
  return {
    [`is a ${type} under ${regle}`]: regle !== ruleOf(type),
    [`keeps ${kept} of ${regle}`]: kept !== conditionsOf(regle),
    [`was renewed ${prolongations} times`]: prolongations < 0 || prolongations > (SHIPPED_RULES[regle]?.renewals ?? 0),
  };
}

function wrongDates(loan: LoanItem, moved: boolean): Record<string, boolean> {
  const { id, pk, utilisateur_id, titre, date_emprunt, date_echeance, date_retour, statut, transit } = loan;
  const [first, last] = duesOf(loan, moved);
  const renewedTo = transit?.nouvelle_echeance;
  return {
    [`is in the middle of ${transit?.etape}`]: !TRANSITS[statut]?.includes(transit?.etape),
    [`is due ${date_echeance} and not from ${first} to ${last}`]: date_echeance < first || date_echeance > last,
    [`came back ${date_retour}`]: ['rendu', 'perdu'].includes(statut) !== (date_retour !== null),
    'came back before it was lent': date_retour !== null && date_retour < date_emprunt,
    'has no title': !titre,
    [`is renewed to ${renewedTo}`]:
      renewedTo !== undefined && renewedTo !== dueAfter(date_echeance, SHIPPED_RULES[loan.regle]?.renewalDays ?? 0),
    'has an id of another key': pk !== `EMPRUNT#${id}`,
    'has forgotten its borrower before its end': utilisateur_id === null && (date_retour === null || transit !== null),
  };
}

/** What a return costs, by the contract's own words: 0.20 € a calendar day, at most 10 €. */
export const costOf = (due: string, back: string): number =>
  Math.min(20 * Math.max(0, daysFrom(due, back)), 1000) / 100;

/** A loan that has forgotten its borrower has forgotten what it cost them. */
function wrongCharge(loan: LoanItem): Record<string, boolean> {
  const { utilisateur_id, titre, date_echeance, date_retour, statut, penalite, amende } = loan;
  const cost = date_retour === null || utilisateur_id === null ? 0 : costOf(date_echeance, date_retour);
  const late = daysFrom(date_echeance, date_retour ?? date_echeance);
  const isLost = statut === 'perdu';
  const delay = isLost ? amende : penalite;
  return {
    [`costs ${delay?.montant ?? 0} for its delay and not ${cost}`]: (delay?.montant ?? 0) !== cost,
    [`is charged as « ${delay?.description} »`]:
      delay !== null && ![`${late} jour`, `« ${titre} »`].every((part) => delay.description.includes(part)),
    'is lost and costs nothing': isLost && utilisateur_id !== null && !penalite?.description.includes(`« ${titre} »`),
    'costs twice and is not lost': !isLost && amende !== null,
  };
}

function wrongNotices({ notices }: LoanItem): Record<string, boolean> {
  const steps = notices.map(({ etape, echeance }) => `${etape} of ${echeance}`);
  return {
    [`has a step twice: ${steps}`]: new Set(steps).size !== steps.length,
    'has an unknown step': notices.some(({ etape }) => !STEPS.includes(etape)),
    'has a step in an unknown state': notices.some(({ etat }) => !['en_envoi', 'envoyee'].includes(etat)),
  };
}

/** Where the two indexes must show a loan, a shard's number apart. */
function wrongIndex(loan: LoanItem): Record<string, boolean> {
  const { id, utilisateur_id, statut, date_echeance, date_retour, transit } = loan;
  const day = date_retour ?? date_echeance;
  const list = date_retour === null ? statut : 'rendu';
  const listed = statut !== 'en_attente';
  const followed = transit ? 'TRANSIT' : statut === 'en_cours' ? 'DEHORS' : 'RENDU';
  const known = [
    listed ? `${utilisateur_id}#${list}` : undefined,
    listed ? `${day}#${id}` : undefined,
    followed,
    `${transit ? transit.depuis : day}#${id}`,
  ];
  const wanted = utilisateur_id === null ? Array(4).fill(undefined) : known;
  const present = [loan.liste, loan.liste_tri, loan.suivi?.replace(/#[0-3]$/, ''), loan.suivi_tri];
  return { [`is indexed at ${present} and not ${wanted}`]: String(present) !== String(wanted) };
}
