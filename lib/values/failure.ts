/**
 * A refusal or a failure with a stable code, thrown anywhere below a handler.
 * What each code becomes over HTTP is in lib/entry/http/problem.ts, and only there.
 */
export type Code =
  | 'requete_invalide'
  | 'non_authentifie'
  | 'acces_refuse'
  | 'route_introuvable'
  | 'utilisateur_introuvable'
  | 'penalite_introuvable'
  | 'livre_introuvable'
  | 'emprunt_introuvable'
  | 'email_deja_utilise'
  | 'isbn_deja_utilise'
  | 'exemplaires_insuffisants'
  | 'suppression_refusee'
  | 'paiement_refuse'
  | 'annulation_refusee'
  | 'emprunt_refuse'
  | 'retour_refuse'
  | 'prolongation_refusee'
  | 'version_perimee'
  | 'type_de_contenu_refuse'
  | 'cle_idempotence_reutilisee'
  | 'erreur_interne'
  | 'service_indisponible';

/** One fault of the input: where it is (`nom`, `montant`, `limite`…) and what to do about it. */
export interface Fault {
  chemin: string;
  message: string;
}

interface Particulars {
  /** The business rules that refuse, as stable codes. */
  motifs?: readonly string[];
  /** The input's faults, all of them. */
  erreurs?: readonly Fault[];
  /** A sentence for a person; the code's own title says enough when it is absent. */
  detail?: string;
  /** What went wrong below; logged, never shown. */
  cause?: unknown;
}

export class Failure extends Error {
  readonly code: Code;
  readonly motifs: readonly string[] | undefined;
  readonly erreurs: readonly Fault[] | undefined;
  readonly detail: string | undefined;

  constructor(code: Code, { motifs, erreurs, detail, cause }: Particulars = {}) {
    super(code, cause === undefined ? {} : { cause });
    this.name = 'Failure';
    this.code = code;
    this.motifs = motifs;
    this.erreurs = erreurs;
    this.detail = detail;
  }
}
