import { Done, ReturnCopy } from '../../lib/books/schema.ts';
import { returnCopy } from '../../lib/books/standings.ts';
import { command } from '../../lib/entry/command.ts';

export const handler = command(ReturnCopy, Done, returnCopy);
