/** What a call can come to besides success: a stable code, its HTTP status, and a title for a person (RFC 9457). */
export interface Kind {
  readonly code: string;
  readonly status: number;
  readonly title: string;
}

/** What can go wrong with any operation. What only one service refuses stands in its `codes.ts`. */
export const KINDS = {
  requete_invalide: { status: 400, title: 'La requête est invalide' },
  non_authentifie: { status: 401, title: "L'identité de l'appelant n'est pas prouvée" },
  acces_refuse: { status: 403, title: "L'accès est refusé" },
  route_introuvable: { status: 404, title: "Cette opération n'existe pas" },
  version_perimee: { status: 412, title: 'La version indiquée par If-Match est périmée' },
  type_de_contenu_refuse: { status: 415, title: 'Le corps doit être en application/json' },
  cle_idempotence_reutilisee: { status: 422, title: "La clé d'idempotence a servi à une autre demande" },
  erreur_interne: { status: 500, title: 'Une erreur interne est survenue' },
  service_indisponible: { status: 503, title: 'Le service est momentanément indisponible' },
} as const;

export type Code = keyof typeof KINDS;

/** One fault of the input: where it is (`nom`, `montant`, `limite`…) and what to do about it. */
export interface Fault {
  chemin: string;
  message: string;
}

interface Particulars {
  /** The input's faults, all of them. */
  erreurs?: readonly Fault[];
  /** A sentence for a person; the kind's own title says enough when it is absent. */
  detail?: string;
  /** What went wrong below; logged, never shown. */
  cause?: unknown;
}

/** Ends a call, thrown anywhere below its handler. */
export abstract class Problem extends Error {
  readonly kind: Kind;

  constructor(kind: Kind, options?: ErrorOptions) {
    super(kind.code, options);
    this.kind = kind;
  }
}

/** A problem that any operation can have. What a service's rules refuse goes through `Refuse` instead. */
export class Failure extends Problem {
  readonly code: Code;
  readonly erreurs: readonly Fault[] | undefined;
  readonly detail: string | undefined;

  constructor(code: Code, { erreurs, detail, cause }: Particulars = {}) {
    super({ code, ...KINDS[code] }, cause === undefined ? {} : { cause });
    this.name = 'Failure';
    this.code = code;
    this.erreurs = erreurs;
    this.detail = detail;
  }
}
