import fc from 'fast-check';
import { everyTest } from '../../support/every-test.ts';
import { bookStep, changeStep, changes, deleteBookStep, newBody } from './model/book-steps.ts';
import { lendStep, loseStep, renewStep, returnStep, scanStep } from './model/loan-steps.ts';
import { MEANS, oweStep, payStep, strikeStep, unpaidStep, waiveStep } from './model/money-steps.ts';
import {
  daysStep,
  deletePersonStep,
  forgetStep,
  noticesStep,
  personStep,
  readStep,
  reconcileStep,
} from './model/other-steps.ts';
import { cutOff, type Kind, plays } from './model/play.ts';

/** The whole library, with time that goes by and a reconciler that comes when it comes. */

everyTest({ mails: true });

const which = fc.nat(5);
const cut = cutOff(8);
const moneyCut = cutOff(3);
const days = fc.constantFrom(1, 2, 5, 7, 14, 19, 21, 22, 30);

const cents = fc.integer({ min: 1, max: 500 });
const debt = fc.tuple(which, which);
const share = fc.oneof(cents, fc.constant('all' as const));
const means = fc.constantFrom(...MEANS);

/** The kinds of steps, each as often as is said, so that most of what happens is lending. */
const KINDS: Kind[] = [
  [8, fc.tuple(which, which, cut, fc.boolean()).map((args) => lendStep(...args))],
  [4, fc.tuple(which, cut).map((args) => returnStep(...args))],
  [4, fc.tuple(which, cut).map((args) => renewStep(...args))],
  [1, fc.tuple(which, fc.option(fc.integer({ min: 1, max: 100_000 })), cut).map((args) => loseStep(...args))],
  [3, fc.tuple(which, cut).map((args) => scanStep(...args))],
  [3, days.map(daysStep)],
  [2, cut.map(reconcileStep)],
  [2, fc.constant(null).map(noticesStep)],
  [2, fc.constant(null).map(forgetStep)],
  [2, fc.tuple(which, which).map((args) => readStep(...args))],
  [2, fc.constant(null).map(personStep)],
  [2, newBody.map(bookStep)],
  [4, fc.tuple(which, changes).map((args) => changeStep(...args))],
  [1, which.map(deleteBookStep)],
];

/** What people owe and pay comes up too rarely among all that, and so is tried by itself as well. */
const MONEY: Kind[] = [
  [2, fc.tuple(which, cents, moneyCut).map((args) => oweStep(...args))],
  [3, fc.tuple(debt, share, means, moneyCut).map((args) => payStep(...args))],
  [2, fc.tuple(debt, which, moneyCut).map((args) => strikeStep(...args))],
  [1, fc.tuple(debt, fc.boolean(), moneyCut).map((args) => waiveStep(...args))],
  [1, fc.integer({ min: 1, max: 5 }).map(unpaidStep)],
  [1, which.map(deletePersonStep)],
];

const PEOPLE = [personStep(), personStep()];
const BOOKS = ['livre', 'bd', 'dvd', 'dvd', 'dvd'].map((type, n) =>
  bookStep({ titre: 'Le Petit Prince', auteur: 'Saint-Exupéry', exemplaires: 1 + (n % 2), type }),
);

plays('calls', [...KINDS, ...MONEY], [...PEOPLE, ...BOOKS]);
plays('payments, strikes, waivers and refunds', MONEY, [...PEOPLE, oweStep(0, 300, null), oweStep(1, 500, null)]);
