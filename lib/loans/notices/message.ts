import { isLate, lateness } from '../../policy/lateness.ts';
import { lazy } from '../../values/lazy.ts';
import { toEuros } from '../../values/money.ts';
import { plural } from '../../values/plural.ts';
import type { HoldNews } from '../holds/record.ts';
import type { LoanRecord } from '../record.ts';
import type { Addressee } from './addressee.ts';
import { html, type Item, plainText, type Section } from './layout.ts';
import type { Mail } from './mail.ts';
import type { TakenUp, Told } from './news.ts';

const longDate = lazy(() => new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'UTC' }));
const euros = lazy(() => new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR' }));

/** A person with their own address, if they have any. */
type Person = Omit<Addressee, 'email'> & { email: string | null };

/** Until when a book may be kept, and for a late one the delay and what its return would cost today. */
function loanItem(loan: LoanRecord, day: string): Item {
  const { titre, date_echeance } = loan;
  const { days, fee } = lateness(loan, day);
  return {
    titre,
    when: `à rendre le ${longDate().format(new Date(date_echeance))}`,
    late: isLate(date_echeance, day)
      ? `${plural(days, 'jour')} de retard, ${euros().format(toEuros(fee))} de pénalité si vous le rendez aujourd’hui`
      : undefined,
  };
}

/** A section, and what the subject of the mail says of it. */
interface News extends Section {
  subject: string;
}

function loansSection(loans: LoanRecord[], day: string): News {
  const late = loans.filter(({ date_echeance }) => isLate(date_echeance, day)).length;
  const [books, them] = loans.length > 1 ? ['les livres', 'les'] : ['le livre', 'le'];
  const renewal = late === 0 ? `, ou ${them} prolonger` : ', ou prolonger ceux qui ne sont pas en retard';
  const when = loans.every(({ date_echeance }) => date_echeance === day) ? 'aujourd’hui' : 'bientôt';
  return {
    subject: late > 0 ? `${plural(late, 'livre')} en retard` : `${plural(loans.length, 'livre')} à rendre ${when}`,
    intro: late > 0 ? `Voici ${books} que nous attendons :` : `Voici ${books} à rendre ${when} :`,
    items: loans.map((loan) => loanItem(loan, day)),
    ending: `Vous pouvez ${them} rendre à l’accueil${late < loans.length ? renewal : ''}.`,
  };
}

type ToldHold = Extract<Told, { hold: object }>['hold'];

const holdItem = ({ titre, date_limite }: ToldHold): Item => ({
  titre,
  when: `jusqu’au ${longDate().format(new Date(date_limite))}`,
});

function shelfSection(holds: ToldHold[]): News {
  const many = holds.length > 1;
  return {
    subject: `${plural(holds.length, 'livre')} réservé${many ? 's' : ''} à retirer`,
    intro: `${many ? 'Ces livres réservés sont' : 'Ce livre réservé est'} mis de côté à l’accueil :`,
    items: holds.map(holdItem),
    ending: `Passé ce jour, ${many ? 'chacun' : 'il'} va à la personne suivante.`,
  };
}

function expirySection(holds: ToldHold[]): News {
  const many = holds.length > 1;
  return {
    subject: `${plural(holds.length, 'réservation')} expirée${many ? 's' : ''}`,
    intro: many
      ? 'Ces livres réservés n’ont pas été retirés à temps, et leur réservation est terminée :'
      : 'Ce livre réservé n’a pas été retiré à temps, et sa réservation est terminée :',
    items: holds.map(holdItem),
    ending: `Vous pouvez ${many ? 'les' : 'le'} réserver de nouveau.`,
  };
}

/** Lists the kinds of news that there are, the most pressing first. */
function sectionsOf(all: readonly Told[], day: string): News[] {
  const loans = all.flatMap((told) => ('loan' in told ? [told.loan] : []));
  const holds = (sujet: HoldNews) => all.flatMap((told) => ('hold' in told && told.sujet === sujet ? [told.hold] : []));
  const [shelved, expired] = [holds('disponible'), holds('expiree')];
  return [
    ...(loans.length > 0 ? [loansSection(loans, day)] : []),
    ...(shelved.length > 0 ? [shelfSection(shelved)] : []),
    ...(expired.length > 0 ? [expirySection(expired)] : []),
  ];
}

/** Names the person of whom a section speaks, for the responsible person who reads it. */
const about = ({ prenom, nom }: Person, intro: string): string =>
  `Pour ${prenom} ${nom}, ${intro.charAt(0).toLowerCase()}${intro.slice(1)}`;

/**
 * Writes one message about all the news for one person.
 * @param to the person, or the one who answers for them
 */
export function noticeMail(to: Addressee, person: Person, taken: readonly TakenUp[], day: string): Mail {
  const news = sectionsOf(
    taken.map(({ told }) => told),
    day,
  );
  const sections =
    person.email === null ? news.map((section) => ({ ...section, intro: about(person, section.intro) })) : news;
  const greeting = `Bonjour ${to.prenom} ${to.nom},`;
  return {
    to: to.email,
    subject: `Bibliothèque : ${sections.map(({ subject }) => subject).join(', ')}`,
    text: plainText(greeting, sections),
    html: html(greeting, sections),
  };
}
