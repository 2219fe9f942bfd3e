import * as z from 'zod/mini';
import { openDayFrom } from '../../lib/policy/calendar.ts';
import { type Calendar, NAME, type Policy } from '../../lib/policy/policy.ts';
import { distinct, euros, list, mend, part, span, whole, word, yesNo } from './fields.ts';

/** The shape of politique.yml, and how it becomes the policy that the program knows. */

const DAYS = 3650;
const MANY = 1000;
const ANY = '*';

const isName = (value: unknown): value is string => typeof value === 'string' && NAME.test(value);
const NAMED = 'un nom en minuscules : une lettre, puis des lettres, chiffres, « _ » ou « - », 30 au plus';

const category = part({ emprunts: whole(0, MANY), reservations: whole(0, MANY), dette: euros(0) });
const categories = z
  .record(z.string(), category, { error: mend('une ligne pour chaque catégorie') })
  .check(z.refine((found) => Object.keys(found).length > 0, { error: 'il faut une catégorie au moins' }));

const types = distinct(z.string({ error: mend(NAMED) }).check(z.regex(NAME, { error: mend(NAMED) }))).check(
  z.refine((found) => found.length > 0, { error: 'il faut un type au moins' }),
);

const rule = part({
  jours: whole(1, DAYS),
  emprunts: z.optional(whole(0, MANY)),
  prolongations: whole(0, MANY),
  jours_par_prolongation: whole(1, DAYS),
  amende_par_jour: euros(0),
  amende_maximale: euros(0),
  empruntable: yesNo,
  reservable: yesNo,
});
const regles = z.record(z.string(), rule, { error: mend('une règle pour "*/*" au moins') });

const weekday = word({ dimanche: 0, lundi: 1, mardi: 2, mercredi: 3, jeudi: 4, vendredi: 5, samedi: 6 });

const calendrier = z
  .pipe(
    part({
      jours_fermes: list(weekday),
      jours_feries: yesNo,
      alsace_moselle: yesNo,
      fermetures: list(span),
      ouvertures: list(span),
      jours_de_retard: word({ tous: 'tous', ouverts: 'ouverts' } as const),
    }),
    z.transform(({ jours_fermes, jours_feries, alsace_moselle, fermetures, ouvertures, jours_de_retard }) => ({
      isLocalOnly: alsace_moselle && !jours_feries,
      lateDays: jours_de_retard,
      calendar: {
        jours_fermes,
        jours_feries: !jours_feries ? 'aucun' : alsace_moselle ? 'alsace-moselle' : 'france',
        fermetures,
        ouvertures,
      } satisfies Calendar,
    })),
  )
  .check(
    z.refine(({ isLocalOnly }) => !isLocalOnly, {
      path: ['alsace_moselle'],
      error: 'ces deux jours s’ajoutent aux jours fériés : écrivez aussi « jours_feries: oui »',
    }),
    z.refine(({ calendar }) => new Set(calendar.jours_fermes).size < 7, {
      path: ['jours_fermes'],
      error: 'aucun jour de la semaine n’est ouvert',
    }),
    z.check<{ calendar: Calendar }>(({ value: { calendar }, issues }) => {
      if (new Set(calendar.jours_fermes).size === 7) return;
      calendar.fermetures.forEach(([from], n) => {
        if (openDayFrom(calendar, from)) return;
        const message = 'aucun jour n’est ouvert pendant un an à partir d’ici';
        issues.push({ code: 'custom', input: from, path: ['fermetures', n], message });
      });
    }),
  );

const REMINDERS = 10;
const rappels = part({
  jours_avant: distinct(whole(0, 30), REMINDERS),
  jours_apres: distinct(whole(1, 365), REMINDERS),
});

const File = part({
  categories,
  types,
  regles,
  plusieurs_exemplaires_d_un_titre: yesNo,
  calendrier,
  rappels,
  reservations: part({ jours_de_garde: whole(1, DAYS) }),
  perte: part({ montant: euros(0.01) }),
  confidentialite: part({ jours_avant_oubli: whole(0, DAYS) }),
});

/** A fault, and where in the file it is. */
export interface PathFault {
  path: PropertyKey[];
  message: string;
}

/** What is wrong about the names: these are looked at also when something else in the file is wrong. */
function wrongNames(content: unknown): PathFault[] {
  const Names = z.object({
    categories: z.record(z.string(), z.any()),
    types: z.array(z.any()),
    regles: z.record(z.string(), z.any()),
  });
  const { data } = z.safeParse(Names, content);
  if (!data) return [];
  const categoryNames = Object.keys(data.categories);
  return [
    ...categoryNames
      .filter((name) => !isName(name))
      .map((name) => ({ path: ['categories', name], message: `il faut ${NAMED}` })),
    ...Object.keys(data.regles).flatMap((name) => wrongRuleName(name, [ANY, ...categoryNames], [ANY, ...data.types])),
    ...('*/*' in data.regles ? [] : [{ path: ['regles'], message: 'il manque la règle de tout le reste, "*/*"' }]),
  ];
}

function wrongRuleName(name: string, ofMembers: readonly string[], ofBooks: readonly string[]): PathFault[] {
  const path = ['regles', name];
  const [member = '', book = '', ...more] = name.split('/');
  if (!member || !book || more.length > 0)
    return [{ path, message: 'il faut une catégorie, une barre oblique et un type, comme "jeune/dvd" ou "*/dvd"' }];
  return [
    ...(ofMembers.includes(member) ? [] : [{ path, message: `aucune catégorie ne s’appelle « ${member} »` }]),
    ...(ofBooks.includes(book) ? [] : [{ path, message: `aucun type ne s’appelle « ${book} »` }]),
  ];
}

/** Makes the policy of what the file says. */
export function policyOf(content: unknown): { policy: Policy | undefined; faults: PathFault[] } {
  const { data, error } = z.safeParse(File, content);
  const faults = [
    ...(error?.issues ?? []).flatMap((issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => ({ path: [...issue.path, key], message: issue.message }))
        : { path: issue.path, message: issue.message },
    ),
    ...wrongNames(content),
  ];
  return { policy: data && compile(data), faults };
}

const compile = (file: z.output<typeof File>): Policy => ({
  categories: Object.entries(file.categories).map(([name, { emprunts, reservations, dette }]) => ({
    name,
    loans: emprunts,
    holds: reservations,
    debt: dette,
  })),
  types: file.types,
  rules: Object.entries(file.regles).map(([name, of]) => ({
    name,
    loanDays: of.jours,
    maxLoans: of.emprunts ?? null,
    renewals: of.prolongations,
    renewalDays: of.jours_par_prolongation,
    feePerDay: of.amende_par_jour,
    feeMax: of.amende_maximale,
    mayBeLent: of.empruntable,
    mayBeHeld: of.reservable,
  })),
  mayRepeatTitle: file.plusieurs_exemplaires_d_un_titre,
  calendar: file.calendrier.calendar,
  lateDays: file.calendrier.lateDays,
  reminders: [...file.rappels.jours_avant.map((days) => 0 - days), ...file.rappels.jours_apres].sort((a, b) => a - b),
  shelfDays: file.reservations.jours_de_garde,
  lossFee: file.perte.montant,
  keptDays: file.confidentialite.jours_avant_oubli,
});
