import { takeCopy } from '../../lib/books/copies.ts';
import { TakeCopy, TakenCopy } from '../../lib/books/schema.ts';
import { command } from '../../lib/entry/command.ts';

export const handler = command(TakeCopy, TakenCopy, takeCopy);
