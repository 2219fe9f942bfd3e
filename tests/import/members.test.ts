import { statSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { call, newUser } from '../support/api.ts';
import { useImportDesk } from './desk.ts';

/** What an import of members promises, against the library of this process over HTTP. */

const { desk } = useImportDesk();

const COLUMNS =
  'nom;prenom;email;numero_carte;categorie;date_naissance;date_fin;responsable;blocage_motif;blocage_jusqu_au\n';
/** A child before its mother, somebody who is blocked, and somebody of whom hardly anything is known. */
const MEMBERS = `${COLUMNS}Fontaine;Zoé;;C-0002;jeune;02/05/2014;;C-0001;;
Fontaine;Ana;ana@exemple.fr;C-0001;;12/03/1985;31/08/2099;;;
Petit;Léo;leo@exemple.fr;C-0003;;;;;Carte prêtée à un tiers;
Nguyễn;Linh;;;;;;;;
`;
const SUM = { lus: 4, crees: 4, mis_a_jour: 0, ignores: 0, refuses: 0 };

type Account = { id: string; nom: string; prenom: string; email: string | null; adhesion: Record<string, unknown> };

/** Everybody as people know them: by card where an id would stand. */
async function now(): Promise<object[]> {
  const { elements } = (await call('GET', '/utilisateurs?limite=100')).body as { elements: Account[] };
  const cardOf = (id: unknown) => elements.find((one) => one.id === id)?.adhesion.numero_carte ?? null;
  return elements.map(({ nom, prenom, email, adhesion: { numero_carte, responsable_id, blocage, ...adhesion } }) => ({
    ...{ nom, prenom, email, ...adhesion },
    carte: /^C-/.test(String(numero_carte)) ? numero_carte : 'made',
    responsable: cardOf(responsable_id),
    blocage: (blocage as { motif: string } | null)?.motif ?? null,
  }));
}

test('families, blocks and dates come in, in whatever order the file has them', async () => {
  const { counts, report } = await desk.bring(desk.file('lecteurs.csv', MEMBERS));
  expect([counts, report]).toEqual([SUM, undefined]);
  const none = {
    email: null,
    categorie: 'adulte',
    date_naissance: null,
    date_fin: null,
    responsable: null,
    blocage: null,
  };
  const ana = { date_naissance: '1985-03-12', date_fin: '2099-08-31', email: 'ana@exemple.fr', carte: 'C-0001' };
  const zoe = { date_naissance: '2014-05-02', categorie: 'jeune', carte: 'C-0002', responsable: 'C-0001' };
  expect(await now()).toEqual([
    { ...none, nom: 'Fontaine', prenom: 'Ana', ...ana },
    { ...none, nom: 'Fontaine', prenom: 'Zoé', ...zoe },
    { ...none, nom: 'Nguyễn', prenom: 'Linh', carte: 'made' },
    {
      ...none,
      nom: 'Petit',
      prenom: 'Léo',
      email: 'leo@exemple.fr',
      carte: 'C-0003',
      blocage: 'Carte prêtée à un tiers',
    },
  ]);
});

test('what is written beside the file names people, and is for nobody else on the machine', async () => {
  const file = desk.file('lecteurs.csv', `${MEMBERS}X;Y;;;vieux;;;;;\n`);
  await desk.cut(file, 3).catch(() => {});
  const { report = '' } = await desk.bring(file, ['--simulation']);
  for (const path of [`${file}.reprise`, report]) expect(statSync(path).mode & 0o077).toBe(0);
});

test('the same file again makes nobody twice, who has no card among them', async () => {
  const file = desk.file('lecteurs.csv', MEMBERS);
  await desk.bring(file);
  const before = await now();
  const { counts } = await desk.bring(file);
  expect([counts, await now()]).toEqual([{ ...SUM, crees: 0, ignores: 4 }, before]);
});

test('an address with other letters in its domain is known again, however it is written', async () => {
  const rows = (email: string) => desk.file('lecteurs.csv', `nom;prenom;email\nPetit;Zoé;${email}\n`);
  expect((await desk.bring(rows('zoe@café.fr'))).counts).toMatchObject({ crees: 1 });
  for (const again of ['zoe@café.fr', 'ZOE@Café.fr', 'zoe@xn--caf-dma.fr']) {
    const { counts } = await desk.bring(rows(again));
    expect([again, counts]).toEqual([again, { ...SUM, lus: 1, crees: 0, ignores: 1 }]);
  }
  const twice = desk.file('deux.csv', 'nom;prenom;email\nPetit;Léo;leo@café.fr\nGrand;Luc;leo@xn--caf-dma.fr\n');
  expect((await desk.bring(twice)).refused).toEqual([expect.stringMatching(/^2;email;.*enregistrement 1/)]);
});

test('what the library does not know of a member is filled in, and what it knows stays', async () => {
  await newUser({ nom: 'Fontaine', prenom: 'Anna', email: null, adhesion: { numero_carte: 'C-0001' } });
  const file = desk.file('lecteurs.csv', MEMBERS);
  const { counts } = await desk.foreseen(file, ['--existants', 'completer']);
  expect(counts).toEqual({ ...SUM, crees: 3, mis_a_jour: 1 });
  const mother = { prenom: 'Anna', email: 'ana@exemple.fr', date_fin: '2099-08-31' };
  expect(await now()).toContainEqual(expect.objectContaining(mother));
});

test('a member without a block gets that of the file, and one who has a block keeps it', async () => {
  await newUser({ nom: 'Petit', email: 'leo@exemple.fr', adhesion: { numero_carte: 'C-0003' } });
  const { id } = await newUser({ nom: 'Nguyễn', email: null, adhesion: { numero_carte: 'C-0004' } });
  await call('PUT', `/utilisateurs/${id}/blocage`, { body: { motif: 'Livres abîmés' } });
  const file = desk.file('lecteurs.csv', `${MEMBERS}Nguyễn;Linh;;C-0004;;;;;Trois rappels;\n`);
  const { counts } = await desk.foreseen(file, ['--existants', 'completer']);
  expect(counts).toEqual({ ...SUM, lus: 5, crees: 3, mis_a_jour: 1, ignores: 1 });
  const blocks = (await now()).filter((one) => 'blocage' in one && one.blocage !== null);
  expect(blocks).toEqual([
    expect.objectContaining({ carte: 'C-0004', blocage: 'Livres abîmés' }),
    expect.objectContaining({ carte: 'C-0003', blocage: 'Carte prêtée à un tiers' }),
  ]);
  expect((await desk.bring(file, ['--existants', 'completer'])).counts).toMatchObject({ mis_a_jour: 0, ignores: 5 });
});

test('what cannot be filled in is refused, in the simulation as well', async () => {
  await newUser({ nom: 'Petit', email: null, adhesion: { numero_carte: 'C-0003' } });
  await newUser({ email: 'leo@exemple.fr' });
  const child = { adhesion: { responsable_id: (await newUser({ adhesion: { numero_carte: 'C-0002' } })).id } };
  await newUser(child);
  const file = desk.file('lecteurs.csv', MEMBERS);
  const brought = await desk.foreseen(file, ['--existants', 'completer']);
  expect(brought.counts).toEqual({ lus: 4, crees: 2, mis_a_jour: 0, ignores: 0, refuses: 2 });
  expect(brought.refused).toEqual(['3;email;', '1;responsable;'].map((start) => expect.stringMatching(`^${start}`)));
});

describe('a member who is refused', () => {
  test.each([
    ['nobody has the card of who answers for them', 'X;Y;;;;;;C-9999;;', 'responsable', 'C-9999'],
    ['who answers for them has somebody as well', 'X;Y;;;;;;C-0002;;', 'responsable', 'responsable'],
    ['another in the file has the card', 'X;Y;;C-0003;;;;;;', 'numero_carte', 'enregistrement 3'],
    ['another in the file has the address', 'X;Y;LEO@exemple.fr;;;;;;;', 'email', 'enregistrement 3'],
    ['another in the file has the same name and no card either', 'Nguyen;LINH;;;;;;;;', 'nom', 'numéro de carte'],
    ['another account has the address', 'X;Y;prise@exemple.fr;C-0009;;;;;;', 'email', 'autre compte'],
    ['the category is none of the policy', 'X;Y;;;vieux;;;;;', 'categorie', 'adulte'],
    ['a block has no reason', 'X;Y;;;;;;;;31/12/2099', 'motif', 'obligatoire'],
    ['the birth is still to come', 'X;Y;;;;2199-01-01;;;;', 'date_naissance', 'à venir'],
    ['the day is none', 'X;Y;;;;31/02/2014;;;;', 'date_naissance', '31/02/2014'],
  ])('is told with number, field and reason: %s', async (_, row, field, reason) => {
    await newUser({ email: 'prise@exemple.fr' });
    const file = desk.file('lecteurs.csv', `${MEMBERS}${row}\n`);
    const brought = await desk.foreseen(file);
    expect(brought.counts).toEqual({ ...SUM, lus: 5, refuses: 1 });
    const [number, told, why] = brought.refused[0]?.split(';') ?? [];
    expect([number, told, why]).toEqual(['5', field, expect.stringContaining(reason)]);
  });
});

test('an import that is cut off at any of its requests goes on when it is given again, and comes to the same', () =>
  desk.survivesCuts(MEMBERS, SUM, now));

test('one that is old is completed as well, and nobody who was to be blocked is left without it', () =>
  desk.survivesCuts(MEMBERS, SUM, now, true));
