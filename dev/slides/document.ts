import type { Facts } from './facts.ts';
import { begin, type Said } from './kit/page.ts';
import { packed } from './package.ts';
import * as annex from './pages/annex.ts';
import * as closing from './pages/closing.ts';
import * as data from './pages/data.ts';
import * as opening from './pages/opening.ts';
import * as running from './pages/running.ts';
import * as services from './pages/services.ts';
import { balance, next, questions } from './texts/closing.ts';
import { dynamo, mcd, mld } from './texts/data.ts';
import { functions, plan, problem, uses } from './texts/opening.ts';
import { communication, demonstration, failures, inbox } from './texts/running.ts';
import { architecture, books, loans, penalties, users } from './texts/services.ts';

/** How many pages come before the first part: the cover and the plan. */
const BEFORE = 2;

/** What the pages of each part say, in their order. */
const partsOf = (facts: Facts): Said[][] => [
  [functions(facts), uses, problem],
  [architecture(facts), users(facts), penalties(facts), books(facts), loans(facts)],
  [mcd, mld, dynamo],
  [communication, failures(facts)],
  [demonstration(facts), inbox(facts), balance(facts), next, questions],
];

/** Draws every page. @returns the bytes of a `.pptx`, always the same for the same sources */
export async function presentation(facts: Facts): Promise<Uint8Array> {
  const pptx = begin();
  const parts = partsOf(facts);
  opening.cover(pptx);
  opening.plan(
    pptx,
    parts.map((pages, i) => {
      const first = BEFORE + parts.slice(0, i).flat().length + 1;
      return { first, last: first + pages.length - 1, seconds: pages.reduce((all, { seconds }) => all + seconds, 0) };
    }),
  );
  if (parts.length !== plan.parts.length) throw new Error('The plan does not name every part.');
  opening.functions(pptx, facts);
  opening.uses(pptx);
  opening.problem(pptx);
  services.architecture(pptx, facts);
  services.users(pptx, facts);
  services.penalties(pptx, facts);
  services.books(pptx, facts);
  services.loans(pptx, facts);
  data.mcd(pptx);
  data.mld(pptx);
  data.dynamo(pptx);
  running.communication(pptx);
  running.failures(pptx, facts);
  running.demonstration(pptx, facts);
  running.inbox(pptx, facts);
  closing.balance(pptx, facts);
  closing.next(pptx);
  closing.questions(pptx);
  annex.costs(pptx, facts);
  annex.memory(pptx, facts);
  annex.rates(pptx, facts);
  return packed((await pptx.write({ outputType: 'uint8array' })) as Uint8Array);
}
