import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parseSync } from '@swc/core';
import { OPERATIONS } from '../../dev/postman/document.ts';
import { FILE } from '../../dev/postman/run.ts';

/** The committed collection, and what runs it. */

interface SyntaxNode {
  type: string;
  async?: boolean;
  isAsync?: boolean;
  callee?: { property?: { value?: string } };
  arguments?: unknown[];
}

const nodesOf = (value: unknown): SyntaxNode[] =>
  typeof value === 'object' && value !== null
    ? [...('type' in value ? [value as SyntaxNode] : []), ...Object.values(value).flatMap(nodesOf)]
    : [];

interface Entry {
  name: string;
  event?: { script: { exec: string[] } }[];
  item?: Entry[];
  request?: { method: string; url: { path: string[] }; body?: { raw: string } };
}

const requestsIn = (entries: readonly Entry[]): Required<Entry>[] =>
  entries.flatMap((entry) => (entry.item ? requestsIn(entry.item) : [entry as Required<Entry>]));

const collection: Entry[] = JSON.parse(readFileSync(FILE, 'utf8')).item;
const requests = requestsIn(collection);
const names = requests.map(({ name }) => name);

const entriesIn = (entries: readonly Entry[]): Entry[] =>
  entries.flatMap((entry) => [entry, ...entriesIn(entry.item ?? [])]);
const entries = entriesIn(collection);
const folders = entries.filter(({ item }) => item).map(({ name }) => name);

describe('the committed collection', () => {
  test('brings about each refusal that the reference has, but for those that a request alone cannot', () => {
    const missing = OPERATIONS.flatMap(({ summary, responses }) =>
      Object.values(responses).flatMap(({ content }) =>
        Object.entries(content?.['application/problem+json']?.examples ?? {}).flatMap(([code, { value }]) =>
          ((value.motifs as string[] | undefined) ?? [code]).filter(
            (reason) => !names.some((name) => name.startsWith(`${summary} : `) && name.includes(reason)),
          ),
        ),
      ),
    );
    expect([...new Set(missing)].sort()).toEqual([
      'compte_est_responsable',
      'emprunt_en_retard',
      'emprunts_en_retard',
      'erreur_interne',
      'file_complete',
      'limite_emprunts_atteinte',
      'limite_prolongations_atteinte',
      'non_empruntable',
      'non_reservable',
      'responsable_a_un_responsable',
      'responsable_est_le_compte',
      'service_indisponible',
      'trop_de_mouvements',
    ]);
  });

  test('names no day that will be over, whenever it is sent', () => {
    const days = requests.flatMap(
      ({ request: { body } }) => body?.raw?.match(/"(?!date_naissance)\w+": "20\d\d-.*?"/g) ?? [],
    );
    expect(new Set(days)).toEqual(new Set(['"jusqu_au": "2099-12-31"']));
  });

  test('names each request apart from the others, and each folder', () => {
    for (const all of [names, folders]) expect(all.filter((name, index) => all.indexOf(name) !== index)).toEqual([]);
  });

  test('begins with the nine functions, three a service', () => {
    const [{ name, item = [] } = { name: '' }] = collection;
    expect([name, item.map((service) => [service.name, service.item?.map((one) => one.name)])]).toEqual([
      'Les neuf fonctions',
      [
        [
          'Livres',
          [
            'Ajouter, modifier et supprimer un livre',
            'Rechercher un livre par titre et par auteur',
            'Vérifier la disponibilité d’un livre',
          ],
        ],
        [
          'Utilisateurs',
          [
            'Créer, modifier et supprimer un compte',
            'Vérifier les informations d’un utilisateur',
            'Gérer les pénalités d’un utilisateur en retard',
          ],
        ],
        [
          'Emprunts',
          [
            'Enregistrer un emprunt',
            'Lister les emprunts en cours d’un utilisateur',
            'Notifier les utilisateurs en retard',
          ],
        ],
      ],
    ]);
  });

  test('has the folders that the README names', () => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
    const named = [...readme.matchAll(/(?:dossier|folder) «\s(.+?)\s»/g)].map(([, name]) => name as string);
    expect(named).toContain('Démonstration');
    expect(named.filter((name) => !folders.includes(name))).toEqual([]);
  });
});

describe('its scripts', () => {
  const scripts = new Set(entries.flatMap(({ event = [] }) => event.map(({ script }) => script.exec.join('\n'))));
  /** Every node of every script. */
  const nodes = [...scripts].flatMap((text) => nodesOf(parseSync(text, { syntax: 'ecmascript', target: 'es2020' })));

  test('wait for no promise, which the runtime of newman 6.2.2 does not', () => {
    const waiting = nodes.filter(
      ({ type, async, isAsync, callee }) =>
        type === 'AwaitExpression' || async || isAsync || callee?.property?.value === 'then',
    );
    expect(waiting).toEqual([]);
    const sent = nodes.filter(
      ({ type, callee }) => type === 'CallExpression' && callee?.property?.value === 'sendRequest',
    );
    expect(sent.length).toBeGreaterThan(0);
    expect(sent.filter((call) => call.arguments?.length !== 2)).toEqual([]);
  });
});
