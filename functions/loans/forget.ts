import { command } from '../../lib/entry/command.ts';
import { forgetPerson } from '../../lib/loans/forget.ts';
import { ForgetPerson, PersonForgotten } from '../../lib/loans/schema-commands.ts';

/** The users service waits eight seconds for the answer; what is left by then is for the next command. */
const TIME_MS = 5_000;

export const handler = command(ForgetPerson, PersonForgotten, (person) => forgetPerson(person, Date.now() + TIME_MS));
