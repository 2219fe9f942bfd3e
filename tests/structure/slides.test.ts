import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { SaxesParser } from 'saxes';
import { recorded } from '../../dev/slides/recorded.ts';
import { nonconformities } from '../support/conformance.ts';
import { names, PDF, pages, part, textOf, unescaped } from '../support/slides.ts';

/** The slides can be edited, and say what can be said in fifteen minutes. */

const numbered = pages.map((page, i) => ({ ...page, number: i + 1 }));
const isAnnex = ({ xml }: { xml: string }) => textOf(xml).includes('Annexe');
/** The page of the questions has no heading. */
const isLast = (xml: string) => xml.includes('Des questions');
const secondsOf = ({ notes }: { notes: string }) => Number(/^(\d+)\s+secondes/.exec(notes)?.[1]);

test('the PDF is made from the presentation', () => {
  const [, digest] = /<cp:keywords>(\w+)</.exec(part('docProps/core.xml')) ?? [];
  const [, keywords = ''] = /\/Keywords<FEFF([0-9A-F]*)>/.exec(readFileSync(PDF, 'latin1')) ?? [];
  const characters = keywords.match(/.{4}/g) ?? [];
  expect(characters.map((code) => String.fromCharCode(Number.parseInt(code, 16))).join('')).toBe(digest);
});

test('the PDF has fonts as wide as those of PowerPoint, and bullets', () => {
  const fonts = readFileSync(PDF, 'latin1').matchAll(/\/BaseFont\/[A-Z]{6}\+(\w+)/g);
  expect([...new Set([...fonts].map(([, font]) => font))].sort()).toEqual([
    'Caladea',
    'Carlito',
    'LiberationMono',
    'OpenSymbol',
  ]);
});

test('the plan says which pages each part has, and how long they take', () => {
  const said = pages[1]?.shapes.map(({ text }) => text) ?? [];
  const parts = said.flatMap((text) => {
    const [, minutes, first, last] = /^([\d,]+)\smin\npages (\d+) à (\d+)$/.exec(text) ?? [];
    return last === undefined ? [] : [{ minutes, of: numbered.slice(Number(first) - 1, Number(last)) }];
  });
  for (const { minutes, of } of parts) {
    const seconds = of.map(secondsOf).reduce((all, more) => all + more, 0);
    expect(minutes).toBe(`${Math.round(seconds / 30) / 2}`.replace('.', ','));
    const isTold = (name: string) => of.every(({ xml }) => isLast(xml) || xml.includes(`<a:t>${name}</a:t>`));
    const names = said.filter((name) => /^\p{L}/u.test(name) && isTold(name));
    expect(names).toHaveLength(1);
  }
  expect(parts.flatMap(({ of }) => of)).toEqual(numbered.filter((page) => page.number > 2 && !isAnnex(page)));
});

test('a page is 16 wide for 9 high', () => {
  const [, width, height] = /<p:sldSz cx="(\d+)" cy="(\d+)"/.exec(part('ppt/presentation.xml')) ?? [];
  expect(Number(width) / Number(height)).toBeCloseTo(16 / 9, 3);
});

describe('PowerPoint finds in the file what it looks for', () => {
  test.each(names.filter((name) => /[.](xml|rels)$/.test(name)))('%s is XML', (name) => {
    expect(() => new SaxesParser().write(part(name)).close()).not.toThrow();
  });

  test('every part that is listed, and nothing else', () => {
    const types = part('[Content_Types].xml');
    const listed = [...types.matchAll(/PartName="\/([^"]+)"/g)].map(([, name]) => name as string);
    const extensions = [...types.matchAll(/<Default Extension="(\w+)"/g)].map(([, extension]) => extension);
    expect(listed.filter((name) => !names.includes(name))).toEqual([]);
    expect(names.filter((name) => !listed.includes(name) && !extensions.includes(name.split('.').at(-1)))).toEqual([]);
  });

  test('every part to which another refers', () => {
    const targets = names
      .filter((name) => name.endsWith('.rels'))
      .flatMap((name) =>
        [...part(name).matchAll(/Target="([^"]+)"/g)].map(([, target]) =>
          posix.join(posix.dirname(posix.dirname(name)), target as string),
        ),
      );
    expect(targets.filter((name) => !names.includes(name))).toEqual([]);
  });

  test('every shape under a number of its own, and every connector tied to shapes that are there', () => {
    for (const { xml } of pages) {
      const ids = [...xml.matchAll(/<p:cNvPr id="(\d+)"/g)].map(([, id]) => id);
      const tied = [...xml.matchAll(/<a:(?:st|end)Cxn id="(\d+)"/g)].map(([, id]) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(tied.filter((id) => !ids.includes(id))).toEqual([]);
    }
  });
});

