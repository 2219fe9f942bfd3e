import { globSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { LEFT, REMEDIES } from '../audit/remedies.ts';
import { read, root, rowsOf } from './pages.ts';

/** docs/exploitation.md holds what the code, the template and the figures have. */

const page = read('docs/exploitation.md');

const section = (title: string): string => {
  const start = page.indexOf(`## ${title}\n`);
  const end = page.indexOf('\n## ', start + 1);
  return page.slice(start, end === -1 ? undefined : end);
};

test('each alarm of the template is told there, with what to do', () => {
  const alarms = [...globSync('functions/**/*.yml', { cwd: root.pathname }), 'serverless.yml'].flatMap((file) =>
    Array.from(read(file).matchAll(/^ +(\w+Alarm):$/gm), ([, name]) => name as string),
  );
  const told = rowsOf(section('Ce que chaque alarme demande'))
    .map(([names]) => names)
    .join(' ');
  expect(alarms.length).toBeGreaterThanOrEqual(4);
  expect(alarms.filter((name) => !told.includes(`\`${name}\``))).toEqual([]);
});

test('all that a restore may leave is told there, in the words of the audit', () => {
  const told = rowsOf(section('Restaurer les trois tables à une même seconde'))
    .map(([words]) => words)
    .join(' ');
  expect([...Object.keys(REMEDIES), ...LEFT].filter((words) => !told.includes(`«\u00a0${words}\u00a0»`))).toEqual([]);
});

describe('the cost of a town', () => {
  const number = (cell = ''): number => Number(cell.replaceAll(/[*\s]/g, '').replace(',', '.'));
  const cents = (amount: number): number => Math.round(amount * 100) / 100;
  const rows = rowsOf(section('Ce que cela coûte'));
  const work = rows
    .filter((row) => row.length === 4 && number(row[1]) > 0)
    .map(([name = '', ...cells]) => ({
      name,
      times: number(cells[0]),
      read: number(cells[1]),
      written: number(cells[2]),
    }));
  const bill = rows
    .filter((row) => row.length === 6 && row[1] !== '' && !Number.isNaN(number(row[1])))
    .map(([name = '', ...cells]) => ({ name, figures: cells.map(number) }));
  const sum = (of: (one: (typeof work)[number]) => number) => work.reduce((all, one) => all + of(one), 0);

  test('counts each operation by the units that were measured', () => {
    const measured = new Map(rowsOf(read('docs/performance.md')).map(([name, ...cells]) => [name, cells]));
    const [, written, readUnits] = rowsOf(read('docs/performance.md')).find(([name]) => name === 'oubli') ?? [];
    const inBold = (cell = '') => number(/\*\*(\d+)\*\*/.exec(cell)?.[1] ?? 'none');
    const unitsOf = (name: string): number[] => {
      if (name === 'oubli d’un emprunt') return [inBold(readUnits), inBold(written)];
      const searched = /\(une page\s: (.*)\)$/.exec(name)?.[1];
      const cells = measured.get(searched ?? name) ?? [];
      return searched ? [number(cells.at(-1)), 0] : [number(cells[1]), number(cells[2])];
    };
    expect(work.map(({ name, read, written: w }) => [name, read, w])).toEqual(
      work.map(({ name }) => [name, ...unitsOf(name)]),
    );
  });

  test('is of 200,000 calls', () => {
    const calls = work.filter(({ name }) => /^[A-Z]+ \//.test(name) && !name.includes('20 rappels'));
    expect(calls.reduce((all, { times }) => all + times, 0)).toBe(200_000);
    const gateway = bill.find(({ name }) => name.startsWith('API Gateway'));
    expect(gateway?.figures[0]).toBe(0.2);
  });

  test('bills those units, and adds up to less than 5 $', () => {
    const quantityOf = (start: string) => bill.find(({ name }) => name.startsWith(start))?.figures[0];
    expect(quantityOf('DynamoDB, unités lues')).toBeCloseTo(sum(({ times, read }) => times * read) / 1e6, 4);
    expect(quantityOf('DynamoDB, unités écrites')).toBeCloseTo(sum(({ times, written }) => times * written) / 1e6, 4);
    for (const { name, figures } of bill) {
      const [quantity = 0, free = 0, price = 0, full, due] = figures;
      expect([name, full, due]).toEqual([name, cents(quantity * price), cents(Math.max(0, quantity - free) * price)]);
    }
    const total = rows
      .find(([name]) => name?.startsWith('**Total'))
      ?.slice(4)
      .map(number);
    const added = (place: number) => cents(bill.reduce((all, { figures }) => all + (figures[place] ?? 0), 0));
    expect(total).toEqual([added(3), added(4)]);
    expect(total?.[1]).toBeLessThan(5);
  });
});
