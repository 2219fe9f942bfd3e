import type { Code, Failure } from '../../values/failure.ts';

/** What each failure becomes over HTTP: its status and its title (RFC 9457). */
export const PROBLEMS: Record<Code, { status: number; title: string }> = {
  requete_invalide: { status: 400, title: 'La requête est invalide' },
  non_authentifie: { status: 401, title: "L'identité de l'appelant n'est pas prouvée" },
  acces_refuse: { status: 403, title: "L'accès est refusé" },
  route_introuvable: { status: 404, title: "Aucune opération n'existe à cette adresse" },
  utilisateur_introuvable: { status: 404, title: "L'utilisateur n'existe pas" },
  penalite_introuvable: { status: 404, title: "La pénalité n'existe pas" },
  livre_introuvable: { status: 404, title: "Le livre n'existe pas" },
  emprunt_introuvable: { status: 404, title: "L'emprunt n'existe pas" },
  email_deja_utilise: { status: 409, title: "L'adresse e-mail est celle d'un autre compte" },
  isbn_deja_utilise: { status: 409, title: "L'ISBN est celui d'un autre livre" },
  exemplaires_insuffisants: { status: 409, title: 'Davantage d’exemplaires sont empruntés' },
  suppression_refusee: { status: 409, title: 'La suppression est refusée' },
  paiement_refuse: { status: 409, title: 'Le paiement est refusé' },
  annulation_refusee: { status: 409, title: "L'annulation est refusée" },
  emprunt_refuse: { status: 409, title: "L'emprunt est refusé" },
  retour_refuse: { status: 409, title: 'Le retour est refusé' },
  prolongation_refusee: { status: 409, title: 'La prolongation est refusée' },
  version_perimee: { status: 412, title: 'La version indiquée par If-Match est périmée' },
  type_de_contenu_refuse: { status: 415, title: 'Le corps doit être en application/json' },
  cle_idempotence_reutilisee: { status: 422, title: "La clé d'idempotence a servi à une autre demande" },
  erreur_interne: { status: 500, title: 'Une erreur interne est survenue' },
  service_indisponible: { status: 503, title: 'Le service est momentanément indisponible' },
};

/** Seconds after which a caller may try again. */
const RETRY_AFTER = 2;

const EXTRA_HEADERS: Partial<Record<Code, Record<string, string>>> = {
  non_authentifie: { 'www-authenticate': 'Bearer' },
  service_indisponible: { 'retry-after': String(RETRY_AFTER) },
};

/** The `application/problem+json` answer to a failure. */
export function problemOf(failure: Failure, instance: string, requestId: string) {
  const { status, title } = PROBLEMS[failure.code];
  return {
    statusCode: status,
    headers: { 'content-type': 'application/problem+json', ...EXTRA_HEADERS[failure.code] },
    body: JSON.stringify({
      type: `urn:bibliotheque:probleme:${failure.code}`,
      title,
      status,
      detail: failure.detail ?? detailOf(failure, title),
      instance,
      code: failure.code,
      requete_id: requestId,
      erreurs: failure.erreurs,
      motifs: failure.motifs,
    }),
  };
}

/** What each motif means to a person. */
const MOTIFS: Record<string, string> = {
  penalites_impayees: 'des pénalités restent à payer',
  limite_emprunts_atteinte: "la limite d'emprunts est atteinte",
  emprunts_en_retard: 'des emprunts sont en retard',
  emprunts_en_cours: 'des emprunts sont en cours',
  montant_superieur_au_reste: 'le montant dépasse le reste à payer',
  penalite_close: 'la pénalité est déjà payée ou annulée',
  exemplaires_empruntes: 'des exemplaires sont empruntés',
  aucun_exemplaire_disponible: "aucun exemplaire n'est disponible",
  emprunt_rendu: 'le livre est déjà rendu',
  emprunt_en_retard: "l'emprunt est en retard",
  limite_prolongations_atteinte: 'la limite de prolongations est atteinte',
};

function detailOf({ erreurs, motifs }: Failure, title: string): string {
  if (erreurs) return erreurs.map(({ chemin, message }) => `${chemin} : ${message}`).join(' ; ');
  if (motifs) return `${title} : ${motifs.map((motif) => MOTIFS[motif] ?? motif).join(', ')}.`;
  return `${title}.`;
}
