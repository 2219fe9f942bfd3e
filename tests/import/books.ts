/** A small file of books, and what its import comes to. */

export const COLUMNS = 'titre;auteur;isbn;tome;editeur;annee;type;exemplaires;code_barres;cote\n';
/** Two titles of three copies in all, the rows of one apart, and one title of two copies without barcodes. */
export const BOOKS = `${COLUMNS}L’Étranger;Albert Camus;9782070360024;;Gallimard;1942;;;CAM-0001;R CAM
Tintin au Congo;Hergé;;;;;bd;;HER-0001;BD HER
L’Étranger;Albert Camus;9782070360024;;;;;;CAM-0002;
Anthologie;;;;;;;2;;
`;

export const SUM = { lus: 4, crees: 3, mis_a_jour: 1, ignores: 0, refuses: 0 };
