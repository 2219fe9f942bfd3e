import { isLate, lateness } from '../policy/lateness.ts';
import type { Calendar } from '../policy/policy.ts';
import { lazy } from '../runtime/lazy.ts';
import { toEuros } from '../values/money.ts';
import { plural } from '../values/plural.ts';
import type { HoldNews } from './hold.ts';
import type { Mail } from './mail.ts';
import type { TakenUp, Told } from './news.ts';
import type { Addressee } from './peers.ts';
import type { LoanRecord } from './record.ts';

const longDate = lazy(() => new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'UTC' }));
const euros = lazy(() => new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR' }));

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);

/** A person with their own address, if they have any. */
type Person = Omit<Addressee, 'email'> & { email: string | null };

/** Writes `« Titre », à rendre le 3 mars 2027`, and for a late book the delay and what its return would cost today. */
function line(loan: LoanRecord, day: string, calendar: Calendar): string {
  const { titre, date_echeance } = loan;
  const due = `« ${titre} », à rendre le ${longDate().format(new Date(date_echeance))}`;
  const { days, fee } = lateness(loan, day, calendar);
  if (days === 0) return due;
  return `${due} : ${plural(days, 'jour')} de retard, ${euros().format(toEuros(fee))} de pénalité si vous le rendez aujourd’hui`;
}

/** What a message says of one kind of news, with a line for each. */
interface Section {
  subject: string;
  intro: string;
  lines: string[];
  ending: string;
}

/** @param whose names the person, when the message goes to the one who answers for them */
function loansSection(loans: LoanRecord[], whose: string, day: string, calendar: Calendar): Section {
  const late = loans.filter(({ date_echeance }) => isLate(date_echeance, day)).length;
  const books = `les livres${whose}`;
  return {
    subject: late > 0 ? `${plural(late, 'livre')} en retard` : `${plural(loans.length, 'livre')} à rendre bientôt`,
    intro: late > 0 ? `Voici ${books} que nous attendons :` : `Voici ${books} à rendre bientôt :`,
    lines: loans.map((loan) => line(loan, day, calendar)),
    ending: 'Vous pouvez les rendre à l’accueil, ou prolonger ceux qui ne sont pas en retard.',
  };
}

type HoldLine = Extract<Told, { hold: object }>['hold'];

const holdLine = ({ titre, date_limite }: HoldLine): string =>
  `« ${titre} », jusqu’au ${longDate().format(new Date(date_limite))}`;

function shelfSection(holds: HoldLine[], whose: string): Section {
  const many = holds.length > 1;
  return {
    subject: `${plural(holds.length, 'livre')} réservé${many ? 's' : ''} à retirer`,
    intro: `Ces livres réservés${whose} sont mis de côté à l’accueil :`,
    lines: holds.map(holdLine),
    ending: 'Passé ce jour, chacun va à la personne suivante.',
  };
}

function expirySection(holds: HoldLine[], whose: string): Section {
  const many = holds.length > 1;
  return {
    subject: `${plural(holds.length, 'réservation')} expirée${many ? 's' : ''}`,
    intro: `Ces livres réservés${whose} n’ont pas été retirés à temps, et leur réservation est terminée :`,
    lines: holds.map(holdLine),
    ending: 'Vous pouvez les réserver de nouveau.',
  };
}

/** Lists the kinds of news that there are, the most pressing first. */
function sectionsOf(all: readonly Told[], whose: string, day: string, calendar: Calendar): Section[] {
  const loans = all.flatMap((told) => ('loan' in told ? [told.loan] : []));
  const holds = (sujet: HoldNews) => all.flatMap((told) => ('hold' in told && told.sujet === sujet ? [told.hold] : []));
  const [shelved, expired] = [holds('disponible'), holds('expiree')];
  return [
    ...(loans.length > 0 ? [loansSection(loans, whose, day, calendar)] : []),
    ...(shelved.length > 0 ? [shelfSection(shelved, whose)] : []),
    ...(expired.length > 0 ? [expirySection(expired, whose)] : []),
  ];
}

/**
 * Writes one message about all the news for one person.
 * @param to the person, or the one who answers for them
 */
export function noticeMail(
  to: Addressee,
  person: Person,
  taken: readonly TakenUp[],
  day: string,
  calendar: Calendar,
): Mail {
  const whose = person.email === null ? ` de ${person.prenom} ${person.nom}` : '';
  const sections = sectionsOf(
    taken.map(({ told }) => told),
    whose,
    day,
    calendar,
  );
  const greeting = `Bonjour ${to.prenom} ${to.nom},`;
  const signature = 'Votre bibliothèque';
  const texts = sections.map(({ intro, lines, ending }) =>
    [intro, ...lines.map((text) => `- ${text}`), '', ending, ''].join('\n'),
  );
  const paragraphs = sections.map(
    ({ intro, lines, ending }) => `<p>${escaped(intro)}</p>
<ul>
${lines.map((text) => `<li>${escaped(text)}</li>`).join('\n')}
</ul>
<p>${escaped(ending)}</p>`,
  );
  return {
    to: to.email,
    subject: `Bibliothèque : ${sections.map(({ subject }) => subject).join(', ')}`,
    text: [greeting, '', ...texts, signature, ''].join('\n'),
    html: `<!doctype html><html lang="fr"><body style="font-family:sans-serif">
<p>${escaped(greeting)}</p>
${paragraphs.join('\n')}
<p>${escaped(signature)}</p>
</body></html>`,
  };
}
