import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { parsePolicy, readPolicy } from '../../../dev/politique/read.ts';

/** politique.yml as a librarian changes it: what ships, and every fault told by its line. */

const FILE = new URL('../../../politique.yml', import.meta.url);
const LINES = readFileSync(FILE, 'utf8').split('\n');

/** The number of the first line that begins so, its indentation apart, after another one. */
function lineOf(start: string, after = 0): number {
  const at = LINES.findIndex((line, n) => n >= after && line.trimStart().startsWith(start));
  if (at < 0) throw new Error(`no line begins with ${start}`);
  return at + 1;
}

/** The file with one line written otherwise; its indentation stays. */
function withLine(line: number, written: string): string {
  const lines = [...LINES];
  const [indentation = ''] = /^ */.exec(lines[line - 1] as string) ?? [];
  lines[line - 1] = written === '' ? '' : indentation + written;
  return lines.join('\n');
}

const told = (text: string): string[] => parsePolicy(text).faults.map(({ line, message }) => `${line} : ${message}`);

test('the file that ships is the policy of the library', () => {
  const policy = readPolicy();
  expect(policy.categories.map(({ name, ...limits }) => [name, ...Object.values(limits)])).toEqual([
    ['adulte', 5, 3, 0],
    ['jeune', 8, 3, 0],
    ['collectivite', 30, 10, 0],
  ]);
  expect(policy.rules.map((rule) => Object.values(rule))).toEqual([
    ['*/*', 21, null, 2, 21, 20, 1000, true, true],
    ['*/dvd', 7, 2, 1, 7, 20, 1000, true, true],
  ]);
  expect(policy).toMatchObject({
    types: ['livre', 'bd', 'revue', 'dvd'],
    mayRepeatTitle: false,
    calendar: { jours_fermes: [0], jours_feries: 'france', fermetures: [], ouvertures: [] },
    lateDays: 'tous',
    reminders: [-2, 1, 7, 14, 30],
    shelfDays: 7,
    lossFee: 2500,
    keptDays: 120,
  });
});

test('every line of the file that ships says in a comment what it is for', () => {
  const bare = LINES.filter((line, n) => line.trim() && !line.includes('#') && !LINES[n - 1]?.startsWith('#'));
  expect(bare).toEqual([]);
});

test('a policy uses every kind of line', () => {
  const text = LINES.join('\n')
    .replace(
      'fermetures: []',
      'fermetures: [{ nom: Été, du: 2027-08-02, au: 2027-08-15 }, { nom: Pont, du: 2027-05-07 }]',
    )
    .replace('ouvertures: []', 'ouvertures:\n    - nom: Braderie\n      du: 2027-09-05')
    .replace('alsace_moselle: non', 'alsace_moselle: oui')
    .replace('jours_de_retard: tous', 'jours_de_retard: ouverts')
    .replace('jours_avant: [2]', 'jours_avant: [0, 5]')
    .replace('jours_apres: [1, 7, 14, 30]', 'jours_apres:\n    - 10\n    - 3')
    .replace('    dette: 0 ', '    dette: 12.5 ')
    .replace('_titre: non', '_titre: oui');
  expect(parsePolicy(text)).toMatchObject({
    faults: [],
    policy: {
      categories: [{ debt: 1250 }, { debt: 0 }, { debt: 0 }],
      mayRepeatTitle: true,
      lateDays: 'ouverts',
      reminders: [-5, 0, 3, 10],
      calendar: {
        jours_feries: 'alsace-moselle',
        fermetures: [
          ['2027-08-02', '2027-08-15'],
          ['2027-05-07', '2027-05-07'],
        ],
        ouvertures: [['2027-09-05', '2027-09-05']],
      },
    },
  });
});

const RULES = lineOf('regles:');
const ALL = lineOf('"*/*":');
const DVD = lineOf('"*/dvd":');
const CALENDAR = lineOf('calendrier:');
const [FEE, DAYS] = [lineOf('amende_par_jour:'), lineOf('jours:', RULES)];
const CLOSURES = lineOf('fermetures:');
const [BEFORE, AFTER] = [lineOf('jours_avant:'), lineOf('jours_apres:')];

const whole = (path: string, value: string) => `${path} : « ${value} » : il faut un nombre entier, de 1 à 3650`;
const before = (fault: string) => `rappels : jours_avant : ${fault} : il faut un nombre entier, de 0 à 30`;
const after = (fault: string) => `rappels : jours_apres : ${fault} : il faut un nombre entier, de 1 à 365`;
const DAILY = Array.from({ length: 11 }, (_, n) => n + 1).join();
const closed = (du: string, au: string) => `fermetures: [{ nom: Été, du: ${du}, au: ${au} }]`;

