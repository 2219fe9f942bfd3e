import { standings } from '../../lib/books/copies.ts';
import { Standings, StandingsQuery } from '../../lib/books/schema.ts';
import { command } from '../../lib/entry/command.ts';

export const handler = command(StandingsQuery, Standings, standings);
