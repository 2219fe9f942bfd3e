import { policy } from '../../../lib/runtime/config.ts';
import { dayAfter, daysFrom } from '../clock.ts';
import { isLoan, type LoanItem } from '../read.ts';
import { said } from './said.ts';

const { loanDays, maxRenewals, renewalDays } = policy;

/** What a loan may be in the middle of, by its status. */
const TRANSITS: Record<string, (string | undefined)[]> = {
  en_attente: ['pret', 'annulation'],
  en_cours: [undefined, 'prolongation', 'retablissement'],
  rendu: [undefined, 'retour'],
  perdu: [undefined, 'perte'],
};

const STEPS = ['J-2', 'J+1', 'J+7', 'J+14', 'J+30'];

/** What is wrong among the items of the loans table, in words. */
export function wrongLoans(items: LoanItem[]): string[] {
  const loans = items.filter(isLoan);
  const strangers = items.filter(
    ({ pk, sk }) => !['EMPRUNT', 'IDEMPOTENCE', 'SEMIS'].includes(sk) && !pk.startsWith('REPONSES#'),
  );
  const charged = loans.flatMap(({ penalite, amende }) => [penalite, amende].flatMap((charge) => charge?.id ?? []));
  return [
    ...strangers.map(({ pk, sk }) => `${pk} ${sk} is of no known kind`),
    ...charged.filter((id, n) => charged.indexOf(id) !== n).map((id) => `the penalty ${id} is of two loans`),
    ...loans.flatMap((loan) =>
      said(`${loan.pk} (${loan.statut}, ${loan.transit?.etape})`, {
        ...wrongDates(loan),
        ...wrongCharge(loan),
        ...wrongNotices(loan),
        ...wrongIndex(loan),
      }),
    ),
  ];
}

function wrongDates(loan: LoanItem): Record<string, boolean> {
  const { id, pk, utilisateur_id, titre, date_emprunt, date_echeance, date_retour, statut, prolongations, transit } =
    loan;
  const due = dayAfter(date_emprunt, loanDays + prolongations * renewalDays);
  const moved = transit?.nouvelle_echeance;
  return {
    [`is in the middle of ${transit?.etape}`]: !TRANSITS[statut]?.includes(transit?.etape),
    [`is due ${date_echeance} and not ${due}`]: date_echeance !== due,
    [`was renewed ${prolongations} times`]: prolongations < 0 || prolongations > maxRenewals,
    [`came back ${date_retour}`]: ['rendu', 'perdu'].includes(statut) !== (date_retour !== null),
    'came back before it was lent': date_retour !== null && date_retour < date_emprunt,
    'has no title': !titre,
    [`is renewed to ${moved}`]: moved !== undefined && moved !== dayAfter(date_echeance, renewalDays),
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