test.each([
  [
    'Excel’s comma',
    FEE,
    'amende_par_jour: 0,20',
    'regles : */* : amende_par_jour : « 0,20 » : les décimales s’écrivent après un point, 0.20',
  ],
  ['a decimal comma in what has no decimals', DAYS, 'jours: 2,5', whole('regles : */* : jours', '2,5')],
  [
    'an amount below zero',
    FEE,
    'amende_par_jour: -0.2',
    'regles : */* : amende_par_jour : « -0.2 » : il faut une somme en euros, de 0 à 1000, avec deux décimales au plus',
  ],
  [
    'a third decimal',
    FEE,
    'amende_par_jour: 0.205',
    'regles : */* : amende_par_jour : « 0.205 » : il faut une somme en euros, de 0 à 1000, avec deux décimales au plus',
  ],
  ['a number below zero', DAYS, 'jours: -1', whole('regles : */* : jours', '-1')],
  ['no days at all', DAYS, 'jours: 0', whole('regles : */* : jours', '0')],
  ['a number that is not whole', DAYS, 'jours: 1.5', whole('regles : */* : jours', '1.5')],
  ['a number in quotation marks', DAYS, 'jours: "21"', whole('regles : */* : jours', '21')],
  [
    'a number without end',
    DAYS,
    'jours: .inf',
    'regles : */* : jours : « null » : il faut un nombre entier, de 1 à 3650',
  ],
  ['no space after the colon', DAYS, 'jours:21', 'il manque une espace après les deux-points'],
  ['a tab', DAYS, '\tjours: 21', 'la ligne commence par une tabulation : décalez-la par des espaces'],
  [
    'a name that is written twice',
    DAYS,
    'prolongations: 2',
    'ce nom est écrit deux fois : gardez une seule des deux lignes',
    DAYS + 1,
  ],
  ['two rules for one pair', DVD, '"*/*":', 'ce nom est écrit deux fois : gardez une seule des deux lignes'],
  [
    'a category that is not there',
    DVD,
    'senior/dvd:',
    'regles : senior/dvd : aucune catégorie ne s’appelle « senior »',
  ],
  ['a type that is not there', DVD, 'jeune/cd:', 'regles : jeune/cd : aucun type ne s’appelle « cd »'],
  [
    'a rule that names one thing',
    DVD,
    'dvd:',
    'regles : dvd : il faut une catégorie, une barre oblique et un type, comme "jeune/dvd" ou "*/dvd"',
  ],
  [
    'a star without quotation marks',
    DVD,
    '*/dvd:',
    'ce qui commence par une étoile s’écrit entre guillemets, comme "*/*"',
  ],
  ['a rule for all that is missing', ALL, '"jeune/*":', 'regles : il manque la règle de tout le reste, "*/*"', RULES],
  ['a line that is not known', FEE, 'amende: 0.20', 'regles : */* : amende : ce nom n’est pas connu ici'],
  [
    'true for oui',
    lineOf('empruntable:'),
    'empruntable: true',
    'regles : */* : empruntable : « true » : il faut oui ou non',
  ],
  [
    'a day of no week',
    lineOf('- dimanche'),
    '- domingo',
    'calendrier : jours_fermes : 0 : « domingo » : il faut dimanche ou lundi ou mardi ou mercredi ou jeudi ou vendredi ou samedi',
  ],
  [
    'no open day in a year',
    CLOSURES,
    closed('2027-01-01', '2027-12-31'),
    'calendrier : fermetures : 0 : aucun jour n’est ouvert pendant un an à partir d’ici',
  ],
  [
    'a date that does not exist',
    CLOSURES,
    closed('2027-02-30', '2027-03-01'),
    'calendrier : fermetures : 0 : du : « 2027-02-30 » : il faut une date qui existe, comme 2027-08-15',
  ],
  [
    'a last day before the first',
    CLOSURES,
    closed('2027-02-20', '2027-02-19'),
    'calendrier : fermetures : 0 : au : le dernier jour (au) vient avant le premier (du)',
  ],
  [
    'a closure without a name',
    CLOSURES,
    'fermetures: [{ du: 2027-02-20 }]',
    'calendrier : fermetures : 0 : nom : cette ligne manque',
  ],
  [
    'a date where a list is wanted',
    CLOSURES,
    'fermetures: 2027-02-20',
    'calendrier : fermetures : « 2027-02-20 » : il faut une liste, comme [] ou des lignes qui commencent par un tiret',
  ],
  ['a reminder after that is on the due date', AFTER, 'jours_apres: [0, 1]', after('0 : « 0 »')],
  ['a reminder on half a day', AFTER, 'jours_apres: [1, 7.5]', after('1 : « 7.5 »')],
  ['a reminder long before', BEFORE, 'jours_avant: [2, 31]', before('1 : « 31 »')],
  ['a reminder before with a minus sign', BEFORE, 'jours_avant: [-2]', before('0 : « -2 »')],
  ['a reminder twice', AFTER, 'jours_apres: [7, 1, 7]', 'rappels : jours_apres : 2 : « 7 » est écrit deux fois'],
  ['more reminders than ten', AFTER, `jours_apres: [${DAILY}]`, 'rappels : jours_apres : 10 éléments au plus'],
  [
    'more closures than a loan can keep',
    CLOSURES,
    `fermetures: [${Array(101).fill('{ nom: Pont, du: 2027-05-07 }').join(', ')}]`,
    'calendrier : fermetures : 100 éléments au plus',
  ],
  [
    'a name in capitals',
    lineOf('jeune:'),
    'Jeune:',
    'categories : Jeune : il faut un nom en minuscules : une lettre, puis des lettres, chiffres, « _ » ou « - », 30 au plus',
  ],
  ['a type twice', lineOf('- bd'), '- livre', 'types : 1 : « livre » est écrit deux fois'],
  [
    'a loss without a price',
    lineOf('montant:'),
    'montant: 0',
    'perte : montant : « 0 » : il faut une somme en euros, de 0.01 à 1000, avec deux décimales au plus',
  ],
])('%s is told by its line', (_, line, written, message, at = line) => {
  expect(told(withLine(line, written))).toContain(`${at} : ${message}`);
});

