import { FreedCopy, ReturnCopy } from '../../lib/books/schema-commands.ts';
import { returnCopy } from '../../lib/books/standings.ts';
import { command } from '../../lib/entry/command.ts';

export const handler = command(ReturnCopy, FreedCopy, returnCopy);
