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

const DVD = lineOf('"*/dvd":');
const CALENDAR = lineOf('calendrier:');
const [FEE, DAYS] = [lineOf('amende_par_jour:'), lineOf('jours:')];
const CLOSURES = lineOf('fermetures:');
const BEFORE = lineOf('jours_avant:');

/**
 * The beginning of a line, what is written in its place, and the fault that is told of it; or of the line that begins as
 * is said behind that.
 */
const FAULTS = `
amende_par_jour: → amende_par_jour: 0,20
  regles : */* : amende_par_jour : « 0,20 » : les décimales s’écrivent après un point, 0.20
jours: → jours: 2,5
  regles : */* : jours : « 2,5 » : il faut un nombre entier, de 1 à 3650
amende_par_jour: → amende_par_jour: -0.2
  regles : */* : amende_par_jour : « -0.2 » : il faut une somme en euros, de 0 à 1000, avec deux décimales au plus
amende_par_jour: → amende_par_jour: 0.205
  regles : */* : amende_par_jour : « 0.205 » : il faut une somme en euros, de 0 à 1000, avec deux décimales au plus
jours: → jours: -1
  regles : */* : jours : « -1 » : il faut un nombre entier, de 1 à 3650
jours: → jours: 0
  regles : */* : jours : « 0 » : il faut un nombre entier, de 1 à 3650
jours: → jours: 1.5
  regles : */* : jours : « 1.5 » : il faut un nombre entier, de 1 à 3650
jours: → jours: "21"
  regles : */* : jours : « 21 » : il faut un nombre entier, de 1 à 3650
jours: → jours: .inf
  regles : */* : jours : « null » : il faut un nombre entier, de 1 à 3650
jours: → jours:21
  il manque une espace après les deux-points
jours: → \tjours: 21
  la ligne commence par une tabulation : décalez-la par des espaces
jours: → prolongations: 2 → prolongations:
  ce nom est écrit deux fois : gardez une seule des deux lignes
"*/dvd": → "*/*":
  ce nom est écrit deux fois : gardez une seule des deux lignes
"*/dvd": → senior/dvd:
  regles : senior/dvd : aucune catégorie ne s’appelle « senior »
"*/dvd": → jeune/cd:
  regles : jeune/cd : aucun type ne s’appelle « cd »
"*/dvd": → dvd:
  regles : dvd : il faut une catégorie, une barre oblique et un type, comme "jeune/dvd" ou "*/dvd"
"*/dvd": → */dvd:
  ce qui commence par une étoile s’écrit entre guillemets, comme "*/*"
"*/*": → "jeune/*": → regles:
  regles : il manque la règle de tout le reste, "*/*"
amende_par_jour: → amende: 0.20
  regles : */* : amende : ce nom n’est pas connu ici
empruntable: → empruntable: true
  regles : */* : empruntable : « true » : il faut oui ou non
- dimanche → - domingo
  calendrier : jours_fermes : 0 : « domingo » : il faut dimanche ou lundi ou mardi ou mercredi ou…
fermetures: → fermetures: [{ nom: Été, du: 2027-01-01, au: 2027-12-31 }]
  calendrier : fermetures : 0 : aucun jour n’est ouvert pendant un an à partir d’ici
fermetures: → fermetures: [{ nom: Été, du: 2027-02-30, au: 2027-03-01 }]
  calendrier : fermetures : 0 : du : « 2027-02-30 » : il faut une date qui existe, comme 2027-08-15
fermetures: → fermetures: [{ nom: Été, du: 2027-02-20, au: 2027-02-19 }]
  calendrier : fermetures : 0 : au : le dernier jour (au) vient avant le premier (du)
fermetures: → fermetures: [{ du: 2027-02-20 }]
  calendrier : fermetures : 0 : nom : cette ligne manque
fermetures: → fermetures: 2027-02-20
  calendrier : fermetures : « 2027-02-20 » : il faut une liste, comme [] ou des lignes qui commencent par un tiret
jours_apres: → jours_apres: [0, 1]
  rappels : jours_apres : 0 : « 0 » : il faut un nombre entier, de 1 à 365
jours_apres: → jours_apres: [1, 7.5]
  rappels : jours_apres : 1 : « 7.5 » : il faut un nombre entier, de 1 à 365
jours_avant: → jours_avant: [2, 31]
  rappels : jours_avant : 1 : « 31 » : il faut un nombre entier, de 0 à 30
jours_avant: → jours_avant: [-2]
  rappels : jours_avant : 0 : « -2 » : il faut un nombre entier, de 0 à 30
jours_apres: → jours_apres: [7, 1, 7]
  rappels : jours_apres : 2 : « 7 » est écrit deux fois
jours_apres: → jours_apres: [1,2,3,4,5,6,7,8,9,10,11]
  rappels : jours_apres : 10 éléments au plus
jeune: → Jeune:
  categories : Jeune : il faut un nom en minuscules : une lettre, puis des lettres, chiffres, « _ » ou « - », 30 au plus
- bd → - livre
  types : 1 : « livre » est écrit deux fois
montant: → montant: 0
  perte : montant : « 0 » : il faut une somme en euros, de 0.01 à 1000, avec deux décimales au plus
`;
const FAULTY = FAULTS.trim()
  .split(/\n(?! )/)
  .map((row) => {
    const [changed = '', message = ''] = row.split('\n  ');
    const [start = '', written = '', at = start] = changed.split(' → ');
    return { start, written, at, message };
  });

test.each(FAULTY)('$written is told by its line', ({ start, written, at, message }) => {
  const [wanted, rest] = `${lineOf(at)} : ${message}`.split('…');
  const found = told(withLine(lineOf(start), written));
  expect(rest === undefined ? found : found.map((one) => one.slice(0, wanted?.length))).toContain(wanted);
});

test('more closures than a loan can keep are refused', () => {
  const closures = Array(101).fill('{ nom: Pont, du: 2027-05-07 }').join(', ');
  expect(told(withLine(CLOSURES, `fermetures: [${closures}]`))).toContain(
    `${CLOSURES} : calendrier : fermetures : 100 éléments au plus`,
  );
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
