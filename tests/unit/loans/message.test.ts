import { describe, expect, test } from '@jest/globals';
import { noticeMail } from '../../../lib/loans/message.ts';
import type { LoanRecord } from '../../../lib/loans/record.ts';
import { policy } from '../../../lib/runtime/config.ts';
import { addDays } from '../../../lib/values/days.ts';
import { aLoan, TODAY } from './samples.ts';

const ZOE = { prenom: 'Zoë', nom: 'N’Guyen', email: 'zoe@exemple.fr' };

const mailAbout = (...loans: LoanRecord[]) => noticeMail(ZOE, loans, TODAY, policy);
const due = (days: number, titre = 'L’Étranger') => aLoan({ titre, date_echeance: addDays(TODAY, days) });

/** Spaces that keep words together are as good as any. */
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const linesOf = (text: string) =>
  plain(text)
    .split('\n')
    .filter((line) => line.startsWith('- '));

describe('the message', () => {
  test('goes to the person, by name', () => {
    const mail = mailAbout(due(2));
    expect(mail.to).toBe('zoe@exemple.fr');
    for (const text of [mail.text, mail.html]) expect(text).toContain('Bonjour Zoë N’Guyen,');
  });

  test('has a subject in the singular and in the plural, soon due or late', () => {
    expect(mailAbout(due(2)).subject).toBe('Bibliothèque : 1 livre à rendre bientôt');
    expect(mailAbout(due(2), due(1)).subject).toBe('Bibliothèque : 2 livres à rendre bientôt');
    expect(mailAbout(due(-1)).subject).toBe('Bibliothèque : 1 livre en retard');
    expect(mailAbout(due(-1), due(-7)).subject).toBe('Bibliothèque : 2 livres en retard');
    expect(mailAbout(due(-1), due(2)).subject).toBe('Bibliothèque : 1 livre en retard');
  });

  test('lists each book with its due date, and when late how late and what it would cost today', () => {
    expect(
      linesOf(mailAbout(due(2), due(0, 'Germinal'), due(-1, 'Nana'), due(-8, 'Candide'), due(-90, 'Zadig')).text),
    ).toEqual([
      '- « L’Étranger », à rendre le 24 novembre 2026',
      '- « Germinal », à rendre le 22 novembre 2026',
      '- « Nana », à rendre le 21 novembre 2026 : 1 jour de retard, 0,20 € de pénalité si vous le rendez aujourd’hui',
      '- « Candide », à rendre le 14 novembre 2026 : 8 jours de retard, 1,60 € de pénalité si vous le rendez aujourd’hui',
      '- « Zadig », à rendre le 24 août 2026 : 90 jours de retard, 10,00 € de pénalité si vous le rendez aujourd’hui',
    ]);
  });

  test('says the same in plain text and in HTML', () => {
    const { text, html } = mailAbout(due(2), due(-8, 'Candide'));
    const items = [...html.matchAll(/<li>(.*?)<\/li>/g)].map(([, item = '']) => `- ${plain(item)}`);
    expect(items).toEqual(linesOf(text));
    expect(html).toMatch(/^<!doctype html><html lang="fr">/);
  });

  test('keeps what a person may have written out of the HTML’s own', () => {
    const treacherous = `<script>alert("1")</script> & 'Fils'`;
    const { text, html } = noticeMail({ ...ZOE, nom: treacherous }, [due(2, treacherous)], TODAY, policy);
    expect(text).toContain(treacherous);
    expect(html).not.toContain('<script>');
    expect(html).not.toMatch(/&(?!#\d+;)/);
    const escaped = '&#60;script&#62;alert(&#34;1&#34;)&#60;/script&#62; &#38; &#39;Fils&#39;';
    expect(html.split(escaped)).toHaveLength(3);
  });
});
