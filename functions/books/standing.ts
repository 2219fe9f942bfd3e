import { standings } from '../../lib/books/copies.ts';
import { StandingsQuery } from '../../lib/books/schema.ts';
import { command } from '../../lib/entry/command.ts';

export const handler = command(StandingsQuery, standings);
