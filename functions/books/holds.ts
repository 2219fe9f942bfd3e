import { holdsOf } from '../../lib/books/holds.ts';
import { Holds, HoldsQuery } from '../../lib/books/schema-commands.ts';
import { command } from '../../lib/entry/command.ts';

export const handler = command(HoldsQuery, Holds, holdsOf);
