import { placeHold } from '../../lib/books/holds.ts';
import { DoneOrMoved, PlaceHold } from '../../lib/books/schema-commands.ts';
import { command } from '../../lib/entry/command.ts';

export const handler = command(PlaceHold, DoneOrMoved, placeHold);
