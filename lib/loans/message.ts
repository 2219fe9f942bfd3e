import { isLate, lateness } from '../policy/lateness.ts';
import type { Calendar } from '../policy/policy.ts';
import { lazy } from '../runtime/lazy.ts';
import { toEuros } from '../values/money.ts';
import type { Mail } from './mail.ts';
import type { Addressee } from './peers.ts';
import type { LoanRecord } from './record.ts';

const longDate = lazy(() => new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'UTC' }));
const euros = lazy(() => new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR' }));

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);

/** A person with their own address, if they have any. */
type Borrower = Omit<Addressee, 'email'> & { email: string | null };

const plural = (count: number, word: string): string => `${count} ${word}${count > 1 ? 's' : ''}`;

/** Writes `« Titre », à rendre le 3 mars 2027`, and for a late book the delay and what its return would cost today. */
function line(loan: LoanRecord, day: string, calendar: Calendar): string {
  const { titre, date_echeance } = loan;
  const due = `« ${titre} », à rendre le ${longDate().format(new Date(date_echeance))}`;
  const { days, fee } = lateness(loan, day, calendar);
  if (days === 0) return due;
  return `${due} : ${plural(days, 'jour')} de retard, ${euros().format(toEuros(fee))} de pénalité si vous le rendez aujourd’hui`;
}

/**
 * Writes one message about all the books of one person that have come to a step.
 * @param to the borrower, or the person who answers for them
 */
export function noticeMail(
  to: Addressee,
  borrower: Borrower,
  loans: LoanRecord[],
  day: string,
  calendar: Calendar,
): Mail {
  const late = loans.filter(({ date_echeance }) => isLate(date_echeance, day)).length;
  const subject =
    late > 0
      ? `Bibliothèque : ${plural(late, 'livre')} en retard`
      : `Bibliothèque : ${plural(loans.length, 'livre')} à rendre bientôt`;
  const greeting = `Bonjour ${to.prenom} ${to.nom},`;
  const books = borrower.email === null ? `les livres de ${borrower.prenom} ${borrower.nom}` : 'les livres';
  const intro = late > 0 ? `Voici ${books} que nous attendons :` : `Voici ${books} à rendre bientôt :`;
  const ending = 'Vous pouvez les rendre à l’accueil, ou prolonger ceux qui ne sont pas en retard.';
  const signature = 'Votre bibliothèque';
  const lines = loans.map((loan) => line(loan, day, calendar));
  return {
    to: to.email,
    subject,
    text: [greeting, '', intro, ...lines.map((text) => `- ${text}`), '', ending, '', signature, ''].join('\n'),
    html: `<!doctype html><html lang="fr"><body style="font-family:sans-serif">
<p>${escaped(greeting)}</p>
<p>${escaped(intro)}</p>
<ul>
${lines.map((text) => `<li>${escaped(text)}</li>`).join('\n')}
</ul>
<p>${escaped(ending)}</p>
<p>${escaped(signature)}</p>
</body></html>`,
  };
}
