import { isLate, lateness } from '../policy/lateness.ts';
import type { Calendar } from '../policy/policy.ts';
import { lazy } from '../runtime/lazy.ts';
import { toEuros } from '../values/money.ts';
import { plural } from '../values/plural.ts';
import type { HoldNews } from './hold.ts';
import { html, type Item, plainText, type Section } from './layout.ts';
import type { Mail } from './mail.ts';
import type { TakenUp, Told } from './news.ts';
import type { Addressee } from './peers.ts';
import type { LoanRecord } from './record.ts';

const longDate = lazy(() => new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'UTC' }));
const euros = lazy(() => new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR' }));

/** A person with their own address, if they have any. */
type Person = Omit<Addressee, 'email'> & { email: string | null };

/** Until when a book may be kept, and for a late one the delay and what its return would cost today. */
function loanItem(loan: LoanRecord, day: string, calendar: Calendar): Item {
  const { titre, date_echeance } = loan;
  const { days, fee } = lateness(loan, day, calendar);
  return {
    titre,
    when: `à rendre le ${longDate().format(new Date(date_echeance))}`,
    late:
      days > 0
        ? `${plural(days, 'jour')} de retard, ${euros().format(toEuros(fee))} de pénalité si vous le rendez aujourd’hui`
        : undefined,
  };
}

/** A section, and what the subject of the mail says of it. */
interface News extends Section {
  subject: string;
}

/** @param whose names the person, when the message goes to the one who answers for them */
function loansSection(loans: LoanRecord[], whose: string, day: string, calendar: Calendar): News {
  const late = loans.filter(({ date_echeance }) => isLate(date_echeance, day)).length;
  const books = `les livres${whose}`;
  return {
    subject: late > 0 ? `${plural(late, 'livre')} en retard` : `${plural(loans.length, 'livre')} à rendre bientôt`,
    intro: late > 0 ? `Voici ${books} que nous attendons :` : `Voici ${books} à rendre bientôt :`,
    items: loans.map((loan) => loanItem(loan, day, calendar)),
    ending: 'Vous pouvez les rendre à l’accueil, ou prolonger ceux qui ne sont pas en retard.',
  };
}

type ToldHold = Extract<Told, { hold: object }>['hold'];

const holdItem = ({ titre, date_limite }: ToldHold): Item => ({
  titre,
  when: `jusqu’au ${longDate().format(new Date(date_limite))}`,
});

function shelfSection(holds: ToldHold[], whose: string): News {
  const many = holds.length > 1;
  return {
    subject: `${plural(holds.length, 'livre')} réservé${many ? 's' : ''} à retirer`,
    intro: `Ces livres réservés${whose} sont mis de côté à l’accueil :`,
    items: holds.map(holdItem),
    ending: 'Passé ce jour, chacun va à la personne suivante.',
  };
}

function expirySection(holds: ToldHold[], whose: string): News {
  const many = holds.length > 1;
  return {
    subject: `${plural(holds.length, 'réservation')} expirée${many ? 's' : ''}`,
    intro: `Ces livres réservés${whose} n’ont pas été retirés à temps, et leur réservation est terminée :`,
    items: holds.map(holdItem),
    ending: 'Vous pouvez les réserver de nouveau.',
  };
}

/** Lists the kinds of news that there are, the most pressing first. */
function sectionsOf(all: readonly Told[], whose: string, day: string, calendar: Calendar): News[] {
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
  return {
    to: to.email,
    subject: `Bibliothèque : ${sections.map(({ subject }) => subject).join(', ')}`,
    text: plainText(greeting, sections),
    html: html(greeting, sections),
  };
}
