/** What stands in a file, record by record, before anything of it is checked against what the API takes. */

/** What is wrong with a record, told to a librarian in French. */
export interface Fault {
  champ: string;
  raison: string;
}

export interface CopyFields {
  code_barres?: string;
  cote?: string;
  note?: string;
  etat?: string;
}

/** A title as the file has it; what the file does not say is absent. All is text: the API's own schemas judge it. */
export interface BookFields {
  /** What the file calls the title by: records that share it are of one title, others are not. */
  livre_id?: string;
  titre?: string;
  auteur?: string;
  isbn?: string;
  tome?: string;
  editeur?: string;
  annee?: string;
  type?: string;
  exemplaires: CopyFields[];
}

/** A member as the file has it; what the file does not say is absent. Days are ISO where the file has days. */
export interface MemberFields {
  nom?: string;
  prenom?: string;
  email?: string;
  numero_carte?: string;
  categorie?: string;
  date_naissance?: string;
  date_fin?: string;
  /** The number of the card of the person who answers for the account. */
  responsable?: string;
  blocage_motif?: string;
  blocage_jusqu_au?: string;
}

/** Leaves out what is not known: what is absent, `null` or empty. */
export const present = <T extends object>(fields: { [K in keyof T]?: T[K] | null | undefined }): T =>
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== null && value !== ''),
  ) as T;

/** One record of a file. Its number counts from 1. Faults are those of reading it: with any, it is refused. */
export interface SourceRecord<Fields> {
  number: number;
  fields: Fields;
  faults: Fault[];
}

/**
 * In characters. No field of the API has more than a tenth of it: what is longer is refused before any pattern looks at
 * it, because the time that some of these take grows with the square of the length.
 */
export const LONGEST_VALUE = 5_000;

export const TOO_LONG = `a plus de ${LONGEST_VALUE.toLocaleString('fr-FR')} caractères, ce qu’aucun champ n’a : raccourcissez-la`;
