import { TakeCopy, TakenCopy } from '../../lib/books/schema.ts';
import { takeCopy } from '../../lib/books/standings.ts';
import { command } from '../../lib/entry/command.ts';

export const handler = command(TakeCopy, TakenCopy, takeCopy);
