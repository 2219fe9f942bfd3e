import { expect } from '@jest/globals';
import fc from 'fast-check';
import { call } from '../../support/api.ts';
import { deleteUser, patchUser } from '../../support/users.ts';
import {
  anybody,
  command,
  emailIndex,
  expectAnswer,
  index,
  key,
  look,
  lookAtAll,
  lookUp,
  nom,
  once,
  pick,
} from './model-checks.ts';

const create = fc.record({ nom, email: emailIndex, key }).map((input) =>
  command(
    `create(${JSON.stringify(input)})`,
    async (library) => {
      const body = { nom: input.nom, prenom: 'Jean', email: library.email(input.email) };
      await once(
        library,
        { operation: 'create', key: input.key, request: body },
        (options) => call('POST', '/utilisateurs', { body, ...options }),
        () => library.creation(body.email),
        ({ body: user }) => library.people.push({ ...body, id: user.id, gone: false, debts: [] }),
      );
      await lookUp(library, body.email);
    },
    () => true,
  ),
);

const replay = fc.record({ which: index }).map(({ which }) =>
  command(
    `replay(${which})`,
    async (library) => {
      const { body, again } = pick([...library.remembered.values()], which);
      const answer = await again();
      expect([answer.headers['idempotent-replayed'], answer.body]).toEqual(['true', body]);
      await lookAtAll(library);
    },
    ({ remembered }) => remembered.size > 0,
  ),
);

const rename = fc.record({ who: index, nom }).map((input) =>
  command(
    `rename(${JSON.stringify(input)})`,
    async (library) => {
      const person = pick(library.people, input.who);
      const answer = await patchUser(person.id, { nom: input.nom });
      if (expectAnswer(answer, library.change(person, person.email))) person.nom = input.nom;
      await look(library, person);
    },
    anybody,
  ),
);

const moveEmail = fc.record({ who: index, email: emailIndex }).map((input) =>
  command(
    `moveEmail(${JSON.stringify(input)})`,
    async (library) => {
      const person = pick(library.people, input.who);
      const [before, email] = [person.email, library.email(input.email)];
      if (expectAnswer(await patchUser(person.id, { email }), library.change(person, email))) person.email = email;
      await look(library, person);
      await lookUp(library, before);
      await lookUp(library, email);
    },
    anybody,
  ),
);

const remove = fc.record({ who: index }).map(({ who }) =>
  command(
    `delete(${who})`,
    async (library) => {
      const person = pick(library.people, who);
      if (expectAnswer(await deleteUser(person.id), library.deletion(person))) person.gone = true;
      await look(library, person);
      await lookUp(library, person.email);
    },
    anybody,
  ),
);

export const accountCommands = [create, create, replay, replay, rename, moveEmail, remove];
