import { returnCopy } from '../../lib/books/copies.ts';
import { ReturnCopy } from '../../lib/books/schema.ts';
import { command } from '../../lib/entry/command.ts';

export const handler = command(ReturnCopy, returnCopy);