test('a fault is told alone, however much of the file it makes unreadable', () => {
  for (const [line, written] of [
    [DAYS, 'jours:21'],
    [DAYS, '\tjours: 21'],
    [DVD, '*/dvd:'],
    [CLOSURES, 'fermetures: ['],
    [DAYS, ' jours: 21'],
    [DAYS, 'jours: "21'],
  ] as const) {
    const faults = parsePolicy(withLine(line, written)).faults;
    expect([written, faults.length]).toEqual([written, 1]);
    expect(faults[0]?.line).toBeGreaterThanOrEqual(line);
  }
});

test('a library may write no reminders', () => {
  const text = withLine(BEFORE, 'jours_avant: []').replace('jours_apres: [1, 7, 14, 30]', 'jours_apres: []');
  expect(parsePolicy(text)).toMatchObject({ faults: [], policy: { reminders: [] } });
});

test('a week without an open day is refused', () => {
  const days = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'].map((name) => `\n    - ${name}`);
  expect(told(LINES.join('\n').replace('- dimanche', `- dimanche${days.join('')}`))).toEqual([
    `${lineOf('jours_fermes:')} : calendrier : jours_fermes : aucun jour de la semaine n’est ouvert`,
  ]);
});

test('the two days of Alsace and Moselle are refused without the other holidays', () => {
  const text = LINES.join('\n')
    .replace('jours_feries: oui', 'jours_feries: non')
    .replace('moselle: non', 'moselle: oui');
  expect(told(text)).toEqual([
    expect.stringMatching(`^${lineOf('alsace_moselle:')} : calendrier : alsace_moselle : .*« jours_feries: oui »$`),
  ]);
});

test('all faults are told at once, in the order of their lines', () => {
  const text = withLine(FEE, 'amende_par_jour: 0,20')
    .replace('    emprunts: 5 ', '    emprunts: beaucoup ')
    .replace('"*/dvd":', 'jeune/cd:')
    .replace('ouvertures: []', 'ouvertures: [{ nom: Nuit, du: 2027-13-01 }]')
    .replace('jours_de_garde: 7', 'jours_de_garde: 0');
  expect(parsePolicy(text).faults.map(({ line }) => line)).toEqual([
    lineOf('emprunts:'),
    FEE,
    DVD,
    lineOf('ouvertures:', CALENDAR),
    lineOf('jours_de_garde:'),
  ]);
});

test('an empty file is told what it must have', () => {
  expect(told('')).toEqual([expect.stringContaining('1 : « null » : il faut les lignes categories, types, regles')]);
});

test('a file that is not there is refused by its name', () => {
  expect(() => readPolicy('/nulle/part.yml')).toThrow('il n’y a pas de fichier /nulle/part.yml');
});
