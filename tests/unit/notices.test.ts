import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import * as z from 'zod/mini';
import { noticeMail } from '../../lib/loans/notices/message.ts';
import type { TakenUp, Told } from '../../lib/loans/notices/news.ts';
import { stepDue } from '../../lib/loans/notices/steps.ts';
import type { Borrowed } from '../../lib/loans/record.ts';
import { Step } from '../../lib/loans/schema.ts';
import { policy } from '../../lib/runtime/policy.ts';
import { dayAfter } from '../support/clock.ts';

const TODAY = '2026-11-22';

/** A loan that is out and due so many days from today. */
const dueIn = (days: number, titre = 'L’Étranger'): Borrowed => ({
  id: '3f0c9c1e-8a55-4d0a-9a53-0123456789ab',
  utilisateur_id: '8d7b6f10-4c8e-4e0b-9f6a-0123456789ab',
  livre_id: 'a5b7f772-2ade-47cf-bbe7-0123456789ab',
  exemplaire_id: 'c1d7a0d4-6f0e-4b5c-9a53-0123456789ab',
  code_barres: 'BM000001',
  titre,
  type: 'livre',
  regle: '*/*',
  conditions: {
    prolongations: 2,
    jours_par_prolongation: 21,
    amende_par_jour: 20,
    amende_maximale: 1000,
    jours_de_retard: 'tous',
  },
  date_emprunt: '2026-11-01',
  date_echeance: dayAfter(TODAY, days),
  date_retour: null,
  fin: null,
  statut: 'en_cours',
  prolongations: 0,
  penalite: null,
  amende: null,
  notices: [],
  transit: null,
});

const on = (days: number, loan = dueIn(0), reminders = policy.reminders) =>
  stepDue(loan, dayAfter(TODAY, days), reminders);

test.each([
  [undefined, [-22, -3]],
  ['J-2', [-2, 0]],
  ['J+1', [1, 6]],
  ['J+7', [7, 13]],
  ['J+14', [14, 29]],
  ['J+30', [30, 400]],
])('the step is %s from and to these days after the due date: %j', (step, days) => {
  expect(days.map((day) => on(day))).toEqual([step, step]);
  for (const statut of ['rendu', 'en_attente'] as const)
    expect(days.map((day) => on(day, { ...dueIn(0), statut }))).toEqual([undefined, undefined]);
});

const reminders = fc
  .uniqueArray(fc.integer({ min: -30, max: 365 }), { maxLength: 20 })
  .map((days) => days.toSorted((a, b) => a - b));
/** The days of the runs, each with the policy of its day: most follow the one before. */
const runs = fc
  .tuple(
    fc.array(reminders, { minLength: 1, maxLength: 3 }),
    fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.nat(9))),
  )
  .map(([policies, all]) => {
    let days = -45;
    let at = 0;
    return all.map(([later, change]) => {
      days += later;
      if (change === 0) at = (at + 1) % policies.length;
      return { days, reminders: policies[at] as number[] };
    });
  });

test('each step comes once and none before one that was written about, whichever days the job runs on and under whichever policies', () => {
  fc.assert(
    fc.property(runs, (all) => {
      const loan = dueIn(0);
      const expected: string[] = [];
      let written = Number.NEGATIVE_INFINITY;
      for (const { days, reminders } of all) {
        const latest = Math.max(Number.NEGATIVE_INFINITY, ...reminders.filter((one) => one <= days));
        if (latest > written) {
          written = latest;
          expected.push(latest > 0 ? `J+${latest}` : `J-${-latest}`);
        }
        const etape = on(days, loan, reminders);
        if (etape) loan.notices.push({ etape, echeance: TODAY, etat: 'en_envoi', date_envoi: TODAY, passage: '' });
      }
      expect(loan.notices.map(({ etape }) => etape)).toEqual(expected);
      for (const etape of expected) expect(z.safeParse(Step, etape).success).toBe(true);
      // A new due date arms every step anew.
      expect(on(400 + 1, { ...loan, date_echeance: dayAfter(TODAY, 400) })).toBe('J+1');
    }),
    { numRuns: 1_000 },
  );
});

test.each(['J+0', 'J-', 'J-01', 'J+01', 'J-100', 'J+1000', 'J7', 'j+7', 'J+7 '])(
  '%j is the name of no step',
  (name) => {
    expect(z.safeParse(Step, name).success).toBe(false);
  },
);

const ZOE = { prenom: 'Zoë', nom: 'N’Guyen', email: 'zoe@exemple.fr' };
const taken = (told: Told): TakenUp => ({ id: '', told, record: async () => {} });
const mailAbout = (...loans: Borrowed[]) =>
  noticeMail(
    ZOE,
    ZOE,
    loans.map((loan) => taken({ loan })),
    TODAY,
  );

test.each([
  ['1 livre à rendre bientôt', [2]],
  ['2 livres à rendre bientôt', [2, 1]],
  ['1 livre à rendre aujourd’hui', [0]],
  ['2 livres à rendre bientôt', [0, 2]],
  ['1 livre en retard', [-1]],
  ['2 livres en retard', [-1, -7]],
  ['1 livre en retard', [-1, 2]],
])('the subject of a mail is %s when its loans are due in %j days', (subject, days) => {
  expect(mailAbout(...days.map((each) => dueIn(each))).subject).toBe(`Bibliothèque : ${subject}`);
});

