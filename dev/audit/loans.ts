import * as z from 'zod/mini';
import { Step } from '../../lib/loans/schema.ts';
import { openDaysBetween } from '../../lib/policy/calendar.ts';
import { daysBetween } from '../../lib/values/days.ts';
import { type HoldItem, isLoan, type LoanItem } from './items.ts';
import { kindOf, said } from './said.ts';

/** What a loan may be in the middle of, by its status. */
const TRANSITS: Record<string, (string | undefined)[]> = {
  en_attente: ['pret', 'annulation'],
  en_cours: [undefined, 'prolongation', 'retablissement'],
  rendu: [undefined, 'retour'],
  perdu: [undefined, 'perte'],
};

/** The loan as a subject: its key, how it stands and what it is in the middle of. */
export const nameOf = ({ pk, statut, transit }: Pick<LoanItem | HoldItem, 'pk' | 'statut' | 'transit'>): string =>
  `${pk} (${transit ? `${statut}, ${transit.etape}` : statut})`;

/** What is wrong among the items of the loans table, in words. What the policy of the day decided is not looked at. */
export function wrongLoans(items: LoanItem[]): string[] {
  const loans = items.filter(isLoan);
  const strangers = items.filter(
    ({ pk, sk }) => !['EMPRUNT', 'RESERVATION', 'IDEMPOTENCE', 'SEMIS'].includes(sk) && !pk.startsWith('REPONSES#'),
  );
  const charged = loans.flatMap(({ penalite, amende }) => [penalite, amende].flatMap((charge) => charge?.id ?? []));
  const twice = [...Map.groupBy(charged, (id) => id)].filter(([, ids]) => ids.length > 1);
  return [
    ...strangers.map((item) => `${kindOf(item)} n’est d’aucune sorte connue`),
    ...twice.map(([id]) => `PENALITE#${id} est de deux emprunts`),
    ...loans.flatMap((loan) =>
      said(nameOf(loan), {
        ...wrongState(loan),
        ...wrongDates(loan),
        ...wrongCharge(loan),
        ...wrongNotices(loan),
        ...wrongIndex(loan),
      }),
    ),
  ];
}

function wrongState({ id, pk, titre, statut, transit, conditions, prolongations }: LoanItem): Record<string, boolean> {
  const { jours_de_retard, calendrier } = conditions;
  return {
    'garde un calendrier sans compter les jours ouverts, ou l’inverse':
      (jours_de_retard === 'ouverts') !== (calendrier !== undefined),
    'est au milieu de ce que son état ne permet pas': !TRANSITS[statut]?.includes(transit?.etape),
    [`a été prolongé ${prolongations} fois`]: prolongations < 0 || prolongations > conditions.prolongations,
    'n’a pas de titre': !titre,
    'a l’identifiant d’une autre clé': pk !== `EMPRUNT#${id}`,
  };
}

function wrongDates(loan: LoanItem): Record<string, boolean> {
  const { utilisateur_id, date_emprunt, date_echeance, date_retour, fin, statut, transit } = loan;
  const renewedTo = transit?.nouvelle_echeance;
  return {
    [`est dû le ${date_echeance}, avant d’être prêté`]: date_echeance < date_emprunt,
    [`est rentré le ${date_retour}`]:
      ['rendu', 'perdu'].includes(statut) !== (date_retour !== null) ||
      (date_retour === null || utilisateur_id === null) !== (fin === null),
    'est rentré avant d’être prêté': date_retour !== null && date_retour < date_emprunt,
    [`est prolongé au ${renewedTo}, avant son échéance`]: renewedTo !== undefined && renewedTo < date_echeance,
    'a oublié son emprunteur avant sa fin': utilisateur_id === null && (date_retour === null || transit !== null),
  };
}

/** What the delay costs by the conditions that the loan has kept, in cents. */
function costOf({ date_echeance, date_retour, utilisateur_id, conditions }: LoanItem): number {
  // A loan that has forgotten its borrower has forgotten what it cost them.
  if (date_retour === null || utilisateur_id === null) return 0;
  const { calendrier, amende_par_jour, amende_maximale } = conditions;
  const late = calendrier
    ? openDaysBetween(calendrier, date_echeance, date_retour)
    : Math.max(0, daysBetween(date_echeance, date_retour));
  return Math.min(late * amende_par_jour, amende_maximale);
}

function wrongCharge(loan: LoanItem): Record<string, boolean> {
  const { utilisateur_id, titre, statut, penalite, amende } = loan;
  const cost = costOf(loan);
  const isLost = statut === 'perdu';
  const delay = isLost ? amende : penalite;
  const cents = Math.round((delay?.montant ?? 0) * 100);
  return {
    [`coûte ${cents} centimes de retard, et non ${cost}`]: cents !== cost,
    'a une pénalité qui ne dit pas son titre': delay !== null && !delay.description.includes(`« ${titre} »`),
    'est perdu et ne coûte rien': isLost && utilisateur_id !== null && !penalite?.description.includes(`« ${titre} »`),
    'coûte deux fois sans être perdu': !isLost && amende !== null,
  };
}

function wrongNotices({ notices }: LoanItem): Record<string, boolean> {
  const steps = notices.map(({ etape, echeance }) => `${etape} du ${echeance}`);
  return {
    'a deux fois le même rappel': new Set(steps).size !== steps.length,
    'a un rappel inconnu': notices.some(({ etape }) => !z.safeParse(Step, etape).success),
    'a un rappel dans un état inconnu': notices.some(({ etat }) => !['en_envoi', 'envoyee'].includes(etat)),
  };
}

/** Where the two indexes must show a loan, a shard's number apart. */
function wrongIndex(loan: LoanItem): Record<string, boolean> {
  const { id, utilisateur_id, statut, date_echeance, date_retour, fin, transit } = loan;
  const day = date_retour ?? date_echeance;
  const list = date_retour === null ? statut : 'rendu';
  const listed = statut !== 'en_attente';
  const followed = transit ? 'TRANSIT' : statut === 'en_cours' ? 'DEHORS' : 'RENDU';
  const known = [
    listed ? `${utilisateur_id}#${list}` : undefined,
    listed ? `${fin ?? date_echeance}#${id}` : undefined,
    followed,
    `${transit ? transit.depuis : day}#${id}`,
  ];
  const wanted = utilisateur_id === null ? Array(4).fill(undefined) : known;
  const present = [loan.liste, loan.liste_tri, loan.suivi?.replace(/#\d+$/, ''), loan.suivi_tri];
  return { [`est dans les index à ${present} et non à ${wanted}`]: String(present) !== String(wanted) };
}
