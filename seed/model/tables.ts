import { exemplaire, livre } from './books.ts';
import { emprunt, reservation } from './loans.ts';
import type { Table } from './model.ts';
import { adhesion, mouvement, penalite, utilisateur } from './users.ts';

/** Every table, after those to which it refers. */
export const TABLES: Table[] = [utilisateur, adhesion, livre, exemplaire, penalite, mouvement, emprunt, reservation];