test.each([
  [[2], 'Voici le livre à rendre bientôt :', 'Vous pouvez le rendre à l’accueil, ou le prolonger.'],
  [[2, 1], 'Voici les livres à rendre bientôt :', 'Vous pouvez les rendre à l’accueil, ou les prolonger.'],
  [[-1], 'Voici le livre que nous attendons :', 'Vous pouvez le rendre à l’accueil.'],
  [[-1, -7], 'Voici les livres que nous attendons :', 'Vous pouvez les rendre à l’accueil.'],
  [[-1, 2], 'Voici les livres que nous attendons :', 'ou prolonger ceux qui ne sont pas en retard.'],
])('a mail about loans due in %j days says: %s', (days, intro, ending) => {
  const { text } = mailAbout(...days.map((each) => dueIn(each)));
  expect(text).toContain(intro);
  expect(text).toContain(ending);
});

test('a mail lists each book with its due date, its delay and its cost, the same in plain text and in HTML', () => {
  const treacherous = `<b> & "l'Autre"`;
  const books: [number, string][] = [
    [2, treacherous],
    [0, 'Germinal'],
    [-1, 'Nana'],
    [-8, 'Candide'],
    [-90, 'Zadig'],
  ];
  const { text, html } = mailAbout(...books.map(([days, titre]) => dueIn(days, titre)));
  const lines = text.replaceAll(/[\u00a0\u202f]/g, ' ').match(/(?<=^- ).*/gm) ?? [];
  expect(lines).toEqual([
    `« ${treacherous} », à rendre le 24 novembre 2026`,
    '« Germinal », à rendre le 22 novembre 2026',
    '« Nana », à rendre le 21 novembre 2026 : 1 jour de retard, 0,20 € de pénalité si vous le rendez aujourd’hui',
    '« Candide », à rendre le 14 novembre 2026 : 8 jours de retard, 1,60 € de pénalité si vous le rendez aujourd’hui',
    '« Zadig », à rendre le 24 août 2026 : 90 jours de retard, 10,00 € de pénalité si vous le rendez aujourd’hui',
  ]);
  const escaped = lines.map((line) => line.replace(treacherous, '&#60;b&#62; &#38; &#34;l&#39;Autre&#34;'));
  const items = html.replaceAll(/[\u00a0\u202f]/g, ' ').match(/(?<=<li>).*(?=<\/li>)/g) ?? [];
  expect(items.map(withoutTags)).toEqual(escaped);
});

/** What is read in a piece of HTML, still escaped. */
const withoutTags = (html: string) => html.replaceAll(/<[^>]*>/g, '');

test('a mail says in HTML what it says in plain text, after the name of the library', () => {
  const { text, html } = mailAbout(dueIn(-8, 'Candide'), dueIn(2, 'Germinal'));
  const words = (written: string) => written.match(/[\p{L}\d,]+/gu) ?? [];
  const [name, ...said] = words(withoutTags(html.replaceAll('&#39;', "'")))
    .join(' ')
    .split(/(?<=^Bibliothèque municipale) /);
  expect(name).toBe('Bibliothèque municipale');
  expect(said.join('')).toBe(words(text).join(' ').replace(' Bibliothèque municipale', ''));
});

test('a mail loads nothing, links to nothing, and lets no title or name become HTML', () => {
  const hostile = '<img src=x onerror=alert(1)><a href="https://ailleurs.example">ici</a>\'"&';
  const who = { prenom: hostile, nom: hostile };
  const hold = { id: '', titre: hostile, date_limite: TODAY };
  const told = [{ loan: dueIn(-8, hostile) }, { sujet: 'disponible', hold }, { sujet: 'expiree', hold }] as Told[];
  const { html, text } = noticeMail({ ...ZOE, ...who }, { ...who, email: null }, told.map(taken), TODAY);
  expect(text.split(hostile)).toHaveLength(1 + 2 + 3 * (2 + 1));
  const tags = new Set(html.match(/<[^>]*>/g)?.map((tag) => /^<\/?!?(\w+)/.exec(tag)?.[1]));
  expect([...tags].sort()).toEqual([
    'b',
    'body',
    'div',
    'doctype',
    'h2',
    'head',
    'html',
    'li',
    'meta',
    'p',
    'span',
    'ul',
  ]);
  expect((html.match(/<[^>]*>/g) ?? []).join()).not.toMatch(/https?:|url\(|src|href|onerror/);
});

test('a mail to the person who answers for a borrower without an address says whose books they are', () => {
  const mail = noticeMail(ZOE, { prenom: 'Léo', nom: 'Petit', email: null }, [taken({ loan: dueIn(-1) })], TODAY);
  expect(mail.to).toBe('zoe@exemple.fr');
  expect(mail.text).toContain('Bonjour Zoë N’Guyen,\n\nPour Léo Petit, voici le livre que nous attendons :');
});
