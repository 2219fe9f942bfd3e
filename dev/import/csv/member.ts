import { type MemberFields, present } from '../record.ts';
import type { Cells } from './cells.ts';

/** The member that a row tells of. */
export const memberOf = (cells: Cells): MemberFields =>
  present<MemberFields>({
    nom: cells.text('nom'),
    prenom: cells.text('prenom'),
    email: cells.text('email'),
    numero_carte: cells.code('numero_carte'),
    categorie: cells.text('categorie'),
    date_naissance: cells.day('date_naissance'),
    date_fin: cells.day('date_fin'),
    responsable: cells.code('responsable'),
    blocage_motif: cells.text('blocage_motif'),
    blocage_jusqu_au: cells.day('blocage_jusqu_au'),
  });
