import { returnCopy } from '../../lib/books/copies.ts';
import { ReturnCopy, ReturnedCopy } from '../../lib/books/schema.ts';
import { command } from '../../lib/entry/command.ts';

export const handler = command(ReturnCopy, ReturnedCopy, returnCopy);