test('there are some twenty pages, and an annex after the last question', () => {
  const annex = numbered.filter(isAnnex).map(({ number }) => number);
  expect(pages.length - annex.length).toBeGreaterThanOrEqual(16);
  expect(pages.length - annex.length).toBeLessThanOrEqual(20);
  expect(annex).toEqual(annex.map((_, i) => pages.length - annex.length + 1 + i));
});

test('the only picture is that of the inbox: the rest is text, tables, shapes and connectors', () => {
  expect(names.filter((name) => /^ppt\/media\/.+/.test(name))).toHaveLength(1);
  expect(pages.flatMap(({ xml }) => xml.match(/<p:pic>/g) ?? [])).toHaveLength(1);
  expect(pages.flatMap(({ xml }) => xml.match(/<a:blip /g) ?? [])).toHaveLength(1);
  for (const tag of ['<a:tbl>', '<p:cxnSp>', '<a:stCxn '])
    expect(pages.some(({ xml }) => xml.includes(tag))).toBe(true);
});

test.each([
  'Ajouter, modifier, supprimer un livre',
  'Rechercher par titre et auteur',
  'Vérifier la disponibilité',
  'Créer, modifier, supprimer des comptes',
  'Vérifier les informations d’un utilisateur',
  'Gérer les pénalités des retardataires',
  'Enregistrer un emprunt',
  'Lister les emprunts en cours d’un utilisateur',
  'Notifier les retards',
])('the page of the project names the function « %s »', (name) => {
  expect(textOf(pages[2]?.xml ?? '')).toContain(name);
});

test('all pages but the annex are said in fifteen minutes', () => {
  const seconds = pages.filter((page) => !isAnnex(page)).map(secondsOf);
  expect(seconds.reduce((all, more) => all + more, 0)).toBeLessThanOrEqual(15 * 60);
});

describe.each(numbered)('page $number', (page) => {
  const { xml, notes } = page;
  const runs = [...xml.matchAll(/<a:rPr\b([^>]*)>(.*?)<\/a:rPr><a:t>([^<]*)/gs)].map(
    ([, look = '', inner = '', text = '']) => ({
      size: Number(/\bsz="(\d+)"/.exec(look)?.[1] ?? Number.POSITIVE_INFINITY) / 100,
      font: /<a:latin typeface="([^"]+)"/.exec(inner)?.[1],
      text: unescaped(text),
    }),
  );

  test('has notes, which can be said in the seconds that they give themselves', () => {
    const words = notes.split(/\s+/).filter((word) => /\p{L}|\d/u.test(word)).length;
    expect(secondsOf(page)).toBeGreaterThan(0);
    // A hundred and forty words in a minute are not said in haste.
    expect((words - 2) / secondsOf(page)).toBeLessThanOrEqual(140 / 60);
  });

  test('can be read from the back of a room', () => {
    expect(runs.filter(({ size }) => size < 14)).toEqual([]);
  });

  test('has fonts that PowerPoint brings', () => {
    const fonts = new Set(runs.map(({ font }) => font ?? 'Calibri'));
    expect([...fonts].filter((font) => !['Cambria', 'Calibri', 'Courier New'].includes(font))).toEqual([]);
  });

  test('is written in the typography of French', () => {
    const said = [...runs.filter(({ font }) => font !== 'Courier New').map(({ text }) => text), notes];
    expect(said.filter((text) => /['"]|« | [:;?!»€]/.test(text))).toEqual([]);
  });
});

describe('what the slides show was answered by the system', () => {
  test.each(Object.entries(recorded()))('%s', (_, { method, path, status, headers, body }) => {
    expect(nonconformities(method, path, { status, headers, body } as Parameters<typeof nonconformities>[2])).toEqual(
      [],
    );
  });
});
