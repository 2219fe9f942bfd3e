import { Standings, StandingsQuery } from '../../lib/books/schema-commands.ts';
import { standings } from '../../lib/books/standings.ts';
import { command } from '../../lib/entry/command.ts';

export const handler = command(StandingsQuery, Standings, standings);
