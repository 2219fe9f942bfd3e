-- Bibliothèque municipale : modèle relationnel et jeu de données
--
-- PostgreSQL 13 ou plus récent :
--
--   createdb bibliotheque
--   psql -d bibliotheque -v ON_ERROR_STOP=1 -f seed/bibliotheque.sql
--
-- Tout se fait en une seule transaction : tout est créé, ou rien ne change.
--
-- Ce script est fait par « npm run seed:sql » : il ne se modifie pas à la main. Le modèle est expliqué dans docs/mcd.md,
-- et dix questions lui sont posées dans docs/requetes.md.
--
-- Il se charge autant de fois qu'on veut : il efface d'abord les tables et les vues qu'il a créées, AVEC CE QU'ELLES
-- CONTIENNENT, et n'en touche aucune autre. Pour saisir une ligne à la main, l'identifiant, les dates du jour et l'état de
-- départ se remplissent d'eux-mêmes :
--
--   INSERT INTO penalite (utilisateur_id, montant, description)
--   VALUES ('c59e67d9-fa0d-475e-b625-b56a83cc9ebd', 2.50, 'Couverture abîmée');
--
-- Les dates des emprunts, des réservations et des pénalités sont relatives au jour du chargement : un livre à rendre
-- aujourd'hui le reste quel que soit ce jour.

SET client_encoding = 'UTF8';
SET client_min_messages = warning;
SET TIME ZONE 'Europe/Paris';

BEGIN;

-- Ce que ce script a créé la fois d'avant, et rien d'autre

DROP VIEW IF EXISTS lecteur_en_retard;
DROP VIEW IF EXISTS penalite_due;
DROP VIEW IF EXISTS disponibilite;
DROP TABLE IF EXISTS reservation;
DROP TABLE IF EXISTS emprunt;
DROP TABLE IF EXISTS mouvement;
DROP TABLE IF EXISTS penalite;
DROP TABLE IF EXISTS exemplaire;
DROP TABLE IF EXISTS livre;
DROP TABLE IF EXISTS adhesion;
DROP TABLE IF EXISTS utilisateur;

-- Tables

-- Personne inscrite à la bibliothèque.
CREATE TABLE utilisateur (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  nom text NOT NULL,
  prenom text NOT NULL,
  email text,
  date_creation timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT utilisateur_pk PRIMARY KEY (id),
  CONSTRAINT utilisateur_email_unique UNIQUE (email),
  CONSTRAINT utilisateur_nom_longueur CHECK (char_length(nom) BETWEEN 1 AND 100),
  CONSTRAINT utilisateur_nom_texte CHECK (nom NOT LIKE ' %' AND nom NOT LIKE '% ' AND NOT (nom ~ '[[:cntrl:]]')),
  CONSTRAINT utilisateur_prenom_longueur CHECK (char_length(prenom) BETWEEN 1 AND 100),
  CONSTRAINT utilisateur_prenom_texte CHECK (prenom NOT LIKE ' %' AND prenom NOT LIKE '% ' AND NOT (prenom ~ '[[:cntrl:]]')),
  CONSTRAINT utilisateur_email_longueur CHECK (char_length(email) BETWEEN 1 AND 254),
  CONSTRAINT utilisateur_email_texte CHECK (email NOT LIKE ' %' AND email NOT LIKE '% ' AND NOT (email ~ '[[:cntrl:]]')),
  CONSTRAINT utilisateur_email_minuscules CHECK (email = lower(email)),
  CONSTRAINT utilisateur_email_forme CHECK (email LIKE '_%@_%._%' AND email NOT LIKE '%@%@%' AND NOT (email ~ '[[:space:]]'))
);

COMMENT ON TABLE utilisateur IS 'Personne inscrite à la bibliothèque';
COMMENT ON COLUMN utilisateur.id IS 'Identifiant de l''utilisateur';
COMMENT ON COLUMN utilisateur.nom IS 'Nom de famille, particule comprise, dans son écriture d''origine';
COMMENT ON COLUMN utilisateur.prenom IS 'Prénom, dans son écriture d''origine';
COMMENT ON COLUMN utilisateur.email IS 'Adresse e-mail en minuscules, propre à un seul utilisateur ; NULL s''il n''en a pas';
COMMENT ON COLUMN utilisateur.date_creation IS 'Instant de l''inscription';

-- Adhésion d'un utilisateur : sa carte, sa catégorie, sa durée, qui répond de lui, son blocage.
CREATE TABLE adhesion (
  utilisateur_id uuid NOT NULL,
  numero_carte text NOT NULL,
  categorie text NOT NULL DEFAULT 'adulte',
  date_naissance date,
  date_fin date,
  responsable_id uuid,
  blocage_motif text,
  blocage_depuis date,
  blocage_jusqu_au date,
  CONSTRAINT adhesion_pk PRIMARY KEY (utilisateur_id),
  CONSTRAINT adhesion_numero_carte_unique UNIQUE (numero_carte),
  CONSTRAINT adhesion_utilisateur_fk FOREIGN KEY (utilisateur_id) REFERENCES utilisateur (id),
  CONSTRAINT adhesion_responsable_fk FOREIGN KEY (responsable_id) REFERENCES utilisateur (id),
  CONSTRAINT adhesion_blocage_motif_longueur CHECK (char_length(blocage_motif) BETWEEN 1 AND 500),
  CONSTRAINT adhesion_blocage_motif_texte CHECK (blocage_motif NOT LIKE ' %' AND blocage_motif NOT LIKE '% ' AND NOT (blocage_motif ~ '[[:cntrl:]]')),
  CONSTRAINT adhesion_numero_carte_forme CHECK (char_length(numero_carte) BETWEEN 4 AND 20 AND NOT (numero_carte ~ '[^-A-Z0-9]')),
  CONSTRAINT adhesion_categorie_forme CHECK (char_length(categorie) BETWEEN 1 AND 30 AND (categorie ~ '^[a-z]') AND NOT (categorie ~ '[^-a-z0-9_]')),
  CONSTRAINT adhesion_responsable_autre CHECK (responsable_id <> utilisateur_id),
  CONSTRAINT adhesion_blocage_entier CHECK ((blocage_motif IS NULL) = (blocage_depuis IS NULL)),
  CONSTRAINT adhesion_blocage_fin CHECK (blocage_jusqu_au IS NULL OR blocage_depuis IS NOT NULL)
);

COMMENT ON TABLE adhesion IS 'Adhésion d''un utilisateur : sa carte, sa catégorie, sa durée, qui répond de lui, son blocage';
COMMENT ON COLUMN adhesion.utilisateur_id IS 'Utilisateur dont c''est l''adhésion : il en a une et une seule';
COMMENT ON COLUMN adhesion.numero_carte IS 'Numéro de la carte, propre à un seul utilisateur : 4 à 20 majuscules, chiffres ou tirets';
COMMENT ON COLUMN adhesion.categorie IS 'Catégorie, telle que politique.yml la nomme : elle décide des limites et de la règle de prêt';
COMMENT ON COLUMN adhesion.date_naissance IS 'Date de naissance ; NULL si elle est inconnue';
COMMENT ON COLUMN adhesion.date_fin IS 'Dernier jour où l''adhésion est valable ; NULL si elle n''en a pas';
COMMENT ON COLUMN adhesion.responsable_id IS 'Utilisateur qui répond de celui-ci, et à qui l''on écrit s''il n''a pas d''adresse ; il n''a lui-même pas de responsable';
COMMENT ON COLUMN adhesion.blocage_motif IS 'Raison du blocage ; NULL si le compte n''est pas bloqué';
COMMENT ON COLUMN adhesion.blocage_depuis IS 'Premier jour du blocage';
COMMENT ON COLUMN adhesion.blocage_jusqu_au IS 'Dernier jour du blocage ; NULL s''il n''en a pas';

-- Œuvre au catalogue, dont la bibliothèque possède zéro, un ou plusieurs exemplaires.
CREATE TABLE livre (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  titre text NOT NULL,
  auteur text,
  isbn text,
  tome text,
  annee integer,
  editeur text,
  type text NOT NULL DEFAULT 'livre',
  date_creation timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT livre_pk PRIMARY KEY (id),
  CONSTRAINT livre_titre_longueur CHECK (char_length(titre) BETWEEN 1 AND 300),
  CONSTRAINT livre_titre_texte CHECK (titre NOT LIKE ' %' AND titre NOT LIKE '% ' AND NOT (titre ~ '[[:cntrl:]]')),
  CONSTRAINT livre_auteur_longueur CHECK (char_length(auteur) BETWEEN 1 AND 200),
  CONSTRAINT livre_auteur_texte CHECK (auteur NOT LIKE ' %' AND auteur NOT LIKE '% ' AND NOT (auteur ~ '[[:cntrl:]]')),
  CONSTRAINT livre_tome_longueur CHECK (char_length(tome) BETWEEN 1 AND 20),
  CONSTRAINT livre_tome_texte CHECK (tome NOT LIKE ' %' AND tome NOT LIKE '% ' AND NOT (tome ~ '[[:cntrl:]]')),
  CONSTRAINT livre_editeur_longueur CHECK (char_length(editeur) BETWEEN 1 AND 200),
  CONSTRAINT livre_editeur_texte CHECK (editeur NOT LIKE ' %' AND editeur NOT LIKE '% ' AND NOT (editeur ~ '[[:cntrl:]]')),
  CONSTRAINT livre_type_forme CHECK (char_length(type) BETWEEN 1 AND 30 AND (type ~ '^[a-z]') AND NOT (type ~ '[^-a-z0-9_]')),
  -- Les numéros en 979-0 sont ceux des partitions.
  CONSTRAINT livre_isbn_forme CHECK (char_length(isbn) = 13 AND NOT (isbn ~ '[^0-9]') AND (isbn LIKE '978%' OR isbn LIKE '979%') AND isbn NOT LIKE '9790%'),
  -- La somme des chiffres, un sur deux comptant triple, se termine par zéro.
  CONSTRAINT livre_isbn_cle CHECK (CASE WHEN char_length(isbn) = 13 AND NOT (isbn ~ '[^0-9]') THEN (
      CAST(substr(isbn, 1, 1) AS integer) + CAST(substr(isbn, 3, 1) AS integer) + CAST(substr(isbn, 5, 1) AS integer) + CAST(substr(isbn, 7, 1) AS integer) + CAST(substr(isbn, 9, 1) AS integer) + CAST(substr(isbn, 11, 1) AS integer) + CAST(substr(isbn, 13, 1) AS integer)
      + 3 * (CAST(substr(isbn, 2, 1) AS integer) + CAST(substr(isbn, 4, 1) AS integer) + CAST(substr(isbn, 6, 1) AS integer) + CAST(substr(isbn, 8, 1) AS integer) + CAST(substr(isbn, 10, 1) AS integer) + CAST(substr(isbn, 12, 1) AS integer))
    ) % 10 ELSE 0 END = 0)
);

-- Les tomes d'un ensemble partagent parfois un ISBN : chaque tome, comme le livre sans tome, ne l'a qu'une fois.
CREATE UNIQUE INDEX livre_isbn_unique ON livre (isbn, COALESCE(tome, '')) WHERE isbn IS NOT NULL;

COMMENT ON TABLE livre IS 'Œuvre au catalogue, dont la bibliothèque possède zéro, un ou plusieurs exemplaires';
COMMENT ON COLUMN livre.id IS 'Identifiant du livre';
COMMENT ON COLUMN livre.titre IS 'Titre original ou titre de la traduction française';
COMMENT ON COLUMN livre.auteur IS 'Auteur ou auteurs, tels que le livre les nomme ; NULL s''il n''en nomme pas';
COMMENT ON COLUMN livre.isbn IS 'ISBN à treize chiffres, sans tiret, propre à un seul livre ou partagé par les tomes d''un ensemble ; NULL s''il n''en a pas ou s''il est inconnu';
COMMENT ON COLUMN livre.tome IS 'Numéro ou nom du tome ; NULL si le livre n''en est pas un';
COMMENT ON COLUMN livre.annee IS 'Année de la première parution, négative avant notre ère ; NULL si elle est inconnue';
COMMENT ON COLUMN livre.editeur IS 'Éditeur ; NULL s''il est inconnu';
COMMENT ON COLUMN livre.type IS 'Type de document, tel que politique.yml le nomme : livre, bd, revue, dvd…';
COMMENT ON COLUMN livre.date_creation IS 'Instant de l''entrée au catalogue';

-- Exemplaire d'un livre, que son code-barres désigne.
CREATE TABLE exemplaire (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  livre_id uuid NOT NULL,
  code_barres text NOT NULL,
  cote text,
  etat text NOT NULL DEFAULT 'en_service',
  note text,
  date_entree date NOT NULL DEFAULT (CURRENT_DATE),
  CONSTRAINT exemplaire_pk PRIMARY KEY (id),
  CONSTRAINT exemplaire_code_barres_unique UNIQUE (code_barres),
  -- Cible de la clé étrangère de reservation, qui doit désigner un exemplaire du livre réservé.
  CONSTRAINT exemplaire_de_livre_unique UNIQUE (id, livre_id),
  CONSTRAINT exemplaire_livre_fk FOREIGN KEY (livre_id) REFERENCES livre (id),
  CONSTRAINT exemplaire_cote_longueur CHECK (char_length(cote) BETWEEN 1 AND 50),
  CONSTRAINT exemplaire_cote_texte CHECK (cote NOT LIKE ' %' AND cote NOT LIKE '% ' AND NOT (cote ~ '[[:cntrl:]]')),
  CONSTRAINT exemplaire_note_longueur CHECK (char_length(note) BETWEEN 1 AND 500),
  CONSTRAINT exemplaire_note_texte CHECK (note NOT LIKE ' %' AND note NOT LIKE '% ' AND NOT (note ~ '[[:cntrl:]]')),
  CONSTRAINT exemplaire_code_barres_forme CHECK (char_length(code_barres) BETWEEN 4 AND 20 AND NOT (code_barres ~ '[^-A-Z0-9]')),
  CONSTRAINT exemplaire_etat_connu CHECK (etat IN ('en_service', 'exclu_du_pret', 'en_reparation', 'perdu', 'retire'))
);

COMMENT ON TABLE exemplaire IS 'Exemplaire d''un livre, que son code-barres désigne';
COMMENT ON COLUMN exemplaire.id IS 'Identifiant de l''exemplaire';
COMMENT ON COLUMN exemplaire.livre_id IS 'Livre dont c''est un exemplaire';
COMMENT ON COLUMN exemplaire.code_barres IS 'Code-barres, propre à un seul exemplaire : 4 à 20 majuscules, chiffres ou tirets';
COMMENT ON COLUMN exemplaire.cote IS 'Place en rayon ; NULL s''il n''en a pas';
COMMENT ON COLUMN exemplaire.etat IS 'en_service, exclu_du_pret, en_reparation, perdu ou retire : seul le premier se prête';
COMMENT ON COLUMN exemplaire.note IS 'Ce que la bibliothèque en note ; NULL si rien';
COMMENT ON COLUMN exemplaire.date_entree IS 'Jour de l''entrée dans les collections';

-- Somme due par un utilisateur : retard, perte ou dégradation.
CREATE TABLE penalite (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  utilisateur_id uuid NOT NULL,
  montant numeric NOT NULL,
  description text NOT NULL,
  date_penalite timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP,
  statut text NOT NULL DEFAULT 'impayee',
  reste_a_payer numeric NOT NULL,
  CONSTRAINT penalite_pk PRIMARY KEY (id),
  -- Cible de la clé étrangère d'emprunt, qui doit désigner une pénalité du même utilisateur.
  CONSTRAINT penalite_de_utilisateur_unique UNIQUE (id, utilisateur_id),
  CONSTRAINT penalite_utilisateur_fk FOREIGN KEY (utilisateur_id) REFERENCES utilisateur (id),
  CONSTRAINT penalite_montant_centimes CHECK (montant = round(montant, 2)),
  CONSTRAINT penalite_description_longueur CHECK (char_length(description) BETWEEN 1 AND 500),
  CONSTRAINT penalite_description_texte CHECK (description NOT LIKE ' %' AND description NOT LIKE '% ' AND NOT (description ~ '[[:cntrl:]]')),
  CONSTRAINT penalite_reste_a_payer_centimes CHECK (reste_a_payer = round(reste_a_payer, 2)),
  CONSTRAINT penalite_montant_bornes CHECK (montant BETWEEN 0.01 AND 1000),
  CONSTRAINT penalite_statut_connu CHECK (statut IN ('impayee', 'payee', 'annulee')),
  CONSTRAINT penalite_reste_bornes CHECK (reste_a_payer BETWEEN 0 AND montant),
  CONSTRAINT penalite_reste_selon_statut CHECK ((statut = 'impayee') = (reste_a_payer > 0))
);

-- Une valeur par défaut ne peut pas nommer une autre colonne : un déclencheur la donne.
CREATE OR REPLACE FUNCTION penalite_reste_a_payer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.reste_a_payer := NEW.montant;
  RETURN NEW;
END
$$;

CREATE TRIGGER penalite_reste_a_payer BEFORE INSERT ON penalite
  FOR EACH ROW WHEN (NEW.reste_a_payer IS NULL) EXECUTE FUNCTION penalite_reste_a_payer();

COMMENT ON TABLE penalite IS 'Somme due par un utilisateur : retard, perte ou dégradation';
COMMENT ON COLUMN penalite.id IS 'Identifiant de la pénalité ; dans l''application, l''ordre des identifiants est celui des dates';
COMMENT ON COLUMN penalite.utilisateur_id IS 'Utilisateur qui doit la somme';
COMMENT ON COLUMN penalite.montant IS 'Montant d''origine, en euros';
COMMENT ON COLUMN penalite.description IS 'Motif de la pénalité, en clair';
COMMENT ON COLUMN penalite.date_penalite IS 'Instant où la pénalité a été prononcée';
COMMENT ON COLUMN penalite.statut IS 'impayee (au moins en partie), payee ou annulee';
COMMENT ON COLUMN penalite.reste_a_payer IS 'Part du montant encore due, en euros ; zéro une fois payée ou annulée ; sans précision, tout le montant';

-- Ce qui est arrivé à l'argent d'une pénalité : chaque centime entré, sorti ou annulé est dans un seul mouvement.
CREATE TABLE mouvement (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  penalite_id uuid NOT NULL,
  type text NOT NULL DEFAULT 'paiement',
  montant numeric NOT NULL,
  moyen text,
  motif text,
  date_mouvement timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP,
  annule boolean NOT NULL DEFAULT false,
  date_annulation timestamptz,
  CONSTRAINT mouvement_pk PRIMARY KEY (id),
  CONSTRAINT mouvement_penalite_fk FOREIGN KEY (penalite_id) REFERENCES penalite (id),
  CONSTRAINT mouvement_montant_centimes CHECK (montant = round(montant, 2)),
  CONSTRAINT mouvement_motif_longueur CHECK (char_length(motif) BETWEEN 1 AND 500),
  CONSTRAINT mouvement_motif_texte CHECK (motif NOT LIKE ' %' AND motif NOT LIKE '% ' AND NOT (motif ~ '[[:cntrl:]]')),
  CONSTRAINT mouvement_type_connu CHECK (type IN ('paiement', 'remboursement', 'annulation')),
  CONSTRAINT mouvement_montant_bornes CHECK (montant BETWEEN 0.01 AND 1000),
  CONSTRAINT mouvement_moyen_connu CHECK (moyen IN ('especes', 'cheque', 'carte', 'virement', 'autre')),
  -- Ce qui est annulé n'est ni entré ni sorti.
  CONSTRAINT mouvement_moyen_selon_type CHECK ((moyen IS NULL) = (type = 'annulation')),
  CONSTRAINT mouvement_motif_sauf_paiement CHECK ((motif IS NULL) = (type = 'paiement' AND NOT annule)),
  CONSTRAINT mouvement_annule_si_paiement CHECK (NOT annule OR type = 'paiement'),
  CONSTRAINT mouvement_date_si_annule CHECK ((date_annulation IS NOT NULL) = annule),
  CONSTRAINT mouvement_annule_apres CHECK (date_annulation >= date_mouvement)
);

COMMENT ON TABLE mouvement IS 'Ce qui est arrivé à l''argent d''une pénalité : chaque centime entré, sorti ou annulé est dans un seul mouvement';
COMMENT ON COLUMN mouvement.id IS 'Identifiant du mouvement';
COMMENT ON COLUMN mouvement.penalite_id IS 'Pénalité que le mouvement règle';
COMMENT ON COLUMN mouvement.type IS 'paiement (entré), remboursement (rendu) ou annulation (ce qui n''est plus dû)';
COMMENT ON COLUMN mouvement.montant IS 'Montant, en euros';
COMMENT ON COLUMN mouvement.moyen IS 'especes, cheque, carte, virement ou autre ; NULL pour une annulation';
COMMENT ON COLUMN mouvement.motif IS 'Raison de l''annulation ou du remboursement ; NULL pour un paiement qui vaut';
COMMENT ON COLUMN mouvement.date_mouvement IS 'Instant du mouvement';
COMMENT ON COLUMN mouvement.annule IS 'Vrai pour un paiement enregistré par erreur : il reste écrit, et son montant est de nouveau dû';
COMMENT ON COLUMN mouvement.date_annulation IS 'Instant où le paiement a été annulé ; NULL sinon';

-- Prêt d'un exemplaire d'un livre à un utilisateur.
CREATE TABLE emprunt (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  utilisateur_id uuid,
  exemplaire_id uuid NOT NULL,
  date_emprunt date NOT NULL DEFAULT (CURRENT_DATE),
  date_echeance date NOT NULL DEFAULT (CURRENT_DATE + 21),
  date_retour date,
  perdu boolean NOT NULL DEFAULT false,
  regle text NOT NULL DEFAULT '*/*',
  prolongations integer NOT NULL DEFAULT 0,
  penalite_id uuid,
  amende_id uuid,
  CONSTRAINT emprunt_pk PRIMARY KEY (id),
  CONSTRAINT emprunt_penalite_unique UNIQUE (penalite_id),
  CONSTRAINT emprunt_amende_unique UNIQUE (amende_id),
  CONSTRAINT emprunt_utilisateur_fk FOREIGN KEY (utilisateur_id) REFERENCES utilisateur (id),
  CONSTRAINT emprunt_exemplaire_fk FOREIGN KEY (exemplaire_id) REFERENCES exemplaire (id),
  CONSTRAINT emprunt_penalite_fk FOREIGN KEY (penalite_id, utilisateur_id) REFERENCES penalite (id, utilisateur_id),
  CONSTRAINT emprunt_amende_fk FOREIGN KEY (amende_id, utilisateur_id) REFERENCES penalite (id, utilisateur_id),
  CONSTRAINT emprunt_amende_si_perdu CHECK (perdu OR amende_id IS NULL),
  CONSTRAINT emprunt_perdu_si_clos CHECK (NOT perdu OR date_retour IS NOT NULL),
  CONSTRAINT emprunt_echeance_apres_emprunt CHECK (date_echeance > date_emprunt),
  CONSTRAINT emprunt_retour_apres_emprunt CHECK (date_retour >= date_emprunt),
  CONSTRAINT emprunt_regle_forme CHECK (regle LIKE '%/%' AND regle NOT LIKE '%/%/%'
    AND (split_part(regle, '/', 1) = '*' OR char_length(split_part(regle, '/', 1)) BETWEEN 1 AND 30 AND (split_part(regle, '/', 1) ~ '^[a-z]') AND NOT (split_part(regle, '/', 1) ~ '[^-a-z0-9_]'))
    AND (split_part(regle, '/', 2) = '*' OR char_length(split_part(regle, '/', 2)) BETWEEN 1 AND 30 AND (split_part(regle, '/', 2) ~ '^[a-z]') AND NOT (split_part(regle, '/', 2) ~ '[^-a-z0-9_]'))),
  CONSTRAINT emprunt_prolongations_bornes CHECK (prolongations >= 0),
  CONSTRAINT emprunt_oublie_si_rendu CHECK (utilisateur_id IS NOT NULL OR date_retour IS NOT NULL),
  CONSTRAINT emprunt_oublie_sans_penalite CHECK (utilisateur_id IS NOT NULL OR (penalite_id IS NULL AND amende_id IS NULL)),
  -- Une règle peut ne rien demander pour un retard, ou n'en compter que les jours ouverts.
  CONSTRAINT emprunt_penalite_si_retard CHECK (penalite_id IS NULL OR perdu OR COALESCE(date_retour > date_echeance, false))
);

COMMENT ON TABLE emprunt IS 'Prêt d''un exemplaire d''un livre à un utilisateur';
COMMENT ON COLUMN emprunt.id IS 'Identifiant de l''emprunt';
COMMENT ON COLUMN emprunt.utilisateur_id IS 'Utilisateur qui emprunte ; NULL une fois oublié, ce que seul un emprunt rendu peut être';
COMMENT ON COLUMN emprunt.exemplaire_id IS 'Exemplaire emprunté';
COMMENT ON COLUMN emprunt.date_emprunt IS 'Jour du prêt, dans le fuseau horaire de la bibliothèque';
COMMENT ON COLUMN emprunt.date_echeance IS 'Dernier jour pour rendre sans pénalité, prolongations comprises ; sans précision, dans trois semaines';
COMMENT ON COLUMN emprunt.date_retour IS 'Jour du retour, ou de la déclaration de perte ; NULL tant que le livre est dehors';
COMMENT ON COLUMN emprunt.perdu IS 'Vrai si le livre n''est pas revenu : il est déclaré perdu';
COMMENT ON COLUMN emprunt.regle IS 'Règle de politique.yml sous laquelle le prêt a été fait et qu''il garde : catégorie/type, * pour n''importe lequel';
COMMENT ON COLUMN emprunt.prolongations IS 'Nombre de prolongations accordées';
COMMENT ON COLUMN emprunt.penalite_id IS 'Pénalité née du retour en retard ou de la perte ; NULL sinon, ou si elle a été effacée avec le compte';
COMMENT ON COLUMN emprunt.amende_id IS 'Pénalité née du retard d''un livre perdu, à part de celle de la perte ; NULL sinon';

-- Demande d'un livre par un utilisateur qui attend qu'un exemplaire en revienne.
CREATE TABLE reservation (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  utilisateur_id uuid NOT NULL,
  livre_id uuid NOT NULL,
  exemplaire_id uuid,
  date_reservation timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP,
  place integer,
  statut text NOT NULL DEFAULT 'en_attente',
  suspendue_jusqu_au date,
  date_limite date,
  date_cloture date,
  CONSTRAINT reservation_pk PRIMARY KEY (id),
  CONSTRAINT reservation_exemplaire_unique UNIQUE (exemplaire_id),
  CONSTRAINT reservation_place_unique UNIQUE (livre_id, place),
  CONSTRAINT reservation_utilisateur_fk FOREIGN KEY (utilisateur_id) REFERENCES utilisateur (id),
  CONSTRAINT reservation_livre_fk FOREIGN KEY (livre_id) REFERENCES livre (id),
  CONSTRAINT reservation_exemplaire_fk FOREIGN KEY (exemplaire_id, livre_id) REFERENCES exemplaire (id, livre_id),
  CONSTRAINT reservation_place_bornes CHECK (place >= 1),
  CONSTRAINT reservation_statut_connu CHECK (statut IN ('en_attente', 'mise_de_cote', 'honoree', 'annulee', 'expiree')),
  CONSTRAINT reservation_place_si_ouverte CHECK ((place IS NOT NULL) = (statut IN ('en_attente', 'mise_de_cote'))),
  CONSTRAINT reservation_exemplaire_si_mise_de_cote CHECK ((exemplaire_id IS NOT NULL) = (statut = 'mise_de_cote')),
  CONSTRAINT reservation_suspendue_si_en_attente CHECK (suspendue_jusqu_au IS NULL OR statut = 'en_attente'),
  CONSTRAINT reservation_limite_selon_statut CHECK ((date_limite IS NOT NULL) = (statut IN ('mise_de_cote', 'expiree'))),
  CONSTRAINT reservation_cloture_selon_statut CHECK ((date_cloture IS NOT NULL) = (statut IN ('honoree', 'annulee', 'expiree'))),
  CONSTRAINT reservation_expiree_apres_limite CHECK (date_cloture > date_limite)
);

-- Une réservation close n'empêche pas de réserver encore le même livre.
CREATE UNIQUE INDEX reservation_ouverte_unique ON reservation (utilisateur_id, livre_id) WHERE date_cloture IS NULL;

COMMENT ON TABLE reservation IS 'Demande d''un livre par un utilisateur qui attend qu''un exemplaire en revienne';
COMMENT ON COLUMN reservation.id IS 'Identifiant de la réservation';
COMMENT ON COLUMN reservation.utilisateur_id IS 'Utilisateur qui réserve';
COMMENT ON COLUMN reservation.livre_id IS 'Livre réservé, quel qu''en soit l''exemplaire';
COMMENT ON COLUMN reservation.exemplaire_id IS 'Exemplaire mis de côté pour elle ; NULL sinon';
COMMENT ON COLUMN reservation.date_reservation IS 'Instant de la réservation';
COMMENT ON COLUMN reservation.place IS 'Place dans la file du livre : la plus petite est servie d''abord, et les places peuvent ne pas se suivre ; NULL une fois close';
COMMENT ON COLUMN reservation.statut IS 'en_attente, mise_de_cote, honoree (par un emprunt), annulee ou expiree (l''exemplaire n''a pas été retiré à temps)';
COMMENT ON COLUMN reservation.suspendue_jusqu_au IS 'Dernier jour où son tour est passé ; NULL si elle n''est pas suspendue';
COMMENT ON COLUMN reservation.date_limite IS 'Dernier jour pour retirer l''exemplaire mis de côté, ou celui qui a passé ; NULL si elle n''est ni mise de côté ni expirée';
COMMENT ON COLUMN reservation.date_cloture IS 'Jour où elle a été honorée, annulée ou close faute de retrait ; NULL tant qu''elle est ouverte';

CREATE INDEX exemplaire_livre_idx ON exemplaire (livre_id);
CREATE INDEX penalite_utilisateur_idx ON penalite (utilisateur_id);
CREATE INDEX penalite_impayee_idx ON penalite (utilisateur_id) WHERE statut = 'impayee';
CREATE INDEX mouvement_penalite_idx ON mouvement (penalite_id);
CREATE INDEX emprunt_utilisateur_idx ON emprunt (utilisateur_id);
CREATE INDEX emprunt_exemplaire_idx ON emprunt (exemplaire_id);
CREATE INDEX emprunt_en_cours_idx ON emprunt (date_echeance) WHERE date_retour IS NULL;
CREATE INDEX reservation_utilisateur_idx ON reservation (utilisateur_id);
CREATE INDEX reservation_a_retirer_idx ON reservation (date_limite) WHERE statut = 'mise_de_cote';

-- Vues

-- Livres qui auraient dû revenir, et qui les a : une ligne par emprunt en retard.
CREATE VIEW lecteur_en_retard AS
SELECT
  utilisateur.id AS utilisateur_id,
  utilisateur.prenom,
  utilisateur.nom,
  utilisateur.email,
  livre.titre,
  exemplaire.code_barres,
  emprunt.date_echeance,
  CURRENT_DATE - emprunt.date_echeance AS jours_retard
FROM emprunt
JOIN utilisateur ON utilisateur.id = emprunt.utilisateur_id
JOIN exemplaire ON exemplaire.id = emprunt.exemplaire_id
JOIN livre ON livre.id = exemplaire.livre_id
WHERE emprunt.date_retour IS NULL AND emprunt.date_echeance < CURRENT_DATE;

-- Ce que chacun doit : une ligne par utilisateur dont une pénalité est impayée.
CREATE VIEW penalite_due AS
SELECT
  utilisateur.id AS utilisateur_id,
  utilisateur.prenom,
  utilisateur.nom,
  COUNT(*) AS penalites,
  SUM(penalite.montant) AS montant_total,
  SUM(penalite.reste_a_payer) AS total_du
FROM penalite
JOIN utilisateur ON utilisateur.id = penalite.utilisateur_id
WHERE penalite.statut = 'impayee'
GROUP BY utilisateur.id, utilisateur.prenom, utilisateur.nom;

-- Une ligne par livre : ses exemplaires, ceux qui sont en rayon, les réservations ouvertes.
CREATE VIEW disponibilite AS
SELECT
  livre.id AS livre_id,
  livre.titre,
  livre.auteur,
  (SELECT COUNT(*) FROM exemplaire WHERE exemplaire.livre_id = livre.id AND exemplaire.etat <> 'retire') AS exemplaires,
  (
    SELECT COUNT(*) FROM exemplaire
    WHERE exemplaire.livre_id = livre.id
      AND exemplaire.etat = 'en_service'
      AND NOT EXISTS (SELECT 1 FROM emprunt WHERE emprunt.exemplaire_id = exemplaire.id AND emprunt.date_retour IS NULL)
      AND NOT EXISTS (SELECT 1 FROM reservation WHERE reservation.exemplaire_id = exemplaire.id)
  ) AS disponibles,
  (SELECT COUNT(*) FROM reservation WHERE reservation.livre_id = livre.id AND reservation.date_cloture IS NULL) AS reservations
FROM livre;

-- Données


INSERT INTO utilisateur
  (id, nom, prenom, email, date_creation)
VALUES
  ('c59e67d9-fa0d-475e-b625-b56a83cc9ebd', 'Œuvrard', 'Zoë', 'zoe.oeuvrard@example.org', '2024-01-09T14:59:09.000Z'),
  ('ff91d0a8-8460-4849-a593-83444a55637a', 'N''Guyen', 'Linh', 'linh.nguyen@example.com', '2024-01-12T13:33:16.000Z'),
  ('da14b6f4-8601-423e-bbdb-dabea60ff4e2', 'Åkesson', 'Björn', 'bjorn.akesson@example.net', '2025-02-04T12:57:27.000Z'),
  ('c724368b-f6a9-4a69-b590-7dbdc49ff204', 'de La Fontaine', 'Élodie', 'elodie.delafontaine@example.org', '2024-02-03T07:20:18.000Z'),
  ('52d46ff3-54a6-4b64-8622-81916d5abfe9', 'Le Gall', 'Jean-Baptiste', 'jb.legall@example.org', '2024-02-17T13:11:37.000Z'),
  ('38fe332f-dadc-4352-8ffc-31b63ea17d1a', 'd''Almeida', 'Anaïs', 'anais.dalmeida@example.com', '2025-09-06T16:20:39.000Z'),
  ('a981332d-92e3-4e4a-9fef-19b4e8ad5ae8', 'Martin', 'Camille', 'camille.martin@example.org', '2024-03-01T12:53:58.000Z'),
  ('727490c4-6b4f-44dd-a367-f8aee6744ec3', 'Martin', 'Théo', NULL, '2024-03-01T15:31:13.000Z'),
  ('c5ac6e9a-df19-45ea-8eee-a53744eb2452', 'Lefèvre-Dumoulin', 'Maëlys', 'maelys.lefevre-dumoulin@example.com', '2024-03-14T15:12:02.000Z'),
  ('0b2593cd-12eb-4f0d-939b-59c381c3707d', 'Петров', 'Иван', 'ivan.petrov@example.net', '2024-04-20T09:36:23.000Z'),
  ('e6adf345-d5bd-4e9b-8fd9-8fdda4b739cd', 'Петрова', 'Оксана', NULL, '2026-02-10T13:42:26.000Z'),
  ('d08d0f74-48db-4e8f-b335-9da31d269bdf', 'Παπαδοπούλου', 'Ελένη', 'eleni.papadopoulou@example.net', '2024-05-25T09:24:29.000Z'),
  ('51b4f8c7-088f-4c3f-9ec6-5e7b7752b4f5', 'بن سعيد', 'محمد', 'mohamed.bensaid@example.org', '2024-09-11T13:25:36.000Z'),
  ('87401006-2fb5-4926-aafa-93ea85db487d', 'العلوي', 'فاطمة الزهراء', 'fz.alaoui@example.com', '2025-10-18T11:43:44.000Z'),
  ('1c0d9e06-61ac-488d-b29b-24084ad1c798', 'כהן', 'נועה', 'noa.cohen@example.net', '2024-09-28T13:35:24.000Z'),
  ('ba3ac373-76d3-4afa-92f3-d19139b90507', '王', '伟', 'wang.wei@example.com', '2024-10-05T09:48:44.000Z'),
  ('c7f4eab5-96fb-481f-baa9-bd3e4961c868', '佐藤', 'さくら', 'sakura.sato@example.net', '2026-03-21T11:18:46.000Z'),
  ('c447a781-be60-416c-85e3-9f31383845f9', '김', '민준', 'minjun.kim@example.org', '2024-11-16T08:34:53.000Z'),
  ('dc7169ad-091f-4ea5-880f-feff989c5e4d', 'Սարգսյան', 'Արամ', 'aram.sargsyan@example.org', '2025-12-02T11:44:11.000Z'),
  ('a1dfeef7-640f-46e5-84c9-3e05b49e0351', 'du Plessis-Bellière', 'François-Xavier', 'fx.duplessis@example.org', '2024-12-07T08:24:21.000Z'),
  ('a2203744-a55e-4435-9cb0-e964d22fa3f7', 'O''Sullivan', 'Siobhán', 'siobhan.osullivan@example.com', '2025-01-15T11:10:35.000Z'),
  ('62a73694-0ea9-476f-94ed-51f8005d2e7b', 'Wójcik', 'Łukasz', 'lukasz.wojcik@example.net', '2025-01-25T11:25:25.000Z'),
  ('ba0eb1d0-7314-409d-8f20-d8ba36877e6a', 'Etxeberria Muñoz', 'Iñaki', 'inaki.etxeberria@example.com', '2025-03-14T08:14:41.000Z'),
  ('0e316c1c-b11c-45df-9f3e-eab72b6808d1', 'Yıldız', 'Şükran', 'sukran.yildiz@example.org', '2025-04-12T08:25:24.000Z'),
  ('ea8c6899-7ff1-4ded-8b53-b599dc22fd21', 'Dvořáková', 'Božena', 'bozena.dvorakova@example.net', '2025-11-08T10:14:35.000Z'),
  ('c42c5f9d-296b-4206-bed2-c3ab0b832a89', 'L''Héritier', 'Gaëtan', 'gaetan.lheritier@example.org', '2025-05-17T13:01:18.000Z'),
  ('5114ddb4-4a5b-400a-982b-828e67d208c9', 'Ndiaye', 'Aminata', 'aminata.ndiaye@example.com', '2025-06-28T13:53:34.000Z'),
  ('d31e1722-fdbb-4243-8130-f466231b093c', 'ბერიძე', 'ნინო', 'nino.beridze@example.net', '2026-04-18T07:17:09.000Z'),
  ('e0629ec8-d8ef-4605-9d87-5d580de898d1', 'van der Straeten-Ponthoz', 'Maximilienne-Joséphine', 'mj.vanderstraeten@example.org', '2025-07-05T11:15:35.000Z'),
  ('98d0cce0-d7ac-4044-b374-be049f61cf71', 'Le Bœuf', 'Léo', 'leo.leboeuf@example.org', '2026-05-30T09:00:35.000Z');

INSERT INTO adhesion
  (utilisateur_id, numero_carte, categorie, date_naissance, date_fin, responsable_id, blocage_motif, blocage_depuis, blocage_jusqu_au)
VALUES
  ('c59e67d9-fa0d-475e-b625-b56a83cc9ebd', '7865793033', 'adulte', '1951-01-24', CURRENT_DATE + 92, NULL, NULL, NULL, NULL), -- Zoë Œuvrard
  ('ff91d0a8-8460-4849-a593-83444a55637a', '8266005399', 'adulte', '1991-09-03', CURRENT_DATE + 87, NULL, NULL, NULL, NULL), -- Linh N'Guyen
  ('da14b6f4-8601-423e-bbdb-dabea60ff4e2', '3347607388', 'adulte', NULL, CURRENT_DATE + 319, NULL, NULL, NULL, NULL), -- Björn Åkesson
  ('c724368b-f6a9-4a69-b590-7dbdc49ff204', '5504559773', 'adulte', '1958-08-19', NULL, NULL, NULL, NULL, NULL), -- Élodie de La Fontaine
  ('52d46ff3-54a6-4b64-8622-81916d5abfe9', '9147632021', 'adulte', '1995-03-23', CURRENT_DATE + 150, NULL, NULL, NULL, NULL), -- Jean-Baptiste Le Gall
  ('38fe332f-dadc-4352-8ffc-31b63ea17d1a', '9197955793', 'adulte', '1965-02-03', CURRENT_DATE + 216, NULL, NULL, NULL, NULL), -- Anaïs d'Almeida
  ('a981332d-92e3-4e4a-9fef-19b4e8ad5ae8', '7482458887', 'adulte', '1960-01-24', CURRENT_DATE + 210, NULL, NULL, NULL, NULL), -- Camille Martin
  ('727490c4-6b4f-44dd-a367-f8aee6744ec3', '1846110664', 'jeune', '2015-05-17', NULL, 'a981332d-92e3-4e4a-9fef-19b4e8ad5ae8', NULL, NULL, NULL), -- Théo Martin
  ('c5ac6e9a-df19-45ea-8eee-a53744eb2452', '4883026520', 'adulte', NULL, CURRENT_DATE + 188, NULL, NULL, NULL, NULL), -- Maëlys Lefèvre-Dumoulin
  ('0b2593cd-12eb-4f0d-939b-59c381c3707d', '1856759806', 'adulte', NULL, CURRENT_DATE + 210, NULL, NULL, NULL, NULL), -- Иван Петров
  ('e6adf345-d5bd-4e9b-8fd9-8fdda4b739cd', '2746485065', 'jeune', '2017-03-08', NULL, '0b2593cd-12eb-4f0d-939b-59c381c3707d', NULL, NULL, NULL), -- Оксана Петрова
  ('d08d0f74-48db-4e8f-b335-9da31d269bdf', '8339537188', 'adulte', '1985-02-20', CURRENT_DATE + 165, NULL, NULL, NULL, NULL), -- Ελένη Παπαδοπούλου
  ('51b4f8c7-088f-4c3f-9ec6-5e7b7752b4f5', '2754520910', 'adulte', '1973-07-09', CURRENT_DATE + 325, NULL, NULL, NULL, NULL), -- محمد بن سعيد
  ('87401006-2fb5-4926-aafa-93ea85db487d', '3358099939', 'adulte', '1987-06-27', CURRENT_DATE + 56, NULL, NULL, NULL, NULL), -- فاطمة الزهراء العلوي
  ('1c0d9e06-61ac-488d-b29b-24084ad1c798', '9644113475', 'adulte', NULL, NULL, NULL, NULL, NULL, NULL), -- נועה כהן
  ('ba3ac373-76d3-4afa-92f3-d19139b90507', '7090049433', 'adulte', NULL, CURRENT_DATE + 274, NULL, NULL, NULL, NULL), -- 伟 王
  ('c7f4eab5-96fb-481f-baa9-bd3e4961c868', '2534072000', 'adulte', '1960-03-08', CURRENT_DATE + 339, NULL, NULL, NULL, NULL), -- さくら 佐藤
  ('c447a781-be60-416c-85e3-9f31383845f9', '5600273139', 'adulte', '2001-10-13', NULL, NULL, NULL, NULL, NULL), -- 민준 김
  ('dc7169ad-091f-4ea5-880f-feff989c5e4d', '2485325779', 'adulte', '1976-08-03', NULL, NULL, NULL, NULL, NULL), -- Արամ Սարգսյան
  ('a1dfeef7-640f-46e5-84c9-3e05b49e0351', '2641121195', 'adulte', '1984-03-26', CURRENT_DATE + 237, NULL, NULL, NULL, NULL), -- François-Xavier du Plessis-Bellière
  ('a2203744-a55e-4435-9cb0-e964d22fa3f7', '5097605843', 'adulte', '1982-08-17', CURRENT_DATE + 45, NULL, NULL, NULL, NULL), -- Siobhán O'Sullivan
  ('62a73694-0ea9-476f-94ed-51f8005d2e7b', '8304487450', 'adulte', '1990-02-22', NULL, NULL, 'Carte prêtée à un tiers, malgré deux rappels', CURRENT_DATE - 75, NULL), -- Łukasz Wójcik
  ('ba0eb1d0-7314-409d-8f20-d8ba36877e6a', '9252766002', 'adulte', '1985-06-04', CURRENT_DATE + 41, NULL, NULL, NULL, NULL), -- Iñaki Etxeberria Muñoz
  ('0e316c1c-b11c-45df-9f3e-eab72b6808d1', '8753404444', 'adulte', '2000-12-09', NULL, NULL, 'Trois rendez-vous manqués pour régler une pénalité', CURRENT_DATE - 12, CURRENT_DATE + 20), -- Şükran Yıldız
  ('ea8c6899-7ff1-4ded-8b53-b599dc22fd21', '6451190471', 'adulte', '2002-02-28', CURRENT_DATE - 30, NULL, NULL, NULL, NULL), -- Božena Dvořáková
  ('c42c5f9d-296b-4206-bed2-c3ab0b832a89', '6450988693', 'adulte', '1982-04-05', CURRENT_DATE + 311, NULL, NULL, NULL, NULL), -- Gaëtan L'Héritier
  ('5114ddb4-4a5b-400a-982b-828e67d208c9', '1006140683', 'adulte', NULL, NULL, NULL, NULL, NULL, NULL), -- Aminata Ndiaye
  ('d31e1722-fdbb-4243-8130-f466231b093c', '9929940626', 'adulte', NULL, NULL, NULL, NULL, NULL, NULL), -- ნინო ბერიძე
  ('e0629ec8-d8ef-4605-9d87-5d580de898d1', 'ECOLE-PONTHOZ-2', 'collectivite', NULL, NULL, NULL, NULL, NULL, NULL), -- Maximilienne-Joséphine van der Straeten-Ponthoz
  ('98d0cce0-d7ac-4044-b374-be049f61cf71', '6719888890', 'jeune', '2011-09-02', NULL, 'a981332d-92e3-4e4a-9fef-19b4e8ad5ae8', NULL, NULL, NULL); -- Léo Le Bœuf

INSERT INTO livre
  (id, titre, auteur, isbn, tome, annee, editeur, type, date_creation)
VALUES
  ('8bb62a6c-8be0-441e-91ac-67427e52cd2a', 'La Chanson de Roland', NULL, NULL, NULL, NULL, NULL, 'livre', '2024-01-24T10:46:37.000Z'),
  ('8a2a3604-f0fe-42e2-89ad-9db5883ae43d', 'Yvain ou le Chevalier au lion', 'Chrétien de Troyes', NULL, NULL, NULL, NULL, 'livre', '2025-12-04T13:09:22.000Z'),
  ('c9ff6943-2d75-4280-9e53-2b852e2722d3', 'Le Testament', 'François Villon', NULL, NULL, 1461, NULL, 'livre', '2026-01-16T15:54:54.000Z'),
  ('435391b5-b033-4de7-9b03-1106566cb43a', 'Pantagruel', 'François Rabelais', NULL, NULL, 1532, NULL, 'livre', '2025-04-26T10:17:40.000Z'),
  ('7fd0e4fd-81b8-442c-86ff-370a41d5cc53', 'Œuvres', 'Louise Labé', NULL, NULL, 1555, NULL, 'livre', '2024-03-06T07:29:30.000Z'),
  ('7fb008a1-3c4c-4044-99ab-e52f5843e49a', 'Les Essais', 'Michel de Montaigne', NULL, NULL, 1580, NULL, 'livre', '2024-03-21T10:39:41.000Z'),
  ('0d16bb0d-9b27-48d9-8ce0-12ab4689611d', 'L''Astrée', 'Honoré d''Urfé', NULL, NULL, 1607, NULL, 'livre', '2024-03-12T10:29:11.000Z'),
  ('2c30b4ed-1a11-4bfc-a651-7e9daf191e57', 'Le Cid', 'Pierre Corneille', NULL, NULL, 1637, NULL, 'livre', '2024-02-07T11:37:57.000Z'),
  ('393b9284-3fab-4c27-af72-c8357b7b1444', 'Discours de la méthode', 'René Descartes', NULL, NULL, 1637, NULL, 'livre', '2024-03-09T13:26:53.000Z'),
  ('f407aec2-bb53-4fd2-bac6-629ccbcb4a0f', 'Dom Juan ou le Festin de pierre', 'Molière', NULL, NULL, 1665, NULL, 'livre', '2024-02-05T07:22:28.000Z'),
  ('617015f2-2558-46e2-aaea-824bd3105862', 'Le Tartuffe ou l''Imposteur', 'Molière', NULL, NULL, 1669, NULL, 'livre', '2024-01-10T10:10:35.000Z'),
  ('02464418-0179-4373-b3a2-e020d69c6655', 'Le Malade imaginaire', 'Molière', NULL, NULL, 1673, NULL, 'livre', '2024-03-21T11:54:57.000Z'),
  ('16d69ec8-8e07-4685-adf2-83757b9e3b93', 'Phèdre', 'Jean Racine', NULL, NULL, 1677, NULL, 'livre', '2024-02-01T13:48:41.000Z'),
  ('4536303a-8e64-481a-82a3-8184502f9303', 'Fables', 'Jean de La Fontaine', NULL, NULL, 1668, NULL, 'livre', '2024-03-19T11:46:25.000Z'),
  ('0d607afa-a056-4305-8add-96a7fde2ac36', 'Pensées', 'Blaise Pascal', NULL, NULL, 1670, NULL, 'livre', '2024-01-15T16:13:45.000Z'),
  ('d86fb405-3bcf-424f-8425-124fc4e2168a', 'La Princesse de Clèves', 'Madame de La Fayette', '9782070414437', NULL, 1678, 'Gallimard', 'livre', '2024-02-09T10:05:19.000Z'),
  ('aedb555d-9640-4da9-8782-f82112d469eb', 'Les Caractères', 'Jean de La Bruyère', NULL, NULL, 1688, NULL, 'livre', '2024-03-25T11:18:43.000Z'),
  ('1610a803-0c3d-4b29-a69c-a667f4b5b268', 'Contes de ma mère l''Oye', 'Charles Perrault', NULL, NULL, 1697, NULL, 'livre', '2024-01-26T07:20:54.000Z'),
  ('7deb34fa-5e6b-4f01-b4a7-ef4b484e6e6c', 'Lettres persanes', 'Montesquieu', NULL, NULL, 1721, NULL, 'livre', '2024-03-08T10:21:03.000Z'),
  ('e2ead3e9-e731-4b69-8bbd-0bbc1f5ca0e9', 'Manon Lescaut', 'Antoine François Prévost', NULL, NULL, 1731, NULL, 'livre', '2024-03-18T12:27:49.000Z'),
  ('7566d75a-5a0f-434f-8d3f-47ef0aea5228', 'Le Jeu de l''amour et du hasard', 'Marivaux', NULL, NULL, 1730, NULL, 'livre', '2024-02-10T12:47:57.000Z'),
  ('39773bb8-50af-4497-8658-53e12f696951', 'Discours sur l''origine et les fondements de l''inégalité parmi les hommes', 'Jean-Jacques Rousseau', NULL, NULL, 1755, NULL, 'livre', '2026-02-19T10:38:02.000Z'),
  ('d7439101-93f8-484e-a58c-f0222aedbfae', 'Candide ou l''Optimisme', 'Voltaire', '9782070466634', NULL, 1759, 'Gallimard', 'livre', '2024-02-28T08:44:12.000Z'),
  ('c79f0891-4bcc-4e9b-8820-bcd7096fbb5b', 'Les Liaisons dangereuses', 'Pierre Choderlos de Laclos', '9782253004011', NULL, 1782, 'Le Livre de Poche', 'livre', '2024-01-10T13:26:24.000Z'),
  ('4e3a3a6d-9c50-4350-b556-60322df4f681', 'Le Mariage de Figaro', 'Pierre-Augustin Caron de Beaumarchais', NULL, NULL, 1784, NULL, 'livre', '2024-03-01T09:01:10.000Z'),
  ('7859f04e-74d6-4f94-9ffb-a557d430fbc2', 'Déclaration des droits de la femme et de la citoyenne', 'Olympe de Gouges', NULL, NULL, 1791, NULL, 'livre', '2024-01-16T09:49:22.000Z'),
  ('b653d99d-da45-42df-b51b-608283306fae', 'Jacques le Fataliste et son maître', 'Denis Diderot', NULL, NULL, 1796, NULL, 'livre', '2024-03-13T11:38:31.000Z'),
  ('7e5e00ce-822f-4158-98fc-348860a32720', 'Mémoires d''outre-tombe', 'François-René de Chateaubriand', NULL, NULL, 1849, NULL, 'livre', '2024-03-01T14:43:43.000Z'),
  ('98c91c4d-c7af-4cd7-8ab6-ce66d8085bfb', 'Le Rouge et le Noir', 'Stendhal', '9782253006206', NULL, 1830, 'Le Livre de Poche', 'livre', '2024-01-29T11:33:27.000Z'),
  ('94ee8a31-7ff7-4c16-b422-9bcc4626946f', 'Eugénie Grandet', 'Honoré de Balzac', NULL, NULL, 1833, NULL, 'livre', '2024-03-04T15:37:11.000Z'),
  ('c02524c7-0a18-4433-8eff-9ba82f70e35c', 'Le Père Goriot', 'Honoré de Balzac', '9782070409341', NULL, 1835, 'Gallimard', 'livre', '2024-03-14T13:05:17.000Z'),
  ('afee10d2-8aa7-4a3a-9b9c-3ebdf7593565', 'Notre-Dame de Paris', 'Victor Hugo', '9782253009689', NULL, 1831, 'Le Livre de Poche', 'livre', '2024-01-13T13:58:58.000Z'),
  ('e707ade1-0cca-4fda-acb6-89c29ad0678b', 'Les Contemplations', 'Victor Hugo', NULL, NULL, 1856, NULL, 'livre', '2026-04-18T14:33:43.000Z'),
  ('ed6b0b45-d262-40a3-b753-3cecb77431bf', 'Les Misérables', 'Victor Hugo', '9782070409228', NULL, 1862, 'Gallimard', 'livre', '2024-02-22T14:50:24.000Z'),
  ('498b08b2-4e45-4a52-9635-1bc8fc8967e2', 'Quatrevingt-treize', 'Victor Hugo', NULL, NULL, 1874, NULL, 'livre', '2025-04-17T09:37:14.000Z'),
  ('be4626d5-b486-45e7-8bf5-797d32aec74d', 'On ne badine pas avec l''amour', 'Alfred de Musset', NULL, NULL, 1834, NULL, 'livre', '2024-02-01T08:00:05.000Z'),
  ('10cfe913-9c3a-43b6-851c-f01da60d2675', 'Les Trois Mousquetaires', 'Alexandre Dumas', '9782253008880', NULL, 1844, 'Le Livre de Poche', 'livre', '2024-02-27T13:49:52.000Z'),
  ('43206e49-5427-4183-9f24-5f2157f5aec7', 'Le Comte de Monte-Cristo', 'Alexandre Dumas', NULL, NULL, 1844, NULL, 'livre', '2024-01-09T14:04:43.000Z'),
  ('4b32bd45-74ab-492f-aa87-4a9c1cda6f24', 'La Mare au diable', 'George Sand', NULL, NULL, 1846, NULL, 'livre', '2025-12-31T07:05:44.000Z'),
  ('e741cac1-c2f9-4d50-8bd1-87ba9b5e9d02', 'Les Fleurs du mal', 'Charles Baudelaire', '9782253007104', NULL, 1857, 'Le Livre de Poche', 'livre', '2024-02-10T08:51:58.000Z'),
  ('1db55c51-7ecb-40d5-b138-7b22ec0d9df9', 'Madame Bovary', 'Gustave Flaubert', '9782070413119', NULL, 1857, 'Gallimard', 'livre', '2024-01-10T09:55:28.000Z'),
  ('2137dc75-6355-4b11-a8d7-c7fc9789d19c', 'L''Éducation sentimentale', 'Gustave Flaubert', NULL, NULL, 1869, NULL, 'livre', '2024-03-12T16:03:37.000Z'),
  ('e4fabec8-3ac3-4b93-885d-7efbe59741e9', 'Vingt mille lieues sous les mers', 'Jules Verne', NULL, NULL, 1870, NULL, 'livre', '2024-03-18T15:59:10.000Z'),
  ('f4c578f8-8553-440b-b053-8aa94e302da8', 'Le Tour du monde en quatre-vingts jours', 'Jules Verne', NULL, NULL, 1872, NULL, 'livre', '2024-01-20T07:17:43.000Z'),
  ('7be7e519-f14c-468a-a020-ee366d742006', 'Une saison en enfer', 'Arthur Rimbaud', NULL, NULL, 1873, NULL, 'livre', '2024-01-25T07:59:15.000Z'),
  ('42942a92-def2-45c9-8fe3-31f60a43064a', 'L''Assommoir', 'Émile Zola', NULL, NULL, 1877, NULL, 'livre', '2024-03-18T07:15:14.000Z'),
  ('2323827e-ae18-464a-8a20-05cc6681bc8f', 'Au Bonheur des Dames', 'Émile Zola', NULL, NULL, 1883, NULL, 'livre', '2024-02-03T08:36:50.000Z'),
  ('fffcd8cd-8fe8-4ed6-908e-42f15ac4139a', 'Germinal', 'Émile Zola', '9782253004226', NULL, 1885, 'Le Livre de Poche', 'livre', '2024-01-27T13:08:28.000Z'),
  ('a0cea082-1db2-4700-b4ca-fc4d491b4d82', 'L''Œuvre', 'Émile Zola', NULL, NULL, 1886, NULL, 'livre', '2024-01-15T08:46:20.000Z'),
  ('63aaa7b6-fc58-4864-91d8-b08fc4f46075', 'Bel-Ami', 'Guy de Maupassant', '9782253009009', NULL, 1885, 'Le Livre de Poche', 'livre', '2024-01-08T08:42:47.000Z'),
  ('f6687f85-8537-4390-8959-c3df81f47e67', 'Le Horla', 'Guy de Maupassant', NULL, NULL, 1887, NULL, 'livre', '2025-10-30T12:27:04.000Z'),
  ('66f3ed1b-46a5-4410-9923-fd98a5655783', 'L''Ève future', 'Auguste de Villiers de L''Isle-Adam', NULL, NULL, 1886, NULL, 'livre', '2024-03-04T12:06:35.000Z'),
  ('44b3cc25-2430-4bb0-80ed-3beca80047cd', 'Cyrano de Bergerac', 'Edmond Rostand', '9782253005674', NULL, 1897, 'Le Livre de Poche', 'livre', '2024-03-16T14:37:10.000Z'),
  ('d7a33998-1d73-47c7-9e89-c03d053ec901', 'Arsène Lupin, gentleman-cambrioleur', 'Maurice Leblanc', NULL, NULL, 1907, NULL, 'livre', '2025-06-13T16:18:39.000Z'),
  ('a863e3f9-081d-4ed8-9f12-8803ed8b4c0f', 'Le Fantôme de l''Opéra', 'Gaston Leroux', NULL, NULL, 1910, NULL, 'livre', '2024-02-13T13:35:27.000Z'),
  ('c6907eb8-043d-4b0e-9a74-d58b7868ba17', 'Le Grand Meaulnes', 'Alain-Fournier', '9782253005278', NULL, 1913, 'Le Livre de Poche', 'livre', '2024-03-01T13:04:26.000Z'),
  ('94f9d307-2afa-4aad-b794-00e0c818ea87', 'Alcools', 'Guillaume Apollinaire', '9782070300075', NULL, 1913, 'Gallimard', 'livre', '2024-03-25T09:49:37.000Z'),
  ('c03edc62-d1a8-4c96-b98e-6bd7f6cf6b4e', 'Du côté de chez Swann', 'Marcel Proust', '9782070379248', NULL, 1913, 'Gallimard', 'livre', '2024-03-12T10:31:19.000Z'),
  ('6a5d0e15-19ba-4ee2-8060-9fb5b71b95b9', 'À l''ombre des jeunes filles en fleurs', 'Marcel Proust', '9782070380510', NULL, 1919, 'Gallimard', 'livre', '2024-03-11T15:47:31.000Z'),
  ('d15cb115-8447-4234-ad7b-86778cd2420f', 'Capitale de la douleur', 'Paul Éluard', '9782070300952', NULL, 1926, 'Gallimard', 'livre', '2024-03-19T10:05:22.000Z'),
  ('c5b66672-7eea-4173-bf11-9deee8e77cab', 'Thérèse Desqueyroux', 'François Mauriac', '9782253004219', NULL, 1927, 'Le Livre de Poche', 'livre', '2024-02-02T08:11:00.000Z'),
  ('7900bc4b-4f42-41db-be39-e8a831ec45b6', 'Nadja', 'André Breton', '9782070360734', NULL, 1928, 'Gallimard', 'livre', '2024-01-27T15:44:38.000Z'),
  ('43584a32-2bc4-46e5-87c0-361e75941a8a', 'Les Enfants terribles', 'Jean Cocteau', '9782253010258', NULL, 1929, 'Le Livre de Poche', 'livre', '2024-01-08T08:21:01.000Z'),
  ('6517f177-f923-4c6f-be55-3adf433a5c33', 'Le Chien jaune', 'Georges Simenon', NULL, NULL, 1931, NULL, 'livre', '2024-03-02T14:44:31.000Z'),
  ('b31f7dd1-32bf-4520-a32c-e0615e2f758b', 'Vol de nuit', 'Antoine de Saint-Exupéry', '9782070360048', NULL, 1931, 'Gallimard', 'livre', '2024-02-29T14:03:26.000Z'),
  ('1e2bbbaf-2316-4e97-9be4-2ac5752444c0', 'Terre des hommes', 'Antoine de Saint-Exupéry', '9782070360215', NULL, 1939, 'Gallimard', 'livre', '2025-10-20T11:19:57.000Z'),
  ('693f4c65-934a-42ca-afde-3c47278c783d', 'Le Petit Prince', 'Antoine de Saint-Exupéry', '9782070408504', NULL, 1943, 'Gallimard', 'livre', '2024-03-06T13:33:47.000Z'),
  ('bf9ea327-71a9-4366-a664-86ead747c912', 'Voyage au bout de la nuit', 'Louis-Ferdinand Céline', '9782070360284', NULL, 1932, 'Gallimard', 'livre', '2024-01-09T08:21:13.000Z'),
  ('23cf1785-c57e-4e14-be84-e8aaf39b71d9', 'La Condition humaine', 'André Malraux', '9782070360017', NULL, 1933, 'Gallimard', 'livre', '2024-02-09T09:12:10.000Z'),
  ('23f53c54-efb9-48a0-8cd2-996956a86b4e', 'La guerre de Troie n''aura pas lieu', 'Jean Giraudoux', NULL, NULL, 1935, NULL, 'livre', '2024-02-24T07:08:38.000Z'),
  ('3634deee-7325-4fce-a392-8bb10f84f129', 'La Nausée', 'Jean-Paul Sartre', '9782070368051', NULL, 1938, 'Gallimard', 'livre', '2024-02-06T16:06:47.000Z'),
  ('cf9ebf34-30b5-439f-8a54-755938e9076d', 'Huis clos, suivi de Les Mouches', 'Jean-Paul Sartre', '9782070368075', NULL, 1947, 'Gallimard', 'livre', '2024-02-23T16:50:02.000Z'),
  ('fa85d802-1cbc-4507-a1dd-1e12f79470ff', 'Cahier d''un retour au pays natal', 'Aimé Césaire', '9782708704206', NULL, 1939, NULL, 'livre', '2024-02-01T16:27:53.000Z'),
  ('d425b8cf-e802-48db-90c8-f2039af53a46', 'L''Étranger', 'Albert Camus', '9782070360024', NULL, 1942, 'Gallimard', 'livre', '2024-02-07T14:48:11.000Z'),
  ('631a3458-f537-4e0d-8c20-c462c0c754b4', 'La Peste', 'Albert Camus', '9782070360420', NULL, 1947, 'Gallimard', 'livre', '2024-02-05T08:01:08.000Z'),
  ('45f4cd09-7121-484f-85ea-f53e90999292', 'La Chute', 'Albert Camus', '9782070360109', NULL, 1956, 'Gallimard', 'livre', '2024-03-23T09:51:36.000Z'),
  ('d1eb6ac6-ca3c-4093-9f89-f3aa7397dc98', 'Le Silence de la mer', 'Vercors', '9782253003106', NULL, 1942, 'Le Livre de Poche', 'livre', '2024-02-19T16:01:51.000Z'),
  ('9225fa8e-2dc3-46d3-9fae-6dedf379dc12', 'Antigone', 'Jean Anouilh', '9782710381419', NULL, 1946, NULL, 'livre', '2024-01-29T08:37:13.000Z'),
  ('1c05e951-d171-4c17-97da-893a0b6615b7', 'Paroles', 'Jacques Prévert', '9782070367627', NULL, 1946, 'Gallimard', 'livre', '2024-02-21T14:59:28.000Z'),
  ('a5b7f772-2ade-47cf-bbe7-a664c4604c1c', 'L''Écume des jours', 'Boris Vian', '9782253140870', NULL, 1947, 'Le Livre de Poche', 'livre', '2024-03-22T12:43:22.000Z'),
  ('008fdfc9-96f1-47bf-9b83-4010644b744c', 'Exercices de style', 'Raymond Queneau', '9782070373635', NULL, 1947, 'Gallimard', 'livre', '2025-07-23T13:12:10.000Z'),
  ('f55700ef-4f9c-474d-8d9e-336e00a37548', 'Zazie dans le métro', 'Raymond Queneau', '9782070361038', NULL, 1959, 'Gallimard', 'livre', '2024-03-26T14:07:45.000Z'),
  ('7e3355e1-0685-4569-b266-14eb46dcb06b', 'Vipère au poing', 'Hervé Bazin', '9782253001454', NULL, 1948, 'Le Livre de Poche', 'livre', '2026-01-03T14:41:39.000Z'),
  ('08414eeb-9519-4fde-9176-2407a031ee64', 'Le Deuxième Sexe', 'Simone de Beauvoir', '9782070323517', '1', 1949, 'Gallimard', 'livre', '2024-02-21T14:24:21.000Z'),
  ('89c48118-969e-4a1f-8088-6f587ae0f907', 'Un barrage contre le Pacifique', 'Marguerite Duras', '9782070368822', NULL, 1950, 'Gallimard', 'livre', '2024-03-25T10:57:58.000Z'),
  ('6e24d20e-af2f-41a1-ad94-39d2d4c4f7d2', 'L''Amant', 'Marguerite Duras', '9782707306951', NULL, 1984, 'Éditions de Minuit', 'livre', '2024-02-28T11:07:52.000Z'),
  ('d67d71f3-27b7-4c16-b0d6-480b5b2a5ba1', 'La Cantatrice chauve, suivi de La Leçon', 'Eugène Ionesco', '9782070362363', NULL, 1954, 'Gallimard', 'livre', '2024-02-14T13:16:27.000Z'),
  ('15efb6dd-9dc9-4ba3-b58b-1599d5f5ebce', 'Le Hussard sur le toit', 'Jean Giono', '9782070362400', NULL, 1951, 'Gallimard', 'livre', '2024-02-07T08:53:02.000Z'),
  ('f982672d-844d-4466-bb35-7c981094a289', 'Mémoires d''Hadrien', 'Marguerite Yourcenar', '9782070369218', NULL, 1951, 'Gallimard', 'livre', '2024-03-23T11:08:57.000Z'),
  ('026a601e-6ec1-47aa-8e81-37379e2b1f27', 'L''Œuvre au noir', 'Marguerite Yourcenar', '9782070367986', NULL, 1968, 'Gallimard', 'livre', '2024-03-19T12:08:10.000Z'),
  ('170f1e45-edd6-4e54-a0bd-2d7bcf0d6952', 'Le Rivage des Syrtes', 'Julien Gracq', NULL, NULL, 1951, NULL, 'livre', '2024-02-09T11:25:52.000Z'),
  ('10ae47ca-d598-464a-a94f-813a0d5ef1c1', 'En attendant Godot', 'Samuel Beckett', '9782707301482', NULL, 1952, 'Éditions de Minuit', 'livre', '2024-03-21T08:00:04.000Z'),
  ('61d04ae2-dc07-44e6-a333-face35af59af', 'L''Enfant noir', 'Camara Laye', NULL, NULL, 1953, NULL, 'livre', '2024-03-14T10:30:41.000Z'),
  ('194e2a21-762d-4faf-8471-8de1feb58113', 'Bonjour tristesse', 'Françoise Sagan', NULL, NULL, 1954, NULL, 'livre', '2024-02-28T08:18:58.000Z'),
  ('fc9e8e71-9cb7-4653-8e3e-928b6bef76d4', 'La Gloire de mon père', 'Marcel Pagnol', '9782877065078', NULL, 1957, NULL, 'livre', '2025-07-31T13:25:03.000Z'),
  ('42aef908-8928-4d77-aa6f-8c69ce54bf95', 'La Modification', 'Michel Butor', '9782707303127', NULL, 1957, 'Éditions de Minuit', 'livre', '2024-01-13T11:06:09.000Z'),
  ('3b584b3f-31b0-4a0d-8c0b-06e63220b5ab', 'La Promesse de l''aube', 'Romain Gary', '9782070363735', NULL, 1960, 'Gallimard', 'livre', '2024-02-28T09:03:01.000Z'),
  ('38e3b4cb-139b-4c57-a0f2-2497a17cb233', 'La Vie devant soi', 'Romain Gary (Émile Ajar)', '9782070373628', NULL, 1975, 'Gallimard', 'livre', '2025-11-03T13:44:23.000Z'),
  ('d789de30-c93a-4b79-9434-54c86301187b', 'Quel petit vélo à guidon chromé au fond de la cour ?', 'Georges Perec', '9782070374137', NULL, 1966, 'Gallimard', 'livre', '2026-02-02T12:40:11.000Z'),
  ('41e05345-9ec9-4aa6-baa2-1d74d4b18bc3', 'La Vie mode d''emploi', 'Georges Perec', '9782253023906', NULL, 1978, 'Le Livre de Poche', 'livre', '2025-09-03T10:03:45.000Z'),
  ('8bd58c85-89ed-487b-84a9-dd702bc6c07b', 'L''Avalée des avalés', 'Réjean Ducharme', '9782070373932', NULL, 1966, 'Gallimard', 'livre', '2024-01-24T13:31:46.000Z'),
  ('e28d3eab-eb38-44d9-bb28-3a44589bc13f', 'Vendredi ou les Limbes du Pacifique', 'Michel Tournier', '9782070369591', NULL, 1967, 'Gallimard', 'livre', '2024-01-19T12:45:20.000Z'),
  ('a335bb00-20e3-45e8-92d0-3bae9ba8bb15', 'Belle du Seigneur', 'Albert Cohen', '9782070404025', NULL, 1968, 'Gallimard', 'livre', '2024-01-15T08:40:06.000Z'),
  ('effea719-c523-4874-9af4-a5452a079d69', 'Un sac de billes', 'Joseph Joffo', '9782253029496', NULL, 1973, 'Le Livre de Poche', 'livre', '2024-03-05T16:38:59.000Z'),
  ('9e4ad877-fc5f-4708-bbc8-ab94466c2b06', 'Une si longue lettre', 'Mariama Bâ', NULL, NULL, 1979, NULL, 'livre', '2024-01-11T14:03:49.000Z'),
  ('af88c9e8-9019-42e0-8e8f-a1a27a0efb09', 'Désert', 'J. M. G. Le Clézio', '9782070376704', NULL, 1980, 'Gallimard', 'livre', '2024-02-21T08:59:46.000Z'),
  ('a8dc9208-e215-4953-8a18-3d6236b65819', 'La Place', 'Annie Ernaux', '9782070377220', NULL, 1983, 'Gallimard', 'livre', '2024-01-08T15:27:23.000Z'),
  ('279d388d-d3e7-4da3-93a6-edcd04c2f959', 'Moi, Tituba, sorcière noire de Salem', 'Maryse Condé', '9782070379293', NULL, 1986, 'Gallimard', 'livre', '2024-03-11T10:58:23.000Z'),
  ('dcbed71b-1be1-4d95-ac9e-658edd75ec79', 'Texaco', 'Patrick Chamoiseau', NULL, NULL, 1992, NULL, 'livre', '2025-09-08T11:34:06.000Z'),
  ('81fc28da-8acd-420e-82e3-4764b8d82e59', 'Stupeur et tremblements', 'Amélie Nothomb', '9782253150718', NULL, 1999, 'Le Livre de Poche', 'livre', '2026-05-12T14:04:18.000Z'),
  ('44714a29-dd4b-4b37-9d62-f487d41d1fde', 'L''Élégance du hérisson', 'Muriel Barbery', '9782070391653', NULL, 2006, 'Gallimard', 'livre', '2026-04-09T11:13:10.000Z'),
  ('fca6ac57-6229-4d06-a83e-f97aab0c6fc3', 'Au revoir là-haut', 'Pierre Lemaitre', '9782253194613', NULL, 2013, 'Le Livre de Poche', 'livre', '2024-03-22T09:10:04.000Z'),
  ('ecea0c89-81aa-46c4-9691-9e91e1eb44f3', 'Chanson douce', 'Leïla Slimani', '9782072764929', NULL, 2016, 'Gallimard', 'livre', '2025-06-16T09:31:37.000Z'),
  ('19fba413-2ab3-4722-9953-cf8054b8d675', 'L''Odyssée', 'Homère', NULL, NULL, NULL, NULL, 'livre', '2024-03-08T12:13:00.000Z'),
  ('64f31ead-226a-435f-8b65-ffd872dab958', 'Les Perses', 'Eschyle', NULL, NULL, -472, NULL, 'livre', '2024-01-25T08:25:46.000Z'),
  ('fb59e22b-3666-4449-b49b-71dda7b991a4', 'Œdipe roi', 'Sophocle', NULL, NULL, NULL, NULL, 'livre', '2024-01-20T07:46:09.000Z'),
  ('9c95417d-e477-4aed-b868-f91a6527da71', 'Médée', 'Euripide', NULL, NULL, -431, NULL, 'livre', '2024-02-15T11:33:42.000Z'),
  ('1a5ceb84-19e0-44b6-9a60-c7eaebbf2162', 'L''Énéide', 'Virgile', NULL, NULL, -19, NULL, 'livre', '2026-03-30T07:05:07.000Z'),
  ('2c642d09-64c8-4b50-bc38-4b8ded42b454', 'Les Métamorphoses', 'Ovide', NULL, NULL, 8, NULL, 'livre', '2024-01-08T14:21:47.000Z'),
  ('d1ab8ed0-88be-402c-b5de-5fdfadf7bfce', 'La Divine Comédie', 'Dante Alighieri', NULL, NULL, 1321, NULL, 'livre', '2024-03-02T09:49:31.000Z'),
  ('142e5c7d-c65d-46ec-9f4e-911493408b4e', 'Hamlet', 'William Shakespeare', NULL, NULL, 1603, NULL, 'livre', '2024-01-29T09:32:42.000Z'),
  ('d8016e29-9084-4038-a9ed-bc9f0af2c425', 'El ingenioso hidalgo don Quijote de la Mancha', 'Miguel de Cervantes', NULL, NULL, 1605, NULL, 'livre', '2024-03-28T11:01:19.000Z'),
  ('c90da191-1701-4370-ac14-606465460d7d', 'Faust. Der Tragödie erster Teil', 'Johann Wolfgang von Goethe', '9783150000014', NULL, 1808, NULL, 'livre', '2024-03-11T10:18:37.000Z'),
  ('0911ea71-ab52-4b5c-92d5-7029f070a278', 'Pride and Prejudice', 'Jane Austen', '9780141439518', NULL, 1813, 'Penguin', 'livre', '2024-01-31T13:55:30.000Z'),
  ('7a0b0472-cd5e-45a8-a80e-52023a4872de', 'Frankenstein ou le Prométhée moderne', 'Mary Shelley', NULL, NULL, 1818, NULL, 'livre', '2024-02-20T07:54:55.000Z'),
  ('b47850c0-9bf5-4a7e-8c02-7306da3186c8', 'Pan Tadeusz', 'Adam Mickiewicz', NULL, NULL, 1834, NULL, 'livre', '2024-01-30T11:03:58.000Z'),
  ('651cf277-8177-4f0f-aed1-fa5259c8e754', 'Wuthering Heights', 'Emily Brontë', '9780141439556', NULL, 1847, 'Penguin', 'livre', '2024-02-20T08:16:21.000Z'),
  ('a3f45725-008a-4693-abd6-9ae9686054fc', 'Moby-Dick; or, The Whale', 'Herman Melville', '9780142437247', NULL, 1851, 'Penguin', 'livre', '2024-01-23T10:27:44.000Z'),
  ('17f89745-891e-4572-8c4f-a8a7a402d7e4', 'Le Chien des Baskerville', 'Arthur Conan Doyle', NULL, NULL, 1902, NULL, 'livre', '2024-02-05T11:04:24.000Z'),
  ('18695469-b316-4b67-85a8-0ec84e142138', 'Die Verwandlung', 'Franz Kafka', '9783150099001', NULL, 1915, NULL, 'livre', '2024-03-19T11:44:37.000Z'),
  ('ad462b29-3810-485b-954e-cdbe381921a6', 'Ulysses', 'James Joyce', '9780679722762', NULL, 1922, NULL, 'livre', '2024-02-09T12:07:10.000Z'),
  ('2c4629f8-1331-4d5a-aa6a-6332315f5577', 'Osudy dobrého vojáka Švejka za světové války', 'Jaroslav Hašek', NULL, NULL, 1921, NULL, 'livre', '2024-03-29T07:33:05.000Z'),
  ('5d42afb0-a03a-400a-bff1-0eb3f89fb65a', 'The Great Gatsby', 'F. Scott Fitzgerald', '9780743273565', NULL, 1925, NULL, 'livre', '2024-03-14T12:01:25.000Z'),
  ('01dd8ef7-8b71-44a5-af17-0c0d9b96b7a2', 'Mrs Dalloway', 'Virginia Woolf', '9780156628709', NULL, 1925, NULL, 'livre', '2024-02-29T12:22:06.000Z'),
  ('edf7ade0-d8ee-4c47-9d62-52df6e8c7760', 'À l''Ouest, rien de nouveau', 'Erich Maria Remarque', NULL, NULL, 1929, NULL, 'livre', '2025-02-22T16:45:20.000Z'),
  ('5776eea2-1069-462f-a1ef-0c497525db84', 'Le Meilleur des mondes', 'Aldous Huxley', '9782266128568', NULL, 1932, 'Pocket', 'livre', '2024-01-10T16:01:56.000Z'),
  ('69a325ba-03ae-4b77-a07f-29f762233eba', 'Le Crime de l''Orient-Express', 'Agatha Christie', NULL, NULL, 1934, NULL, 'livre', '2025-06-27T14:10:02.000Z'),
  ('ac54affd-66f1-412a-9eec-0ad4a8b81fe3', 'Des souris et des hommes', 'John Steinbeck', '9782070360376', NULL, 1937, 'Gallimard', 'livre', '2024-01-22T16:54:26.000Z'),
  ('6bb5f7d7-7c9f-47ca-a4dc-af018e279a3e', 'Le Joueur d''échecs', 'Stefan Zweig', '9782253057840', NULL, 1943, 'Le Livre de Poche', 'livre', '2024-02-10T12:44:01.000Z'),
  ('2e8cf457-afe8-42ac-bdd6-070af619f9ff', 'Fictions', 'Jorge Luis Borges', '9782070366149', NULL, 1944, 'Gallimard', 'livre', '2024-03-25T10:34:53.000Z'),
  ('b88ef678-9729-481c-9270-e45544b4ea89', 'Si c''est un homme', 'Primo Levi', '9782266022507', NULL, 1947, 'Pocket', 'livre', '2024-03-20T10:01:21.000Z'),
  ('24469ca5-b896-4eac-aa18-2cb1a3a83ff1', '1984', 'George Orwell', '9782070368228', NULL, 1949, 'Gallimard', 'livre', '2024-03-14T12:41:13.000Z'),
  ('ca1a822e-b428-4260-9a0b-a0a40cb2b6a5', 'Fondation', 'Isaac Asimov', '9782070360536', NULL, 1951, 'Gallimard', 'livre', '2024-02-23T10:55:36.000Z'),
  ('39303d5d-407f-4ecf-a903-282a7ba39117', 'Le Vieil Homme et la mer', 'Ernest Hemingway', '9782070360079', NULL, 1952, 'Gallimard', 'livre', '2024-01-22T11:24:17.000Z'),
  ('32b674bc-50bc-4394-809d-4faee405f356', 'Fahrenheit 451', 'Ray Bradbury', '9782070415731', NULL, 1953, 'Gallimard', 'livre', '2024-02-05T08:11:51.000Z'),
  ('6798df34-63c9-477f-9a08-b4b66244ac54', 'Pedro Páramo', 'Juan Rulfo', NULL, NULL, 1955, NULL, 'livre', '2024-02-26T08:26:39.000Z'),
  ('1b138402-9e90-41b9-9d58-427373020d78', 'İnce Memed', 'Yaşar Kemal', NULL, NULL, 1955, NULL, 'livre', '2024-01-12T11:51:29.000Z'),
  ('2caf32d6-7dc9-4b4c-ba38-a5e76c547e77', 'Things Fall Apart', 'Chinua Achebe', '9780385474542', NULL, 1958, NULL, 'livre', '2024-01-09T07:21:00.000Z'),
  ('617f3305-6cce-4dd5-a9de-f612342d7b09', 'Le Guépard', 'Luchino Visconti', NULL, NULL, 1963, NULL, 'dvd', '2024-02-29T11:14:46.000Z'),
  ('d6310cf8-2f82-4abe-8a46-037453fb81c8', 'To Kill a Mockingbird', 'Harper Lee', '9780061120084', NULL, 1960, NULL, 'livre', '2025-10-29T16:43:10.000Z'),
  ('6c818df3-d4af-4727-b32d-fba3f74c151d', 'Dune', 'Frank Herbert', '9782266320542', NULL, 1965, 'Pocket', 'livre', '2024-01-15T13:14:19.000Z'),
  ('2c376667-469b-41f0-837f-c449bfd2e9f1', 'Cent ans de solitude', 'Gabriel García Márquez', '9782020238113', NULL, 1967, NULL, 'livre', '2024-01-09T14:22:30.000Z'),
  ('34a8eb5b-354a-4944-9c32-43675db13672', 'The Left Hand of Darkness', 'Ursula K. Le Guin', '9780441478125', NULL, 1969, NULL, 'livre', '2024-02-21T12:42:17.000Z'),
  ('a406c4ab-0cd3-4594-9054-82f9aaa536ee', 'Le città invisibili', 'Italo Calvino', NULL, NULL, 1972, NULL, 'livre', '2024-01-25T12:37:28.000Z'),
  ('b2b79b94-8390-4d8f-a2aa-9c7d1525b82e', 'Le Nom de la rose', 'Jean-Jacques Annaud', NULL, NULL, 1986, NULL, 'dvd', '2024-03-22T08:28:08.000Z'),
  ('6d2dc5e1-eb74-400e-8f9e-9d485e812add', 'L''Insoutenable Légèreté de l''être', 'Milan Kundera', '9782070381654', NULL, 1984, 'Gallimard', 'livre', '2024-02-02T14:44:34.000Z'),
  ('7781106d-9e26-4def-8387-82f2d34f57cc', 'Beloved', 'Toni Morrison', '9781400033416', NULL, 1987, NULL, 'livre', '2024-01-19T08:57:43.000Z'),
  ('9d058fc6-9861-4b29-8e6f-f4c73493a313', 'Truyện Kiều', 'Nguyễn Du', NULL, NULL, 1820, NULL, 'livre', '2024-03-05T10:44:49.000Z'),
  ('403d61ee-4009-4ddc-be65-855c1c88f78c', 'Евгений Онегин', 'Александр Пушкин', NULL, NULL, 1833, NULL, 'livre', '2024-02-17T08:21:11.000Z'),
  ('6647e748-a990-4818-bd73-5a8fdd8bbbe1', 'Преступление и наказание', 'Фёдор Достоевский', NULL, NULL, 1866, NULL, 'livre', '2024-01-23T13:26:32.000Z'),
  ('ef67e31c-49e9-439e-a0a8-34a5822fcf42', 'Война и мир', 'Лев Толстой', NULL, NULL, 1869, NULL, 'livre', '2024-02-05T07:10:29.000Z'),
  ('56413dfc-cbb6-4981-a2b2-e467b943b52b', 'Мастер и Маргарита', 'Михаил Булгаков', NULL, NULL, 1967, NULL, 'livre', '2024-03-23T13:44:15.000Z'),
  ('2242230f-ecec-42fe-a3e9-bbd1f10551f9', 'Кобзар', 'Тарас Шевченко', NULL, NULL, 1840, NULL, 'livre', '2024-03-18T12:58:57.000Z'),
  ('90371e3d-ca02-4fb8-8ba4-455eaddb7d10', 'Βίος και πολιτεία του Αλέξη Ζορμπά', 'Νίκος Καζαντζάκης', NULL, NULL, 1946, NULL, 'livre', '2024-03-19T13:01:20.000Z'),
  ('45fe853e-6816-4518-88e0-65b7c860a7a3', 'Ποιήματα', 'Κωνσταντίνος Π. Καβάφης', NULL, NULL, 1935, NULL, 'livre', '2024-03-02T07:05:51.000Z'),
  ('423685dc-2241-4ace-a22f-ba3cde269c3a', 'Սամվել', 'Րաֆֆի', NULL, NULL, 1886, NULL, 'livre', '2024-03-23T08:53:15.000Z'),
  ('21b70e8d-f05c-4365-b4fe-23738009db69', 'ვეფხისტყაოსანი', 'შოთა რუსთაველი', NULL, NULL, NULL, NULL, 'livre', '2024-03-06T08:22:11.000Z'),
  ('618e89e9-4ee3-4848-89b7-d83449651517', 'ألف ليلة وليلة', 'مجهول', NULL, NULL, NULL, NULL, 'livre', '2024-02-07T16:07:12.000Z'),
  ('e251b914-53a7-416c-9e0a-14a8b45539d3', 'بين القصرين', 'نجيب محفوظ', NULL, NULL, 1956, NULL, 'livre', '2024-01-22T11:21:22.000Z'),
  ('908d46f4-12fa-4e2c-aa13-ddc9fc8780e8', 'موسم الهجرة إلى الشمال', 'الطيب صالح', NULL, NULL, 1966, NULL, 'livre', '2024-03-26T09:31:53.000Z'),
  ('babc0209-5b4a-4109-9d00-8a78cd65811e', 'بوف کور', 'صادق هدایت', NULL, NULL, 1936, NULL, 'livre', '2024-01-22T16:12:41.000Z'),
  ('f469f75c-cf2c-4665-8dec-392479f575e4', 'סיפור על אהבה וחושך', 'עמוס עוז', NULL, NULL, 2002, NULL, 'livre', '2024-01-25T16:45:36.000Z'),
  ('9fc9e1db-9dfd-459d-a4af-529e8deff4cb', 'गोदान', 'प्रेमचंद', NULL, NULL, 1936, NULL, 'livre', '2025-08-05T08:22:19.000Z'),
  ('5584f34f-b74e-41b5-ae99-69ee78cc4e66', '道德经', '老子', NULL, NULL, NULL, NULL, 'livre', '2024-03-23T11:08:14.000Z'),
  ('672fd19e-878a-4b57-b1d7-b0cc21c511a9', '红楼梦', '曹雪芹', '9787020002207', NULL, 1791, NULL, 'livre', '2024-03-06T07:25:31.000Z'),
  ('44858734-ed56-457c-9720-62f51c11e222', '呐喊', '鲁迅', NULL, NULL, 1923, NULL, 'livre', '2024-01-09T10:19:04.000Z'),
  ('8ed343fa-01e6-4b78-9dcf-e19a8adff78b', '三体', '刘慈欣', '9787536692930', NULL, 2008, NULL, 'livre', '2024-01-20T16:58:01.000Z'),
  ('a06cfb4b-babc-48a5-bfae-949012039275', '源氏物語', '紫式部', NULL, NULL, NULL, NULL, 'livre', '2024-03-06T12:16:32.000Z'),
  ('55ed27f5-bc15-4a6a-b48e-9a7c82f0c873', '吾輩は猫である', '夏目漱石', '9784101010014', NULL, 1905, NULL, 'livre', '2024-01-13T08:34:57.000Z'),
  ('e85ca500-04d2-4776-977d-418e5e0f0e0b', 'ノルウェイの森', '村上春樹', NULL, NULL, 1987, NULL, 'livre', '2024-03-11T09:58:10.000Z'),
  ('f7a218ec-2545-4b30-bb01-8dcd5762a200', '채식주의자', '한강', '9788936433598', NULL, 2007, NULL, 'livre', '2024-02-27T15:15:28.000Z'),
  ('5afb6665-d662-4d30-ae7a-3c869c87a064', 'Les Malheurs de Sophie', 'Comtesse de Ségur', NULL, NULL, 1858, NULL, 'livre', '2024-03-12T16:45:20.000Z'),
  ('52abac62-2d36-4792-b50d-01d70d5dfb16', 'Pippi Långstrump', 'Astrid Lindgren', NULL, NULL, 1945, NULL, 'livre', '2024-02-29T15:02:19.000Z'),
  ('2de4bfb3-1ddd-4e21-b7a6-455b2dda268c', 'Le Petit Nicolas', 'René Goscinny et Jean-Jacques Sempé', NULL, NULL, 1960, NULL, 'livre', '2024-02-02T15:23:48.000Z'),
  ('bcc23b41-8b83-4b4b-895b-c78fbcfdd38c', 'Where the Wild Things Are', 'Maurice Sendak', '9780060254926', NULL, 1963, NULL, 'livre', '2026-05-11T12:42:58.000Z'),
  ('c40a90dd-e045-4e9f-912d-583b41c738d5', 'Harry Potter à l''école des sorciers', 'J. K. Rowling', '9782070518425', NULL, 1997, 'Gallimard', 'livre', '2024-02-14T11:23:21.000Z'),
  ('7e135aa6-e38d-4f4f-a138-22f68eef4e19', 'Le Lotus bleu', 'Hergé', '9782203001046', NULL, 1936, NULL, 'bd', '2024-01-20T07:27:29.000Z'),
  ('2debb932-033c-4f1b-9f80-33227288ffbc', 'Astérix et Cléopâtre', 'René Goscinny et Albert Uderzo', '9782012101388', NULL, 1965, NULL, 'bd', '2024-03-21T15:00:43.000Z'),
  ('c37e1f2a-3266-48a8-9b31-84aa6c216665', 'Maus', 'Art Spiegelman', '9782080675347', NULL, 1991, NULL, 'bd', '2024-03-27T08:15:03.000Z'),
  ('4892b657-f930-4259-82ee-20383d369e41', 'Persepolis', 'Marjane Satrapi', NULL, NULL, 2000, NULL, 'bd', '2024-02-23T11:29:44.000Z'),
  ('8181a930-07cb-424e-a20c-8d8f63d149e9', 'De la démocratie en Amérique', 'Alexis de Tocqueville', NULL, NULL, 1835, NULL, 'livre', '2024-01-31T13:41:47.000Z'),
  ('ea515621-aaba-47ef-9a8d-9abb685baa24', 'La Hulotte', 'Pierre Déom', NULL, NULL, 1972, NULL, 'revue', '2024-01-22T15:19:28.000Z'),
  ('032caf42-477b-44e0-9ff9-dd976df2b201', 'L''Étrange Défaite', 'Marc Bloch', '9782070325696', NULL, 1946, 'Gallimard', 'livre', '2024-01-10T08:55:07.000Z'),
  ('ace3084b-5393-443f-b718-2c366dc3367b', 'Tristes Tropiques', 'Claude Lévi-Strauss', NULL, NULL, 1955, NULL, 'livre', '2025-08-18T13:27:30.000Z'),
  ('e598d326-4a10-4164-b24c-52196a78976e', 'Les Damnés de la terre', 'Frantz Fanon', '9782707142818', NULL, 1961, NULL, 'livre', '2024-02-29T08:43:29.000Z'),
  ('66057369-db45-4468-8528-09dc6a087c6b', 'Le Deuxième Sexe', 'Simone de Beauvoir', '9782070323517', '2', 1949, 'Gallimard', 'livre', '2024-02-16T11:46:25.000Z'),
  ('61b94c3e-a719-44e5-8b92-053f8ca1d2c4', 'Surveiller et punir', 'Michel Foucault', '9782070729685', NULL, 1975, 'Gallimard', 'livre', '2024-03-18T07:51:52.000Z'),
  ('34c0f385-88b7-4004-9a17-47268812d036', 'Cahiers du cinéma', NULL, NULL, NULL, 1951, NULL, 'revue', '2024-01-29T08:52:53.000Z'),
  ('e79884ca-f33c-445a-ae77-704c3a9a368d', 'A Brief History of Time', 'Stephen Hawking', '9780553380163', NULL, 1988, NULL, 'livre', '2025-10-10T15:13:33.000Z'),
  ('cb22f0fc-8e8f-4684-8806-124254704098', 'Sapiens : une brève histoire de l''humanité', 'Yuval Noah Harari', '9782226257017', NULL, 2011, NULL, 'livre', '2024-03-28T14:40:12.000Z');

INSERT INTO exemplaire
  (id, livre_id, code_barres, cote, etat, note, date_entree)
VALUES
  ('018d3b14-36c8-77c5-9f32-c1f7ccc3e147', '8bb62a6c-8be0-441e-91ac-67427e52cd2a', 'BM000001', 'R ANO', 'en_service', NULL, '2024-01-24'), -- « La Chanson de Roland »
  ('018d3b14-36c9-7060-a4b4-5437518d9283', '8bb62a6c-8be0-441e-91ac-67427e52cd2a', 'BM000002', 'R ANO', 'exclu_du_pret', 'Édition ancienne, à consulter sur place', '2024-01-24'), -- « La Chanson de Roland »
  ('019ae97b-47d0-711b-896a-ee286ac0c2f6', '8a2a3604-f0fe-42e2-89ad-9db5883ae43d', 'BM000003', 'R TRO', 'en_service', NULL, '2025-12-04'), -- « Yvain ou le Chevalier au lion »
  ('019bc784-48b0-7418-ac9f-a2fd677408fc', 'c9ff6943-2d75-4280-9e53-2b852e2722d3', 'BM000004', 'R VIL', 'en_service', NULL, '2026-01-16'), -- « Le Testament »
  ('0196719a-4da0-771e-927a-1e527472d964', '435391b5-b033-4de7-9b03-1106566cb43a', 'BM000005', 'R RAB', 'en_service', NULL, '2025-04-26'), -- « Pantagruel »
  ('0196719a-4da1-7479-8128-13fa1f453eff', '435391b5-b033-4de7-9b03-1106566cb43a', 'BM000006', 'R RAB', 'en_reparation', 'Dos décollé, chez le relieur', '2025-04-26'), -- « Pantagruel »
  ('018e6098-59c8-7498-a76d-5a2722297d18', '7fb008a1-3c4c-4044-99ab-e52f5843e49a', 'BM000007', 'R MON', 'en_service', NULL, '2024-03-21'), -- « Les Essais »
  ('018e6098-59c9-7640-aae7-d2b6f97752ea', '7fb008a1-3c4c-4044-99ab-e52f5843e49a', 'BM000008', 'R MON', 'en_service', NULL, '2024-03-21'), -- « Les Essais »
  ('018e6098-59ca-7785-bb0c-fdda5521744a', '7fb008a1-3c4c-4044-99ab-e52f5843e49a', 'BM000009', 'R MON', 'en_service', NULL, '2024-03-21'), -- « Les Essais »
  ('018e6098-59cb-76f6-94b5-2612b4d7ccb3', '7fb008a1-3c4c-4044-99ab-e52f5843e49a', 'BM000010', 'R MON', 'perdu', 'Introuvable au récolement', '2024-03-21'), -- « Les Essais »
  ('018e3235-80d8-767d-8ebb-5c99c1374bc7', '0d16bb0d-9b27-48d9-8ce0-12ab4689611d', 'BM000011', 'R DUR', 'en_service', NULL, '2024-03-12'), -- « L'Astrée »
  ('018d835c-3e08-7782-a0bd-1a10f49241cf', '2c30b4ed-1a11-4bfc-a651-7e9daf191e57', 'BM000012', 'R COR', 'en_service', NULL, '2024-02-07'), -- « Le Cid »
  ('018e2365-1d48-7217-b2a6-4de9f027edab', '393b9284-3fab-4c27-af72-c8357b7b1444', 'BM000013', 'R DES', 'en_service', NULL, '2024-03-09'), -- « Discours de la méthode »
  ('018d7825-9f20-779c-9eec-b7060aeec256', 'f407aec2-bb53-4fd2-bac6-629ccbcb4a0f', 'BM000014', 'R MOL', 'en_service', NULL, '2024-02-05'), -- « Dom Juan ou le Festin de pierre »
  ('018d7825-9f21-71ab-943f-c6a20bf9a72e', 'f407aec2-bb53-4fd2-bac6-629ccbcb4a0f', 'BM000015', 'R MOL', 'retire', 'Pages manquantes, remplacé', '2024-02-05'), -- « Dom Juan ou le Festin de pierre »
  ('018cf2da-3178-74bc-bd69-dc0373e11edf', '617015f2-2558-46e2-aaea-824bd3105862', 'BM000016', 'R MOL', 'en_service', NULL, '2024-01-10'), -- « Le Tartuffe ou l'Imposteur »
  ('018cf2da-3179-75e3-8ef4-2dd6d98c1570', '617015f2-2558-46e2-aaea-824bd3105862', 'BM000017', 'R MOL', 'en_service', NULL, '2024-01-10'), -- « Le Tartuffe ou l'Imposteur »
  ('018cf2da-317a-7310-b167-1c8cfb656767', '617015f2-2558-46e2-aaea-824bd3105862', 'BM000018', 'R MOL', 'en_reparation', 'Couverture à refaire', '2024-01-10'), -- « Le Tartuffe ou l'Imposteur »
  ('018e60dd-4268-77e5-af0c-dc156a8e6907', '02464418-0179-4373-b3a2-e020d69c6655', 'BM000019', 'R MOL', 'en_service', NULL, '2024-03-21'), -- « Le Malade imaginaire »
  ('018d64ed-c6a8-76ea-b4c6-0b6b57c8a5f6', '16d69ec8-8e07-4685-adf2-83757b9e3b93', 'BM000020', 'R RAC', 'en_service', NULL, '2024-02-01'), -- « Phèdre »
  ('018e5688-ba68-7642-8d28-b56e6bd1020e', '4536303a-8e64-481a-82a3-8184502f9303', 'BM000021', 'R FON', 'en_service', NULL, '2024-03-19'), -- « Fables »
  ('018e5688-ba69-75aa-a8ab-c18e0e5666b3', '4536303a-8e64-481a-82a3-8184502f9303', 'BM000022', 'R FON', 'en_service', 'Don de l’association des amis de la bibliothèque', '2024-03-19'), -- « Fables »
  ('018d0de6-7aa8-72e5-9016-faf2a2f480ee', '0d607afa-a056-4305-8add-96a7fde2ac36', 'BM000023', 'R PAS', 'en_service', NULL, '2024-01-15'), -- « Pensées »
  ('018d0de6-7aa9-72e9-89f3-dfc4bcba22e0', '0d607afa-a056-4305-8add-96a7fde2ac36', 'BM000024', 'R PAS', 'en_service', NULL, '2024-01-15'), -- « Pensées »
  ('018d8d54-2718-770d-a6bd-fab398945fd8', 'd86fb405-3bcf-424f-8425-124fc4e2168a', 'BM000025', 'R FAY', 'en_service', NULL, '2024-02-09'), -- « La Princesse de Clèves »
  ('018e7555-8638-76f0-b9de-5ab9e7abef97', 'aedb555d-9640-4da9-8782-f82112d469eb', 'BM000026', 'R BRU', 'en_service', NULL, '2024-03-25'), -- « Les Caractères »
  ('018d44a4-97f0-70a7-993a-ae9b823d6ced', '1610a803-0c3d-4b29-a69c-a667f4b5b268', 'BM000027', 'R PER', 'en_service', NULL, '2024-01-26'), -- « Contes de ma mère l'Oye »
  ('018e1d94-9e98-71da-9843-d05712a7441f', '7deb34fa-5e6b-4f01-b4a7-ef4b484e6e6c', 'BM000028', 'R MON', 'en_service', NULL, '2024-03-08'), -- « Lettres persanes »
  ('018e1d94-9e99-736f-88ab-dabefabe9dd6', '7deb34fa-5e6b-4f01-b4a7-ef4b484e6e6c', 'BM000029', 'R MON', 'en_service', NULL, '2024-03-08'), -- « Lettres persanes »
  ('018e5188-4588-7536-8222-8b7a3f91e045', 'e2ead3e9-e731-4b69-8bbd-0bbc1f5ca0e9', 'BM000030', 'R PRE', 'en_service', NULL, '2024-03-18'), -- « Manon Lescaut »
  ('018e5188-4589-7423-8d1a-7b87f037b0d6', 'e2ead3e9-e731-4b69-8bbd-0bbc1f5ca0e9', 'BM000031', 'R PRE', 'en_service', NULL, '2024-03-18'), -- « Manon Lescaut »
  ('018e5188-458a-776c-a416-cc8fe0520f6c', 'e2ead3e9-e731-4b69-8bbd-0bbc1f5ca0e9', 'BM000032', 'R PRE', 'en_service', NULL, '2024-03-18'), -- « Manon Lescaut »
  ('018d930f-6848-72fb-9e8a-24c95622038c', '7566d75a-5a0f-434f-8d3f-47ef0aea5228', 'BM000033', 'R MAR', 'en_service', NULL, '2024-02-10'), -- « Le Jeu de l'amour et du hasard »
  ('018d930f-6849-729a-bea5-2f5dd478a77e', '7566d75a-5a0f-434f-8d3f-47ef0aea5228', 'BM000034', 'R MAR', 'en_service', NULL, '2024-02-10'), -- « Le Jeu de l'amour et du hasard »
  ('018d930f-684a-74b4-bf96-50f776b59224', '7566d75a-5a0f-434f-8d3f-47ef0aea5228', 'BM000035', 'R MAR', 'en_service', NULL, '2024-02-10'), -- « Le Jeu de l'amour et du hasard »
  ('019c757a-6710-7006-b98c-75bb7bdea411', '39773bb8-50af-4497-8658-53e12f696951', 'BM000036', 'R ROU', 'en_service', NULL, '2026-02-19'), -- « Discours sur l'origine et les fondements de l'inégalité parmi les hommes »
  ('018deee2-b760-7542-88dc-0d656075f0be', 'd7439101-93f8-484e-a58c-f0222aedbfae', 'BM000037', 'R VOL', 'en_service', NULL, '2024-02-28'), -- « Candide ou l'Optimisme »
  ('018deee2-b761-7558-b1b5-12d18e160866', 'd7439101-93f8-484e-a58c-f0222aedbfae', 'BM000038', 'R VOL', 'en_service', NULL, '2024-02-28'), -- « Candide ou l'Optimisme »
  ('018cf38d-7800-76eb-bee8-476819a4b41a', 'c79f0891-4bcc-4e9b-8820-bcd7096fbb5b', 'BM000039', 'R LAC', 'en_service', NULL, '2024-01-10'), -- « Les Liaisons dangereuses »
  ('018cf38d-7801-7282-a4a5-28eb2b74359e', 'c79f0891-4bcc-4e9b-8820-bcd7096fbb5b', 'BM000040', 'R LAC', 'en_service', NULL, '2024-01-10'), -- « Les Liaisons dangereuses »
  ('018df93e-f7f0-722f-936d-71d1f3fb09fc', '4e3a3a6d-9c50-4350-b556-60322df4f681', 'BM000041', 'R BEA', 'en_service', NULL, '2024-03-01'), -- « Le Mariage de Figaro »
  ('018df93e-f7f1-706f-b549-0233a920c965', '4e3a3a6d-9c50-4350-b556-60322df4f681', 'BM000042', 'R BEA', 'en_service', NULL, '2024-03-01'), -- « Le Mariage de Figaro »
  ('018df93e-f7f2-70f3-ae09-d068c70077c1', '4e3a3a6d-9c50-4350-b556-60322df4f681', 'BM000043', 'R BEA', 'en_service', NULL, '2024-03-01'), -- « Le Mariage de Figaro »
  ('018df93e-f7f3-772c-ae52-bbe72c0f71ed', '4e3a3a6d-9c50-4350-b556-60322df4f681', 'BM000044', 'R BEA', 'en_service', NULL, '2024-03-01'), -- « Le Mariage de Figaro »
  ('018d11ac-ecd0-7597-9bfd-f96d5ab449f3', '7859f04e-74d6-4f94-9ffb-a557d430fbc2', 'BM000045', 'R GOU', 'en_service', NULL, '2024-01-16'), -- « Déclaration des droits de la femme et de la citoyenne »
  ('018d11ac-ecd1-77b6-9541-b4974fec120b', '7859f04e-74d6-4f94-9ffb-a557d430fbc2', 'BM000046', 'R GOU', 'en_service', NULL, '2024-01-16'), -- « Déclaration des droits de la femme et de la citoyenne »
  ('018d11ac-ecd2-704a-9f67-e5dd3c926e42', '7859f04e-74d6-4f94-9ffb-a557d430fbc2', 'BM000047', 'R GOU', 'en_service', NULL, '2024-01-16'), -- « Déclaration des droits de la femme et de la citoyenne »
  ('018e379b-56d8-7156-b6e1-2b2866ddda8e', 'b653d99d-da45-42df-b51b-608283306fae', 'BM000048', 'R DID', 'en_service', NULL, '2024-03-13'), -- « Jacques le Fataliste et son maître »
  ('018e379b-56d9-7059-ac98-40a9234720d3', 'b653d99d-da45-42df-b51b-608283306fae', 'BM000049', 'R DID', 'en_service', NULL, '2024-03-13'), -- « Jacques le Fataliste et son maître »
  ('018dfa78-9518-7270-8ccb-5df8668556ea', '7e5e00ce-822f-4158-98fc-348860a32720', 'BM000050', 'R CHA', 'en_service', NULL, '2024-03-01'), -- « Mémoires d'outre-tombe »
  ('018dfa78-9519-70bd-b98e-5db3e7b2aeaf', '7e5e00ce-822f-4158-98fc-348860a32720', 'BM000051', 'R CHA', 'en_service', NULL, '2024-03-01'), -- « Mémoires d'outre-tombe »
  ('018d54fe-e358-7719-8b5c-188014b6fd73', '98c91c4d-c7af-4cd7-8ab6-ce66d8085bfb', 'BM000052', 'R STE', 'en_service', NULL, '2024-01-29'), -- « Le Rouge et le Noir »
  ('018d54fe-e359-7727-aa5d-044fc5bec3c5', '98c91c4d-c7af-4cd7-8ab6-ce66d8085bfb', 'BM000053', 'R STE', 'en_service', NULL, '2024-01-29'), -- « Le Rouge et le Noir »
  ('018d54fe-e35a-77be-b343-bf236761e48b', '98c91c4d-c7af-4cd7-8ab6-ce66d8085bfb', 'BM000054', 'R STE', 'en_service', NULL, '2024-01-29'), -- « Le Rouge et le Noir »
  ('018d54fe-e35b-76cd-a5b5-839ea9a4cae5', '98c91c4d-c7af-4cd7-8ab6-ce66d8085bfb', 'BM000055', 'R STE', 'en_service', NULL, '2024-01-29'), -- « Le Rouge et le Noir »
  ('018e0a1c-9c58-716e-aca9-e328afa95b07', '94ee8a31-7ff7-4c16-b422-9bcc4626946f', 'BM000056', 'R BAL', 'en_service', NULL, '2024-03-04'), -- « Eugénie Grandet »
  ('018e3d11-22c8-702e-995d-43c35fe3a3ac', 'c02524c7-0a18-4433-8eff-9ba82f70e35c', 'BM000057', 'R BAL', 'en_service', NULL, '2024-03-14'), -- « Le Père Goriot »
  ('018d031e-5cd0-7453-95d6-e62089de6e74', 'afee10d2-8aa7-4a3a-9b9c-3ebdf7593565', 'BM000058', 'R HUG', 'en_service', NULL, '2024-01-13'), -- « Notre-Dame de Paris »
  ('018d031e-5cd1-7616-b7f5-106f4ce77ad2', 'afee10d2-8aa7-4a3a-9b9c-3ebdf7593565', 'BM000059', 'R HUG', 'en_service', NULL, '2024-01-13'), -- « Notre-Dame de Paris »
  ('018d031e-5cd2-744a-8ef4-1b448cd2070a', 'afee10d2-8aa7-4a3a-9b9c-3ebdf7593565', 'BM000060', 'R HUG', 'en_service', NULL, '2024-01-13'), -- « Notre-Dame de Paris »
  ('019da103-0558-72d9-87df-e4529532136b', 'e707ade1-0cca-4fda-acb6-89c29ad0678b', 'BM000061', 'R HUG', 'en_service', NULL, '2026-04-18'), -- « Les Contemplations »
  ('019da103-0559-7028-a092-c7c5e7649187', 'e707ade1-0cca-4fda-acb6-89c29ad0678b', 'BM000062', 'R HUG', 'en_service', NULL, '2026-04-18'), -- « Les Contemplations »
  ('018dd14b-d380-75e0-946a-7f58c3ee3831', 'ed6b0b45-d262-40a3-b753-3cecb77431bf', 'BM000063', 'R HUG', 'en_service', NULL, '2024-02-22'), -- « Les Misérables »
  ('018dd14b-d381-72f1-9f55-8c82d141b016', 'ed6b0b45-d262-40a3-b753-3cecb77431bf', 'BM000064', 'R HUG', 'en_service', NULL, '2024-02-22'), -- « Les Misérables »
  ('018dd14b-d382-7786-93ca-2fcd572605d5', 'ed6b0b45-d262-40a3-b753-3cecb77431bf', 'BM000065', 'R HUG', 'en_service', NULL, '2024-02-22'), -- « Les Misérables »
  ('018dd14b-d383-75dd-9185-34a383afe63c', 'ed6b0b45-d262-40a3-b753-3cecb77431bf', 'BM000066', 'R HUG', 'en_service', NULL, '2024-02-22'), -- « Les Misérables »
  ('018dd14b-d384-7122-8446-f6d0b9a481f1', 'ed6b0b45-d262-40a3-b753-3cecb77431bf', 'BM000067', 'R HUG', 'en_service', NULL, '2024-02-22'), -- « Les Misérables »
  ('018dd14b-d385-7642-b928-b65a05ca33f7', 'ed6b0b45-d262-40a3-b753-3cecb77431bf', 'BM000068', 'R HUG', 'en_service', NULL, '2024-02-22'), -- « Les Misérables »
  ('0196431c-0d10-75d5-be84-cc0011df01b8', '498b08b2-4e45-4a52-9635-1bc8fc8967e2', 'BM000069', 'R HUG', 'en_service', NULL, '2025-04-17'), -- « Quatrevingt-treize »
  ('0196431c-0d11-717e-ac96-c8a1cf57257e', '498b08b2-4e45-4a52-9635-1bc8fc8967e2', 'BM000070', 'R HUG', 'en_service', NULL, '2025-04-17'), -- « Quatrevingt-treize »
  ('018d63ae-9f88-75d6-b55a-b5d4d0a33e0b', 'be4626d5-b486-45e7-8bf5-797d32aec74d', 'BM000071', 'R MUS', 'en_service', NULL, '2024-02-01'), -- « On ne badine pas avec l'amour »
  ('018d63ae-9f89-7065-806c-67bdd5ed3f47', 'be4626d5-b486-45e7-8bf5-797d32aec74d', 'BM000072', 'R MUS', 'en_service', NULL, '2024-02-01'), -- « On ne badine pas avec l'amour »
  ('018dead4-3400-743e-9d7a-a0910329e692', '10cfe913-9c3a-43b6-851c-f01da60d2675', 'BM000073', 'R DUM', 'en_service', NULL, '2024-02-27'), -- « Les Trois Mousquetaires »
  ('018dead4-3401-74d1-a0b5-3be155d8b3d3', '10cfe913-9c3a-43b6-851c-f01da60d2675', 'BM000074', 'R DUM', 'en_service', NULL, '2024-02-27'), -- « Les Trois Mousquetaires »
  ('018cee8a-3078-74b7-8db5-7b44119c551c', '43206e49-5427-4183-9f24-5f2157f5aec7', 'BM000075', 'R DUM', 'en_service', NULL, '2024-01-09'), -- « Le Comte de Monte-Cristo »
  ('019b733a-1140-73c2-8e23-ceba0df0a5ee', '4b32bd45-74ab-492f-aa87-4a9c1cda6f24', 'BM000076', 'R SAN', 'en_service', NULL, '2025-12-31'), -- « La Mare au diable »
  ('019b733a-1141-74b2-bc3e-2282588480ab', '4b32bd45-74ab-492f-aa87-4a9c1cda6f24', 'BM000077', 'R SAN', 'en_service', NULL, '2025-12-31'), -- « La Mare au diable »
  ('019b733a-1142-7659-bfc4-3d3886a3455d', '4b32bd45-74ab-492f-aa87-4a9c1cda6f24', 'BM000078', 'R SAN', 'en_service', NULL, '2025-12-31'), -- « La Mare au diable »
  ('019b733a-1143-7162-92ae-a944ca5cc9f4', '4b32bd45-74ab-492f-aa87-4a9c1cda6f24', 'BM000079', 'R SAN', 'en_service', NULL, '2025-12-31'), -- « La Mare au diable »
  ('018d9237-5bb0-775d-9942-1674ee88522f', 'e741cac1-c2f9-4d50-8bd1-87ba9b5e9d02', 'BM000080', 'R BAU', 'en_service', NULL, '2024-02-10'), -- « Les Fleurs du mal »
  ('018d9237-5bb1-708c-a9db-3d8eba2b3e96', 'e741cac1-c2f9-4d50-8bd1-87ba9b5e9d02', 'BM000081', 'R BAU', 'en_service', NULL, '2024-02-10'), -- « Les Fleurs du mal »
  ('018d9237-5bb2-779c-8f71-a76d36713bc3', 'e741cac1-c2f9-4d50-8bd1-87ba9b5e9d02', 'BM000082', 'R BAU', 'en_service', NULL, '2024-02-10'), -- « Les Fleurs du mal »
  ('018cf2cc-5a80-75a3-9472-ed0b711f37cf', '1db55c51-7ecb-40d5-b138-7b22ec0d9df9', 'BM000083', 'R FLA', 'en_service', NULL, '2024-01-10'), -- « Madame Bovary »
  ('018cf2cc-5a81-7133-a744-8f456e7e3e26', '1db55c51-7ecb-40d5-b138-7b22ec0d9df9', 'BM000084', 'R FLA', 'en_service', NULL, '2024-01-10'), -- « Madame Bovary »
  ('018e3367-afa8-726c-a83d-94c174c23762', '2137dc75-6355-4b11-a8d7-c7fc9789d19c', 'BM000085', 'R FLA', 'en_service', NULL, '2024-03-12'), -- « L'Éducation sentimentale »
  ('018e5249-c4b0-74db-b999-603c6b30df98', 'e4fabec8-3ac3-4b93-885d-7efbe59741e9', 'BM000086', 'R VER', 'en_service', NULL, '2024-03-18'), -- « Vingt mille lieues sous les mers »
  ('018e5249-c4b1-70a7-bb92-99142a23d284', 'e4fabec8-3ac3-4b93-885d-7efbe59741e9', 'BM000087', 'R VER', 'en_service', NULL, '2024-03-18'), -- « Vingt mille lieues sous les mers »
  ('018e5249-c4b2-7099-afc5-b6d9cebe0484', 'e4fabec8-3ac3-4b93-885d-7efbe59741e9', 'BM000088', 'R VER', 'en_service', NULL, '2024-03-18'), -- « Vingt mille lieues sous les mers »
  ('018d25bb-85d8-7303-ae55-af88740af82c', 'f4c578f8-8553-440b-b053-8aa94e302da8', 'BM000089', 'R VER', 'en_service', NULL, '2024-01-20'), -- « Le Tour du monde en quatre-vingts jours »
  ('018d3fa1-5838-7283-bac0-49842101133b', '7be7e519-f14c-468a-a020-ee366d742006', 'BM000090', 'R RIM', 'en_service', NULL, '2024-01-25'), -- « Une saison en enfer »
  ('018d3fa1-5839-7493-9161-5ef8050db01a', '7be7e519-f14c-468a-a020-ee366d742006', 'BM000091', 'R RIM', 'en_service', NULL, '2024-01-25'), -- « Une saison en enfer »
  ('018d3fa1-583a-73b2-bc2e-bb16c5b12f5b', '7be7e519-f14c-468a-a020-ee366d742006', 'BM000092', 'R RIM', 'en_service', NULL, '2024-01-25'), -- « Une saison en enfer »
  ('018e506a-17d0-768b-bdad-5ff06e4d9675', '42942a92-def2-45c9-8fe3-31f60a43064a', 'BM000093', 'R ZOL', 'en_service', NULL, '2024-03-18'), -- « L'Assommoir »
  ('018e506a-17d1-702b-989c-af889daf4f9a', '42942a92-def2-45c9-8fe3-31f60a43064a', 'BM000094', 'R ZOL', 'en_service', NULL, '2024-03-18'), -- « L'Assommoir »
  ('018e506a-17d2-77e7-844a-fa03b222ccb6', '42942a92-def2-45c9-8fe3-31f60a43064a', 'BM000095', 'R ZOL', 'en_service', NULL, '2024-03-18'), -- « L'Assommoir »
  ('018d6e1c-fcd0-762d-bef1-5c4b5e8caa5e', '2323827e-ae18-464a-8a20-05cc6681bc8f', 'BM000096', 'R ZOL', 'en_service', NULL, '2024-02-03'), -- « Au Bonheur des Dames »
  ('018d6e1c-fcd1-7502-b34c-7c273063c82a', '2323827e-ae18-464a-8a20-05cc6681bc8f', 'BM000097', 'R ZOL', 'en_service', NULL, '2024-02-03'), -- « Au Bonheur des Dames »
  ('018d4b09-28e0-72de-8e60-a4615a0307de', 'fffcd8cd-8fe8-4ed6-908e-42f15ac4139a', 'BM000098', 'R ZOL', 'en_service', NULL, '2024-01-27'), -- « Germinal »
  ('018d0c4c-db60-7603-bc5e-0eaa976a3693', 'a0cea082-1db2-4700-b4ca-fc4d491b4d82', 'BM000099', 'R ZOL', 'en_service', NULL, '2024-01-15'), -- « L'Œuvre »
  ('018d0c4c-db61-74a3-b61c-ca884cf447b1', 'a0cea082-1db2-4700-b4ca-fc4d491b4d82', 'BM000100', 'R ZOL', 'en_service', NULL, '2024-01-15'), -- « L'Œuvre »
  ('018ce83d-1758-705b-a672-1e5b73cdee26', '63aaa7b6-fc58-4864-91d8-b08fc4f46075', 'BM000101', 'R MAU', 'en_service', NULL, '2024-01-08'), -- « Bel-Ami »
  ('019a3515-f9c0-76c0-ad34-56340ea250ef', 'f6687f85-8537-4390-8959-c3df81f47e67', 'BM000102', 'R MAU', 'en_service', NULL, '2025-10-30'), -- « Le Horla »
  ('018e095b-ccf8-77be-b977-9fb4fe2f45ca', '66f3ed1b-46a5-4410-9923-fd98a5655783', 'BM000103', 'R LIS', 'en_service', NULL, '2024-03-04'), -- « L'Ève future »
  ('018e095b-ccf9-74df-882e-49bef1bd4a11', '66f3ed1b-46a5-4410-9923-fd98a5655783', 'BM000104', 'R LIS', 'en_service', NULL, '2024-03-04'), -- « L'Ève future »
  ('018e47b1-f9f0-7535-8a3d-a58e09d58a96', '44b3cc25-2430-4bb0-80ed-3beca80047cd', 'BM000105', 'R ROS', 'en_service', NULL, '2024-03-16'), -- « Cyrano de Bergerac »
  ('018e47b1-f9f1-779e-936f-773fe527dfa3', '44b3cc25-2430-4bb0-80ed-3beca80047cd', 'BM000106', 'R ROS', 'en_service', NULL, '2024-03-16'), -- « Cyrano de Bergerac »
  ('018e47b1-f9f2-740e-93c2-036b12a65907', '44b3cc25-2430-4bb0-80ed-3beca80047cd', 'BM000107', 'R ROS', 'en_service', NULL, '2024-03-16'), -- « Cyrano de Bergerac »
  ('01976a16-0b18-7654-b950-a2120216d1bf', 'd7a33998-1d73-47c7-9e89-c03d053ec901', 'BM000108', 'R LEB', 'en_service', NULL, '2025-06-13'), -- « Arsène Lupin, gentleman-cambrioleur »
  ('01976a16-0b19-76ed-b7a3-5ab4ed3bcde7', 'd7a33998-1d73-47c7-9e89-c03d053ec901', 'BM000109', 'R LEB', 'en_service', NULL, '2025-06-13'), -- « Arsène Lupin, gentleman-cambrioleur »
  ('01976a16-0b1a-71bd-a3dc-a423c4b7149f', 'd7a33998-1d73-47c7-9e89-c03d053ec901', 'BM000110', 'R LEB', 'en_service', NULL, '2025-06-13'), -- « Arsène Lupin, gentleman-cambrioleur »
  ('018da2ad-f918-72d4-8f0b-a87c9fc033d9', 'a863e3f9-081d-4ed8-9f12-8803ed8b4c0f', 'BM000111', 'R LER', 'en_service', NULL, '2024-02-13'), -- « Le Fantôme de l'Opéra »
  ('018da2ad-f919-7492-8ddd-40150c13d480', 'a863e3f9-081d-4ed8-9f12-8803ed8b4c0f', 'BM000112', 'R LER', 'en_service', NULL, '2024-02-13'), -- « Le Fantôme de l'Opéra »
  ('018da2ad-f91a-73a2-821c-636ffcc69542', 'a863e3f9-081d-4ed8-9f12-8803ed8b4c0f', 'BM000113', 'R LER', 'en_service', NULL, '2024-02-13'), -- « Le Fantôme de l'Opéra »
  ('018dfa1d-af90-7768-9039-30ddeec2e07c', 'c6907eb8-043d-4b0e-9a74-d58b7868ba17', 'BM000114', 'R ALA', 'en_service', NULL, '2024-03-01'), -- « Le Grand Meaulnes »
  ('018e7503-f368-73d0-86c0-7af1eb40c3f2', '94f9d307-2afa-4aad-b794-00e0c818ea87', 'BM000115', 'R APO', 'en_service', NULL, '2024-03-25'), -- « Alcools »
  ('018e7503-f369-7212-a0af-7c6c8d276edb', '94f9d307-2afa-4aad-b794-00e0c818ea87', 'BM000116', 'R APO', 'en_service', NULL, '2024-03-25'), -- « Alcools »
  ('018e7503-f36a-70bb-9dbc-c19a408dcf88', '94f9d307-2afa-4aad-b794-00e0c818ea87', 'BM000117', 'R APO', 'en_service', NULL, '2024-03-25'), -- « Alcools »
  ('018e3237-74d8-75ca-aa5d-2e012b90153f', 'c03edc62-d1a8-4c96-b98e-6bd7f6cf6b4e', 'BM000118', 'R PRO', 'en_service', NULL, '2024-03-12'), -- « Du côté de chez Swann »
  ('018e2e32-9638-7133-b982-7990687859fa', '6a5d0e15-19ba-4ee2-8060-9fb5b71b95b9', 'BM000119', 'R PRO', 'en_service', NULL, '2024-03-11'), -- « À l'ombre des jeunes filles en fleurs »
  ('018e2e32-9639-77bf-9f9a-f44e7b7d6805', '6a5d0e15-19ba-4ee2-8060-9fb5b71b95b9', 'BM000120', 'R PRO', 'en_service', NULL, '2024-03-11'), -- « À l'ombre des jeunes filles en fleurs »
  ('018e562c-36d0-7526-89fc-83cd75033977', 'd15cb115-8447-4234-ad7b-86778cd2420f', 'BM000121', 'R ELU', 'en_service', NULL, '2024-03-19'), -- « Capitale de la douleur »
  ('018e562c-36d1-7742-8c9a-4c381324db1b', 'd15cb115-8447-4234-ad7b-86778cd2420f', 'BM000122', 'R ELU', 'en_service', NULL, '2024-03-19'), -- « Capitale de la douleur »
  ('018d68de-fa20-73b3-b5e1-0bc515dbc331', 'c5b66672-7eea-4173-bf11-9deee8e77cab', 'BM000123', 'R MAU', 'en_service', NULL, '2024-02-02'), -- « Thérèse Desqueyroux »
  ('018d68de-fa21-7500-96da-548f6a6006ae', 'c5b66672-7eea-4173-bf11-9deee8e77cab', 'BM000124', 'R MAU', 'en_service', NULL, '2024-02-02'), -- « Thérèse Desqueyroux »
  ('018d68de-fa22-70e2-98af-71caace48e01', 'c5b66672-7eea-4173-bf11-9deee8e77cab', 'BM000125', 'R MAU', 'en_service', NULL, '2024-02-02'), -- « Thérèse Desqueyroux »
  ('018d68de-fa23-73a9-aa2f-ce776b202acf', 'c5b66672-7eea-4173-bf11-9deee8e77cab', 'BM000126', 'R MAU', 'en_service', NULL, '2024-02-02'), -- « Thérèse Desqueyroux »
  ('018d68de-fa24-7068-abf1-80da419a828c', 'c5b66672-7eea-4173-bf11-9deee8e77cab', 'BM000127', 'R MAU', 'en_service', NULL, '2024-02-02'), -- « Thérèse Desqueyroux »
  ('018d68de-fa25-77b1-9f39-46e807d770c3', 'c5b66672-7eea-4173-bf11-9deee8e77cab', 'BM000128', 'R MAU', 'en_service', NULL, '2024-02-02'), -- « Thérèse Desqueyroux »
  ('018d4b98-2270-72cc-907e-e9bf39ac1fe0', '7900bc4b-4f42-41db-be39-e8a831ec45b6', 'BM000129', 'R BRE', 'en_service', NULL, '2024-01-27'), -- « Nadja »
  ('018ce829-29c8-74e3-95d0-122d60f6371c', '43584a32-2bc4-46e5-87c0-361e75941a8a', 'BM000130', 'R COC', 'en_service', NULL, '2024-01-08'), -- « Les Enfants terribles »
  ('018ce829-29c9-7663-8e71-5a0dc277dcf4', '43584a32-2bc4-46e5-87c0-361e75941a8a', 'BM000131', 'R COC', 'en_service', NULL, '2024-01-08'), -- « Les Enfants terribles »
  ('018dff9f-ac98-7243-844e-649d995e2172', '6517f177-f923-4c6f-be55-3adf433a5c33', 'BM000132', 'R SIM', 'en_service', NULL, '2024-03-02'), -- « Le Chien jaune »
  ('018dff9f-ac99-76be-8dea-1c4e8c7e0f64', '6517f177-f923-4c6f-be55-3adf433a5c33', 'BM000133', 'R SIM', 'en_service', NULL, '2024-03-02'), -- « Le Chien jaune »
  ('018dff9f-ac9a-748e-a206-54037c4fc3f2', '6517f177-f923-4c6f-be55-3adf433a5c33', 'BM000134', 'R SIM', 'en_service', NULL, '2024-03-02'), -- « Le Chien jaune »
  ('018df52d-57b0-7194-98c4-481f53d8e532', 'b31f7dd1-32bf-4520-a32c-e0615e2f758b', 'BM000135', 'R SAI', 'en_service', NULL, '2024-02-29'), -- « Vol de nuit »
  ('018df52d-57b1-74a0-8454-89bfde12ba98', 'b31f7dd1-32bf-4520-a32c-e0615e2f758b', 'BM000136', 'R SAI', 'en_service', NULL, '2024-02-29'), -- « Vol de nuit »
  ('018df52d-57b2-73f1-9d89-0128c00bf90e', 'b31f7dd1-32bf-4520-a32c-e0615e2f758b', 'BM000137', 'R SAI', 'en_service', NULL, '2024-02-29'), -- « Vol de nuit »
  ('019a0158-ef48-75d4-9f0c-4c1febc6421a', '1e2bbbaf-2316-4e97-9be4-2ac5752444c0', 'BM000138', 'R SAI', 'en_service', NULL, '2025-10-20'), -- « Terre des hommes »
  ('018e13f8-5a78-7250-96de-c64354d8dbc5', '693f4c65-934a-42ca-afde-3c47278c783d', 'BM000139', 'R SAI', 'en_service', NULL, '2024-03-06'), -- « Le Petit Prince »
  ('018e13f8-5a79-723c-9cce-a407e54e579d', '693f4c65-934a-42ca-afde-3c47278c783d', 'BM000140', 'R SAI', 'en_service', NULL, '2024-03-06'), -- « Le Petit Prince »
  ('018ced4f-b4a8-764d-becc-912f60f351b4', 'bf9ea327-71a9-4366-a664-86ead747c912', 'BM000141', 'R CEL', 'en_service', NULL, '2024-01-09'), -- « Voyage au bout de la nuit »
  ('018ced4f-b4a9-70e8-94bb-282b6467b0f1', 'bf9ea327-71a9-4366-a664-86ead747c912', 'BM000142', 'R CEL', 'en_service', NULL, '2024-01-09'), -- « Voyage au bout de la nuit »
  ('018ced4f-b4aa-72c0-a493-2cd3ba5f226f', 'bf9ea327-71a9-4366-a664-86ead747c912', 'BM000143', 'R CEL', 'en_service', NULL, '2024-01-09'), -- « Voyage au bout de la nuit »
  ('018d8d23-7e10-7633-be37-ab17bf607f3e', '23cf1785-c57e-4e14-be84-e8aaf39b71d9', 'BM000144', 'R MAL', 'en_service', NULL, '2024-02-09'), -- « La Condition humaine »
  ('018dd9f1-c8f0-7609-b175-9a22c7a02694', '23f53c54-efb9-48a0-8cd2-996956a86b4e', 'BM000145', 'R GIR', 'en_service', NULL, '2024-02-24'), -- « La guerre de Troie n'aura pas lieu »
  ('018dd9f1-c8f1-778a-9a53-2ab7c5a2ff59', '23f53c54-efb9-48a0-8cd2-996956a86b4e', 'BM000146', 'R GIR', 'en_service', NULL, '2024-02-24'), -- « La guerre de Troie n'aura pas lieu »
  ('018d7f2c-01d8-76a8-a810-280e76a90ae0', '3634deee-7325-4fce-a392-8bb10f84f129', 'BM000147', 'R SAR', 'en_service', NULL, '2024-02-06'), -- « La Nausée »
  ('018dd6df-b690-75eb-9614-d85ba77e6306', 'cf9ebf34-30b5-439f-8a54-755938e9076d', 'BM000148', 'R SAR', 'en_service', NULL, '2024-02-23'), -- « Huis clos, suivi de Les Mouches »
  ('018dd6df-b691-7550-9800-cef7e919dc9a', 'cf9ebf34-30b5-439f-8a54-755938e9076d', 'BM000149', 'R SAR', 'en_service', NULL, '2024-02-23'), -- « Huis clos, suivi de Les Mouches »
  ('018d657f-8728-71c4-bbf0-9c6bd9a3130d', 'fa85d802-1cbc-4507-a1dd-1e12f79470ff', 'BM000150', 'R CES', 'en_service', NULL, '2024-02-01'), -- « Cahier d'un retour au pays natal »
  ('018d840a-67f8-7117-9db8-e2d8286b66f9', 'd425b8cf-e802-48db-90c8-f2039af53a46', 'BM000151', 'R CAM', 'en_service', NULL, '2024-02-07'), -- « L'Étranger »
  ('018d840a-67f9-72c0-ac8f-18782f075de8', 'd425b8cf-e802-48db-90c8-f2039af53a46', 'BM000152', 'R CAM', 'en_service', NULL, '2024-02-07'), -- « L'Étranger »
  ('018d840a-67fa-7276-83cc-14d32e462a81', 'd425b8cf-e802-48db-90c8-f2039af53a46', 'BM000153', 'R CAM', 'en_service', NULL, '2024-02-07'), -- « L'Étranger »
  ('018d840a-67fb-7019-92e7-f6de4d948c41', 'd425b8cf-e802-48db-90c8-f2039af53a46', 'BM000154', 'R CAM', 'en_service', NULL, '2024-02-07'), -- « L'Étranger »
  ('018d840a-67fc-7315-a4ee-34f2408d73ae', 'd425b8cf-e802-48db-90c8-f2039af53a46', 'BM000155', 'R CAM', 'en_service', NULL, '2024-02-07'), -- « L'Étranger »
  ('018d7849-05a0-77c1-ac65-caaf40476661', '631a3458-f537-4e0d-8c20-c462c0c754b4', 'BM000156', 'R CAM', 'en_service', NULL, '2024-02-05'), -- « La Peste »
  ('018d7849-05a1-7794-a8dd-1acffac4b14b', '631a3458-f537-4e0d-8c20-c462c0c754b4', 'BM000157', 'R CAM', 'en_service', NULL, '2024-02-05'), -- « La Peste »
  ('018d7849-05a2-716e-a1ac-dba9f9717cd7', '631a3458-f537-4e0d-8c20-c462c0c754b4', 'BM000158', 'R CAM', 'en_service', NULL, '2024-02-05'), -- « La Peste »
  ('018d7849-05a3-7375-9ed7-f693cbf5b58c', '631a3458-f537-4e0d-8c20-c462c0c754b4', 'BM000159', 'R CAM', 'en_service', NULL, '2024-02-05'), -- « La Peste »
  ('018e6ab9-0c40-702b-946c-3abd74f59f75', '45f4cd09-7121-484f-85ea-f53e90999292', 'BM000160', 'R CAM', 'en_service', NULL, '2024-03-23'), -- « La Chute »
  ('018e6ab9-0c41-74cf-9ed7-648e669e65d2', '45f4cd09-7121-484f-85ea-f53e90999292', 'BM000161', 'R CAM', 'en_service', NULL, '2024-03-23'), -- « La Chute »
  ('018dc21a-2998-73f8-a4b5-86e16e5cffb7', 'd1eb6ac6-ca3c-4093-9f89-f3aa7397dc98', 'BM000162', 'R VER', 'en_service', NULL, '2024-02-19'), -- « Le Silence de la mer »
  ('018dc21a-2999-72b2-9547-19c4c2bfad6d', 'd1eb6ac6-ca3c-4093-9f89-f3aa7397dc98', 'BM000163', 'R VER', 'en_service', NULL, '2024-02-19'), -- « Le Silence de la mer »
  ('018dc21a-299a-740b-8a05-ef6a247d8b94', 'd1eb6ac6-ca3c-4093-9f89-f3aa7397dc98', 'BM000164', 'R VER', 'en_service', NULL, '2024-02-19'), -- « Le Silence de la mer »
  ('018d545d-8aa8-724a-9310-b85a1f026b2a', '9225fa8e-2dc3-46d3-9fae-6dedf379dc12', 'BM000165', 'R ANO', 'en_service', NULL, '2024-01-29'), -- « Antigone »
  ('018d545d-8aa9-7036-ac01-744f16378aa0', '9225fa8e-2dc3-46d3-9fae-6dedf379dc12', 'BM000166', 'R ANO', 'en_service', NULL, '2024-01-29'), -- « Antigone »
  ('018d545d-8aaa-7417-b1d9-47360a3122a5', '9225fa8e-2dc3-46d3-9fae-6dedf379dc12', 'BM000167', 'R ANO', 'en_service', NULL, '2024-01-29'), -- « Antigone »
  ('018d545d-8aab-7062-9d2f-569fa0f5c786', '9225fa8e-2dc3-46d3-9fae-6dedf379dc12', 'BM000168', 'R ANO', 'en_service', NULL, '2024-01-29'), -- « Antigone »
  ('018d545d-8aac-749d-b604-7c6ef610950d', '9225fa8e-2dc3-46d3-9fae-6dedf379dc12', 'BM000169', 'R ANO', 'en_service', NULL, '2024-01-29'), -- « Antigone »
  ('018dcc2d-c480-71a6-a417-945c0a4722d1', '1c05e951-d171-4c17-97da-893a0b6615b7', 'BM000170', 'R PRE', 'en_service', NULL, '2024-02-21'), -- « Paroles »
  ('018e662f-f210-7400-a5ff-91fcd6bca34a', 'a5b7f772-2ade-47cf-bbe7-a664c4604c1c', 'BM000171', 'R VIA', 'en_service', NULL, '2024-03-22'), -- « L'Écume des jours »
  ('01983769-b010-72ff-b898-09decee22f19', '008fdfc9-96f1-47bf-9b83-4010644b744c', 'BM000172', 'R QUE', 'en_service', NULL, '2025-07-23'), -- « Exercices de style »
  ('01983769-b011-76a7-b9f7-5c488f93aa61', '008fdfc9-96f1-47bf-9b83-4010644b744c', 'BM000173', 'R QUE', 'en_service', NULL, '2025-07-23'), -- « Exercices de style »
  ('01983769-b012-728b-9fb4-1045b2c4cd87', '008fdfc9-96f1-47bf-9b83-4010644b744c', 'BM000174', 'R QUE', 'en_service', NULL, '2025-07-23'), -- « Exercices de style »
  ('018e7b16-a368-7456-b849-1bdd394dfd92', 'f55700ef-4f9c-474d-8d9e-336e00a37548', 'BM000175', 'R QUE', 'en_service', NULL, '2024-03-26'), -- « Zazie dans le métro »
  ('018e7b16-a369-7448-9c1f-514c1b90b37d', 'f55700ef-4f9c-474d-8d9e-336e00a37548', 'BM000176', 'R QUE', 'en_service', NULL, '2024-03-26'), -- « Zazie dans le métro »
  ('019b844e-8cb8-7265-9789-c2cdbdcc48e2', '7e3355e1-0685-4569-b266-14eb46dcb06b', 'BM000177', 'R BAZ', 'en_service', NULL, '2026-01-03'), -- « Vipère au poing »
  ('019b844e-8cb9-7173-a594-389c13fd2efb', '7e3355e1-0685-4569-b266-14eb46dcb06b', 'BM000178', 'R BAZ', 'en_service', NULL, '2026-01-03'), -- « Vipère au poing »
  ('018dcc0d-9e08-7450-8aad-7ecfc5bb1295', '08414eeb-9519-4fde-9176-2407a031ee64', 'BM000179', 'R BEA', 'en_service', NULL, '2024-02-21'), -- « Le Deuxième Sexe »
  ('018dcc0d-9e09-775c-b0dd-5a232afb5828', '08414eeb-9519-4fde-9176-2407a031ee64', 'BM000180', 'R BEA', 'en_service', NULL, '2024-02-21'), -- « Le Deuxième Sexe »
  ('018e7542-86f0-77b9-a55b-bd024c3bf2fe', '89c48118-969e-4a1f-8088-6f587ae0f907', 'BM000181', 'R DUR', 'en_service', NULL, '2024-03-25'), -- « Un barrage contre le Pacifique »
  ('018e7542-86f1-738e-a23b-96bb9fbfcbfd', '89c48118-969e-4a1f-8088-6f587ae0f907', 'BM000182', 'R DUR', 'en_service', NULL, '2024-03-25'), -- « Un barrage contre le Pacifique »
  ('018e7542-86f2-7105-93a3-b9bdeefa3dce', '89c48118-969e-4a1f-8088-6f587ae0f907', 'BM000183', 'R DUR', 'en_service', NULL, '2024-03-25'), -- « Un barrage contre le Pacifique »
  ('018def66-3f40-763b-870a-cb07dfcdd2bc', '6e24d20e-af2f-41a1-ad94-39d2d4c4f7d2', 'BM000184', 'R DUR', 'en_service', NULL, '2024-02-28'), -- « L'Amant »
  ('018def66-3f41-7513-8550-3dfca10f51ca', '6e24d20e-af2f-41a1-ad94-39d2d4c4f7d2', 'BM000185', 'R DUR', 'en_service', NULL, '2024-02-28'), -- « L'Amant »
  ('018da7c2-eff8-71c7-9a17-0e5caea94478', 'd67d71f3-27b7-4c16-b0d6-480b5b2a5ba1', 'BM000186', 'R ION', 'en_service', NULL, '2024-02-14'), -- « La Cantatrice chauve, suivi de La Leçon »
  ('018da7c2-eff9-746a-85a9-87a47d0f97fc', 'd67d71f3-27b7-4c16-b0d6-480b5b2a5ba1', 'BM000187', 'R ION', 'en_service', NULL, '2024-02-14'), -- « La Cantatrice chauve, suivi de La Leçon »
  ('018da7c2-effa-73ab-860a-3d28c1d07623', 'd67d71f3-27b7-4c16-b0d6-480b5b2a5ba1', 'BM000188', 'R ION', 'en_service', NULL, '2024-02-14'), -- « La Cantatrice chauve, suivi de La Leçon »
  ('018d82c5-41b0-7618-be3d-f541cc9130ea', '15efb6dd-9dc9-4ba3-b58b-1599d5f5ebce', 'BM000189', 'R GIO', 'en_service', NULL, '2024-02-07'), -- « Le Hussard sur le toit »
  ('018d82c5-41b1-720e-a6ed-5aebf76dbc21', '15efb6dd-9dc9-4ba3-b58b-1599d5f5ebce', 'BM000190', 'R GIO', 'en_service', NULL, '2024-02-07'), -- « Le Hussard sur le toit »
  ('018e6aff-dd28-723d-a865-b067bc76a442', 'f982672d-844d-4466-bb35-7c981094a289', 'BM000191', 'R YOU', 'en_service', NULL, '2024-03-23'), -- « Mémoires d'Hadrien »
  ('018e6aff-dd29-7726-95c9-06625308f647', 'f982672d-844d-4466-bb35-7c981094a289', 'BM000192', 'R YOU', 'en_service', NULL, '2024-03-23'), -- « Mémoires d'Hadrien »
  ('018e6aff-dd2a-7143-9b9b-e692b1c04ee1', 'f982672d-844d-4466-bb35-7c981094a289', 'BM000193', 'R YOU', 'en_service', NULL, '2024-03-23'), -- « Mémoires d'Hadrien »
  ('018e569c-a410-766a-81db-b6b9bd2b9d8f', '026a601e-6ec1-47aa-8e81-37379e2b1f27', 'BM000194', 'R YOU', 'en_service', NULL, '2024-03-19'), -- « L'Œuvre au noir »
  ('018e569c-a411-775f-abfa-d6e44c13558d', '026a601e-6ec1-47aa-8e81-37379e2b1f27', 'BM000195', 'R YOU', 'en_service', NULL, '2024-03-19'), -- « L'Œuvre au noir »
  ('018e569c-a412-7409-ac93-4cff47e43cf3', '026a601e-6ec1-47aa-8e81-37379e2b1f27', 'BM000196', 'R YOU', 'en_service', NULL, '2024-03-19'), -- « L'Œuvre au noir »
  ('018e569c-a413-721b-94ca-d63f7d822239', '026a601e-6ec1-47aa-8e81-37379e2b1f27', 'BM000197', 'R YOU', 'en_service', NULL, '2024-03-19'), -- « L'Œuvre au noir »
  ('018e569c-a414-7407-9f97-47620b82214f', '026a601e-6ec1-47aa-8e81-37379e2b1f27', 'BM000198', 'R YOU', 'en_service', NULL, '2024-03-19'), -- « L'Œuvre au noir »
  ('018e569c-a415-705a-a477-f306d2ae2c19', '026a601e-6ec1-47aa-8e81-37379e2b1f27', 'BM000199', 'R YOU', 'en_service', NULL, '2024-03-19'), -- « L'Œuvre au noir »
  ('018d8d9d-e600-7065-acf9-601c02e7cb1d', '170f1e45-edd6-4e54-a0bd-2d7bcf0d6952', 'BM000200', 'R GRA', 'en_service', NULL, '2024-02-09'), -- « Le Rivage des Syrtes »
  ('018d8d9d-e601-7251-a15d-9226054c66bb', '170f1e45-edd6-4e54-a0bd-2d7bcf0d6952', 'BM000201', 'R GRA', 'en_service', NULL, '2024-02-09'), -- « Le Rivage des Syrtes »
  ('018e6006-37a0-76c0-b717-e42845572318', '10ae47ca-d598-464a-a94f-813a0d5ef1c1', 'BM000202', 'R BEC', 'en_service', NULL, '2024-03-21'), -- « En attendant Godot »
  ('018e6006-37a1-7043-a599-f81422b0d533', '10ae47ca-d598-464a-a94f-813a0d5ef1c1', 'BM000203', 'R BEC', 'en_service', NULL, '2024-03-21'), -- « En attendant Godot »
  ('018e3c83-9868-728b-97a1-3d1d70e4de39', '61d04ae2-dc07-44e6-a333-face35af59af', 'BM000204', 'R LAY', 'en_service', NULL, '2024-03-14'), -- « L'Enfant noir »
  ('018deecb-9d50-745b-8894-43fd278ac1f5', '194e2a21-762d-4faf-8471-8de1feb58113', 'BM000205', 'R SAG', 'en_service', NULL, '2024-02-28'), -- « Bonjour tristesse »
  ('019860a8-5b98-704c-a5a5-0b247c349f08', 'fc9e8e71-9cb7-4653-8e3e-928b6bef76d4', 'BM000206', 'R PAG', 'en_service', NULL, '2025-07-31'), -- « La Gloire de mon père »
  ('018d0280-24e8-724a-9eaa-01e787666748', '42aef908-8928-4d77-aa6f-8c69ce54bf95', 'BM000207', 'R BUT', 'en_service', NULL, '2024-01-13'), -- « La Modification »
  ('018deef3-f188-70bd-984c-50d24f7b7647', '3b584b3f-31b0-4a0d-8c0b-06e63220b5ab', 'BM000208', 'R GAR', 'en_service', NULL, '2024-02-28'), -- « La Promesse de l'aube »
  ('018deef3-f189-7280-9f0a-32e97068d07f', '3b584b3f-31b0-4a0d-8c0b-06e63220b5ab', 'BM000209', 'R GAR', 'en_service', NULL, '2024-02-28'), -- « La Promesse de l'aube »
  ('019a49f6-32d8-7245-a581-8e7f64f4e18d', '38e3b4cb-139b-4c57-a0f2-2497a17cb233', 'BM000210', 'R AJA', 'en_service', NULL, '2025-11-03'), -- « La Vie devant soi »
  ('019c1e5e-1ff8-7506-aa11-359e690c244f', 'd789de30-c93a-4b79-9434-54c86301187b', 'BM000211', 'R PER', 'en_service', NULL, '2026-02-02'), -- « Quel petit vélo à guidon chromé au fond de la cour ? »
  ('01990f08-47e8-7382-b6f4-4fde3d76193b', '41e05345-9ec9-4aa6-baa2-1d74d4b18bc3', 'BM000212', 'R PER', 'en_service', NULL, '2025-09-03'), -- « La Vie mode d'emploi »
  ('01990f08-47e9-7431-b303-d88bdb606dbb', '41e05345-9ec9-4aa6-baa2-1d74d4b18bc3', 'BM000213', 'R PER', 'en_service', NULL, '2025-09-03'), -- « La Vie mode d'emploi »
  ('018d3bab-69d0-76ef-a4d3-5341bee585c4', '8bd58c85-89ed-487b-84a9-dd702bc6c07b', 'BM000214', 'R DUC', 'en_service', NULL, '2024-01-24'), -- « L'Avalée des avalés »
  ('018d3bab-69d1-77f2-b820-7b28cae1e74e', '8bd58c85-89ed-487b-84a9-dd702bc6c07b', 'BM000215', 'R DUC', 'en_service', NULL, '2024-01-24'), -- « L'Avalée des avalés »
  ('018d21c1-1b00-714f-8ca6-d39e371eaea0', 'e28d3eab-eb38-44d9-bb28-3a44589bc13f', 'BM000216', 'R TOU', 'en_service', NULL, '2024-01-19'), -- « Vendredi ou les Limbes du Pacifique »
  ('018d0c47-2670-7145-a0a5-6a9ca02be355', 'a335bb00-20e3-45e8-92d0-3bae9ba8bb15', 'BM000217', 'R COH', 'en_service', NULL, '2024-01-15'), -- « Belle du Seigneur »
  ('018d0c47-2671-7699-a040-8fa5f568906b', 'a335bb00-20e3-45e8-92d0-3bae9ba8bb15', 'BM000218', 'R COH', 'en_service', NULL, '2024-01-15'), -- « Belle du Seigneur »
  ('018d0c47-2672-727e-b33e-858f497c974a', 'a335bb00-20e3-45e8-92d0-3bae9ba8bb15', 'BM000219', 'R COH', 'en_service', NULL, '2024-01-15'), -- « Belle du Seigneur »
  ('018e0f7b-8cb8-7607-a7f3-3274d4a163e2', 'effea719-c523-4874-9af4-a5452a079d69', 'BM000220', 'R JOF', 'en_service', NULL, '2024-03-05'), -- « Un sac de billes »
  ('018e0f7b-8cb9-745b-b8b6-738f0a04f10f', 'effea719-c523-4874-9af4-a5452a079d69', 'BM000221', 'R JOF', 'en_service', NULL, '2024-03-05'), -- « Un sac de billes »
  ('018e0f7b-8cba-7661-a1ef-7ca02e972fce', 'effea719-c523-4874-9af4-a5452a079d69', 'BM000222', 'R JOF', 'en_service', NULL, '2024-03-05'), -- « Un sac de billes »
  ('018cf8d6-1588-70bc-a514-a72f40f05e1a', '9e4ad877-fc5f-4708-bbc8-ab94466c2b06', 'BM000223', 'R BA', 'en_service', NULL, '2024-01-11'), -- « Une si longue lettre »
  ('018dcae4-73d0-72ed-aff4-3a2141982174', 'af88c9e8-9019-42e0-8e8f-a1a27a0efb09', 'BM000224', 'R CLE', 'en_service', NULL, '2024-02-21'), -- « Désert »
  ('018ce9af-8378-73ce-9121-74f3c8575608', 'a8dc9208-e215-4953-8a18-3d6236b65819', 'BM000225', 'R ERN', 'en_service', NULL, '2024-01-08'), -- « La Place »
  ('018ce9af-8379-75c4-90e8-9e711b4cca2f', 'a8dc9208-e215-4953-8a18-3d6236b65819', 'BM000226', 'R ERN', 'en_service', NULL, '2024-01-08'), -- « La Place »
  ('018ce9af-837a-74ac-9298-1af2bd33ccdd', 'a8dc9208-e215-4953-8a18-3d6236b65819', 'BM000227', 'R ERN', 'en_service', NULL, '2024-01-08'), -- « La Place »
  ('018ce9af-837b-7019-83d7-e9059ac2729d', 'a8dc9208-e215-4953-8a18-3d6236b65819', 'BM000228', 'R ERN', 'en_service', NULL, '2024-01-08'), -- « La Place »
  ('018e2d29-e098-76f9-a5eb-d60cfc62f5cd', '279d388d-d3e7-4da3-93a6-edcd04c2f959', 'BM000229', 'R CON', 'en_service', NULL, '2024-03-11'), -- « Moi, Tituba, sorcière noire de Salem »
  ('018e2d29-e099-7277-84cd-d871a39f62af', '279d388d-d3e7-4da3-93a6-edcd04c2f959', 'BM000230', 'R CON', 'en_service', NULL, '2024-03-11'), -- « Moi, Tituba, sorcière noire de Salem »
  ('019e1c80-b6d0-705c-b9b5-90a4365337fe', '81fc28da-8acd-420e-82e3-4764b8d82e59', 'BM000231', 'R NOT', 'en_service', NULL, '2026-05-12'), -- « Stupeur et tremblements »
  ('019d71f2-2d70-76c4-a2c8-2b64cdbe5b8f', '44714a29-dd4b-4b37-9d62-f487d41d1fde', 'BM000232', 'R BAR', 'en_service', NULL, '2026-04-09'), -- « L'Élégance du hérisson »
  ('019d71f2-2d71-7567-98b3-50e0c60131d8', '44714a29-dd4b-4b37-9d62-f487d41d1fde', 'BM000233', 'R BAR', 'en_service', NULL, '2026-04-09'), -- « L'Élégance du hérisson »
  ('019d71f2-2d72-73be-aa3c-702495064b5d', '44714a29-dd4b-4b37-9d62-f487d41d1fde', 'BM000234', 'R BAR', 'en_service', NULL, '2026-04-09'), -- « L'Élégance du hérisson »
  ('018e656c-a9e0-7431-bc03-f9a8b79b2d06', 'fca6ac57-6229-4d06-a83e-f97aab0c6fc3', 'BM000235', 'R LEM', 'en_service', NULL, '2024-03-22'), -- « Au revoir là-haut »
  ('01977814-78a8-7187-8d67-5b1c056f0264', 'ecea0c89-81aa-46c4-9691-9e91e1eb44f3', 'BM000236', 'R SLI', 'en_service', NULL, '2025-06-16'), -- « Chanson douce »
  ('018e1dfb-1ce0-7716-8be0-b4aae0955431', '19fba413-2ab3-4722-9953-cf8054b8d675', 'BM000237', 'R HOM', 'en_service', NULL, '2024-03-08'), -- « L'Odyssée »
  ('018e1dfb-1ce1-7683-8dda-644c5c4f1c97', '19fba413-2ab3-4722-9953-cf8054b8d675', 'BM000238', 'R HOM', 'en_service', NULL, '2024-03-08'), -- « L'Odyssée »
  ('018e1dfb-1ce2-76d1-a6ca-3f9cf2b9014d', '19fba413-2ab3-4722-9953-cf8054b8d675', 'BM000239', 'R HOM', 'en_service', NULL, '2024-03-08'), -- « L'Odyssée »
  ('018e1dfb-1ce3-76c9-8a9c-a37472f97002', '19fba413-2ab3-4722-9953-cf8054b8d675', 'BM000240', 'R HOM', 'en_service', NULL, '2024-03-08'), -- « L'Odyssée »
  ('018d3fb9-9f10-71e0-b3ec-2deb8daff96d', '64f31ead-226a-435f-8b65-ffd872dab958', 'BM000241', 'R ESC', 'en_service', NULL, '2024-01-25'), -- « Les Perses »
  ('018d3fb9-9f11-7057-862b-3d5c85384bd6', '64f31ead-226a-435f-8b65-ffd872dab958', 'BM000242', 'R ESC', 'en_service', NULL, '2024-01-25'), -- « Les Perses »
  ('018d3fb9-9f12-7780-9909-43c77a595b45', '64f31ead-226a-435f-8b65-ffd872dab958', 'BM000243', 'R ESC', 'en_service', NULL, '2024-01-25'), -- « Les Perses »
  ('018d3fb9-9f13-74e9-a17b-8fb0da9cf4d1', '64f31ead-226a-435f-8b65-ffd872dab958', 'BM000244', 'R ESC', 'en_service', NULL, '2024-01-25'), -- « Les Perses »
  ('018d3fb9-9f14-7564-948b-d807dceb5136', '64f31ead-226a-435f-8b65-ffd872dab958', 'BM000245', 'R ESC', 'en_service', NULL, '2024-01-25'), -- « Les Perses »
  ('018d25d5-8de8-7684-9e1d-00691759da5b', 'fb59e22b-3666-4449-b49b-71dda7b991a4', 'BM000246', 'R SOP', 'en_service', NULL, '2024-01-20'), -- « Œdipe roi »
  ('018dac8b-39f0-7674-b274-e5999a8d8f36', '9c95417d-e477-4aed-b868-f91a6527da71', 'BM000247', 'R EUR', 'en_service', NULL, '2024-02-15'), -- « Médée »
  ('018dac8b-39f1-7504-9c3c-872d3ca4aee0', '9c95417d-e477-4aed-b868-f91a6527da71', 'BM000248', 'R EUR', 'en_service', NULL, '2024-02-15'), -- « Médée »
  ('019d3d8f-7cb8-7020-8459-42584810bd5f', '1a5ceb84-19e0-44b6-9a60-c7eaebbf2162', 'BM000249', 'R VIR', 'en_service', NULL, '2026-03-30'), -- « L'Énéide »
  ('019d3d8f-7cb9-7729-9d81-841e71597eba', '1a5ceb84-19e0-44b6-9a60-c7eaebbf2162', 'BM000250', 'R VIR', 'en_service', NULL, '2026-03-30'), -- « L'Énéide »
  ('018ce973-7478-74ce-875b-604f352d7641', '2c642d09-64c8-4b50-bc38-4b8ded42b454', 'BM000251', 'R OVI', 'en_service', NULL, '2024-01-08'), -- « Les Métamorphoses »
  ('018ce973-7479-770c-a40e-2c48adcf4e0e', '2c642d09-64c8-4b50-bc38-4b8ded42b454', 'BM000252', 'R OVI', 'en_service', NULL, '2024-01-08'), -- « Les Métamorphoses »
  ('018ce973-747a-7628-90b7-359336637622', '2c642d09-64c8-4b50-bc38-4b8ded42b454', 'BM000253', 'R OVI', 'en_service', NULL, '2024-01-08'), -- « Les Métamorphoses »
  ('018ce973-747b-77b8-92df-dfc281fc4b1d', '2c642d09-64c8-4b50-bc38-4b8ded42b454', 'BM000254', 'R OVI', 'en_service', NULL, '2024-01-08'), -- « Les Métamorphoses »
  ('018ce973-747c-75cb-b225-8cb27bea4728', '2c642d09-64c8-4b50-bc38-4b8ded42b454', 'BM000255', 'R OVI', 'en_service', NULL, '2024-01-08'), -- « Les Métamorphoses »
  ('018dfe91-97f8-70f0-837a-b6bb184213a2', 'd1ab8ed0-88be-402c-b5de-5fdfadf7bfce', 'BM000256', 'R ALI', 'en_service', NULL, '2024-03-02'), -- « La Divine Comédie »
  ('018d5490-5690-77ee-91f2-36a72788530e', '142e5c7d-c65d-46ec-9f4e-911493408b4e', 'BM000257', 'R SHA', 'en_service', NULL, '2024-01-29'), -- « Hamlet »
  ('018d5490-5691-74bb-8aaf-91ec243a8f4b', '142e5c7d-c65d-46ec-9f4e-911493408b4e', 'BM000258', 'R SHA', 'en_service', NULL, '2024-01-29'), -- « Hamlet »
  ('018e84b8-ac18-71ae-a763-7bdcd07bd876', 'd8016e29-9084-4038-a9ed-bc9f0af2c425', 'BM000259', 'R CER', 'en_service', NULL, '2024-03-28'), -- « El ingenioso hidalgo don Quijote de la Mancha »
  ('018e2d05-7848-728c-9508-48810ed1b1d4', 'c90da191-1701-4370-ac14-606465460d7d', 'BM000260', 'R GOE', 'en_service', NULL, '2024-03-11'), -- « Faust. Der Tragödie erster Teil »
  ('018e2d05-7849-7182-8503-c7233a6c48af', 'c90da191-1701-4370-ac14-606465460d7d', 'BM000261', 'R GOE', 'en_service', NULL, '2024-03-11'), -- « Faust. Der Tragödie erster Teil »
  ('018d5fcd-a850-740d-9efe-b12d812ef0cc', '0911ea71-ab52-4b5c-92d5-7029f070a278', 'BM000262', 'R AUS', 'en_service', NULL, '2024-01-31'), -- « Pride and Prejudice »
  ('018dc582-b898-7156-bea0-d78f615d19a5', '7a0b0472-cd5e-45a8-a80e-52023a4872de', 'BM000263', 'R SHE', 'en_service', NULL, '2024-02-20'), -- « Frankenstein ou le Prométhée moderne »
  ('018d5a0a-4130-76f7-9edd-ac70e03b9df8', 'b47850c0-9bf5-4a7e-8c02-7306da3186c8', 'BM000264', 'R MIC', 'en_service', NULL, '2024-01-30'), -- « Pan Tadeusz »
  ('018d5a0a-4131-76ac-88f6-2cb14c0ab461', 'b47850c0-9bf5-4a7e-8c02-7306da3186c8', 'BM000265', 'R MIC', 'en_service', NULL, '2024-01-30'), -- « Pan Tadeusz »
  ('018dc596-5808-7743-9159-721d4329fb39', '651cf277-8177-4f0f-aed1-fa5259c8e754', 'BM000266', 'R BRO', 'en_service', NULL, '2024-02-20'), -- « Wuthering Heights »
  ('018dc596-5809-761b-99c3-aedb6831003d', '651cf277-8177-4f0f-aed1-fa5259c8e754', 'BM000267', 'R BRO', 'en_service', NULL, '2024-02-20'), -- « Wuthering Heights »
  ('018d35dc-9100-735c-b06a-039d1332e93d', 'a3f45725-008a-4693-abd6-9ae9686054fc', 'BM000268', 'R MEL', 'en_service', NULL, '2024-01-23'), -- « Moby-Dick; or, The Whale »
  ('018d78f0-cec0-70a4-85a4-2bc6bb3ad26e', '17f89745-891e-4572-8c4f-a8a7a402d7e4', 'BM000269', 'R DOY', 'en_service', NULL, '2024-02-05'), -- « Le Chien des Baskerville »
  ('018e5687-1488-70ce-ba73-cb8130ba66f1', '18695469-b316-4b67-85a8-0ec84e142138', 'BM000270', 'R KAF', 'en_service', NULL, '2024-03-19'), -- « Die Verwandlung »
  ('018e5687-1489-7780-8ae3-18f4557ed1d6', '18695469-b316-4b67-85a8-0ec84e142138', 'BM000271', 'R KAF', 'en_service', NULL, '2024-03-19'), -- « Die Verwandlung »
  ('018e5687-148a-77e6-8471-4c6914285e88', '18695469-b316-4b67-85a8-0ec84e142138', 'BM000272', 'R KAF', 'en_service', NULL, '2024-03-19'), -- « Die Verwandlung »
  ('018e5687-148b-76e8-8ba1-ddd8abda0118', '18695469-b316-4b67-85a8-0ec84e142138', 'BM000273', 'R KAF', 'en_service', NULL, '2024-03-19'), -- « Die Verwandlung »
  ('018d8dc3-b5b0-746a-a658-7d122d9e1889', 'ad462b29-3810-485b-954e-cdbe381921a6', 'BM000274', 'R JOY', 'en_service', NULL, '2024-02-09'), -- « Ulysses »
  ('018e8920-6368-74ce-8db2-199c50787c44', '2c4629f8-1331-4d5a-aa6a-6332315f5577', 'BM000275', 'R HAS', 'en_service', NULL, '2024-03-29'), -- « Osudy dobrého vojáka Švejka za světové války »
  ('018e3cd6-aa08-7049-b5cf-edf4fac36f11', '5d42afb0-a03a-400a-bff1-0eb3f89fb65a', 'BM000276', 'R FIT', 'en_service', NULL, '2024-03-14'), -- « The Great Gatsby »
  ('018e3cd6-aa09-7197-b412-07179877c4ee', '5d42afb0-a03a-400a-bff1-0eb3f89fb65a', 'BM000277', 'R FIT', 'en_service', NULL, '2024-03-14'), -- « The Great Gatsby »
  ('018df4d0-91b0-7507-83af-96796f9da458', '01dd8ef7-8b71-44a5-af17-0c0d9b96b7a2', 'BM000278', 'R WOO', 'en_service', NULL, '2024-02-29'), -- « Mrs Dalloway »
  ('018df4d0-91b1-75f5-b9e5-6333904403b1', '01dd8ef7-8b71-44a5-af17-0c0d9b96b7a2', 'BM000279', 'R WOO', 'en_service', NULL, '2024-02-29'), -- « Mrs Dalloway »
  ('018df4d0-91b2-7630-b31c-14bc29e0168d', '01dd8ef7-8b71-44a5-af17-0c0d9b96b7a2', 'BM000280', 'R WOO', 'en_service', NULL, '2024-02-29'), -- « Mrs Dalloway »
  ('01952e8c-9500-7066-8869-0b4764f2950e', 'edf7ade0-d8ee-4c47-9d62-52df6e8c7760', 'BM000281', 'R REM', 'en_service', NULL, '2025-02-22'), -- « À l'Ouest, rien de nouveau »
  ('018cf41b-dd20-751a-bbed-569c181fbc9b', '5776eea2-1069-462f-a1ef-0c497525db84', 'BM000282', 'R HUX', 'en_service', NULL, '2024-01-10'), -- « Le Meilleur des mondes »
  ('0197b1b9-5290-72d7-901a-3d7bd8af754a', '69a325ba-03ae-4b77-a07f-29f762233eba', 'BM000283', 'R CHR', 'en_service', NULL, '2025-06-27'), -- « Le Crime de l'Orient-Express »
  ('0197b1b9-5291-73c1-b820-09fc73ef28c4', '69a325ba-03ae-4b77-a07f-29f762233eba', 'BM000284', 'R CHR', 'en_service', NULL, '2025-06-27'), -- « Le Crime de l'Orient-Express »
  ('0197b1b9-5292-7563-b2fa-c7df1f673192', '69a325ba-03ae-4b77-a07f-29f762233eba', 'BM000285', 'R CHR', 'en_service', NULL, '2025-06-27'), -- « Le Crime de l'Orient-Express »
  ('0197b1b9-5293-717d-ac41-163ae21fcefa', '69a325ba-03ae-4b77-a07f-29f762233eba', 'BM000286', 'R CHR', 'en_service', NULL, '2025-06-27'), -- « Le Crime de l'Orient-Express »
  ('018d3218-3dd0-752c-adfc-e731e35c2f3a', 'ac54affd-66f1-412a-9eec-0ad4a8b81fe3', 'BM000287', 'R STE', 'en_service', NULL, '2024-01-22'), -- « Des souris et des hommes »
  ('018d3218-3dd1-76bd-8bb6-3e4804096aea', 'ac54affd-66f1-412a-9eec-0ad4a8b81fe3', 'BM000288', 'R STE', 'en_service', NULL, '2024-01-22'), -- « Des souris et des hommes »
  ('018d930b-ce68-75f8-9e6d-3c0bd21eaeeb', '6bb5f7d7-7c9f-47ca-a4dc-af018e279a3e', 'BM000289', 'R ZWE', 'en_service', NULL, '2024-02-10'), -- « Le Joueur d'échecs »
  ('018d930b-ce69-73cb-a816-c06b35a9668d', '6bb5f7d7-7c9f-47ca-a4dc-af018e279a3e', 'BM000290', 'R ZWE', 'en_service', NULL, '2024-02-10'), -- « Le Joueur d'échecs »
  ('018e752d-64c8-74fd-974c-18f4253b20ba', '2e8cf457-afe8-42ac-bdd6-070af619f9ff', 'BM000291', 'R BOR', 'en_service', NULL, '2024-03-25'), -- « Fictions »
  ('018e752d-64c9-7420-8eb3-605d1170fbd0', '2e8cf457-afe8-42ac-bdd6-070af619f9ff', 'BM000292', 'R BOR', 'en_service', NULL, '2024-03-25'), -- « Fictions »
  ('018e752d-64ca-77bd-af03-34a4db332c43', '2e8cf457-afe8-42ac-bdd6-070af619f9ff', 'BM000293', 'R BOR', 'en_service', NULL, '2024-03-25'), -- « Fictions »
  ('018e5b4e-e568-7707-8659-3645e93d32be', 'b88ef678-9729-481c-9270-e45544b4ea89', 'BM000294', 'R LEV', 'en_service', NULL, '2024-03-20'), -- « Si c'est un homme »
  ('018e5b4e-e569-7395-a526-09b110770d85', 'b88ef678-9729-481c-9270-e45544b4ea89', 'BM000295', 'R LEV', 'en_service', NULL, '2024-03-20'), -- « Si c'est un homme »
  ('018e3cfb-1a28-7678-bf3d-c58285fb6550', '24469ca5-b896-4eac-aa18-2cb1a3a83ff1', 'BM000296', 'R ORW', 'en_service', NULL, '2024-03-14'), -- « 1984 »
  ('018e3cfb-1a29-7310-87a6-ed493dfcbb1e', '24469ca5-b896-4eac-aa18-2cb1a3a83ff1', 'BM000297', 'R ORW', 'en_service', NULL, '2024-03-14'), -- « 1984 »
  ('018e3cfb-1a2a-7788-a7a0-5164d1ca5847', '24469ca5-b896-4eac-aa18-2cb1a3a83ff1', 'BM000298', 'R ORW', 'en_service', NULL, '2024-03-14'), -- « 1984 »
  ('018dd59b-3840-7134-b7ab-f8fc0f7c4200', 'ca1a822e-b428-4260-9a0b-a0a40cb2b6a5', 'BM000299', 'R ASI', 'en_service', NULL, '2024-02-23'), -- « Fondation »
  ('018d30e9-fae8-7125-b709-d6e36f870407', '39303d5d-407f-4ecf-a903-282a7ba39117', 'BM000300', 'R HEM', 'en_service', NULL, '2024-01-22'), -- « Le Vieil Homme et la mer »
  ('018d7852-d558-742d-960f-b003cb782c95', '32b674bc-50bc-4394-809d-4faee405f356', 'BM000301', 'R BRA', 'en_service', NULL, '2024-02-05'), -- « Fahrenheit 451 »
  ('018de485-ee18-777f-b677-d85359db4219', '6798df34-63c9-477f-9a08-b4b66244ac54', 'BM000302', 'R RUL', 'en_service', NULL, '2024-02-26'), -- « Pedro Páramo »
  ('018de485-ee19-74ec-a2e8-b71122acab55', '6798df34-63c9-477f-9a08-b4b66244ac54', 'BM000303', 'R RUL', 'en_service', NULL, '2024-02-26'), -- « Pedro Páramo »
  ('018de485-ee1a-73dd-b55d-c6bfb4479381', '6798df34-63c9-477f-9a08-b4b66244ac54', 'BM000304', 'R RUL', 'en_service', NULL, '2024-02-26'), -- « Pedro Páramo »
  ('018cfd83-49e8-75b7-85b7-83eec115c570', '1b138402-9e90-41b9-9d58-427373020d78', 'BM000305', 'R KEM', 'en_service', NULL, '2024-01-12'), -- « İnce Memed »
  ('018ced18-9360-744a-b7c7-b01645516e66', '2caf32d6-7dc9-4b4c-ba38-a5e76c547e77', 'BM000306', 'R ACH', 'en_service', NULL, '2024-01-09'), -- « Things Fall Apart »
  ('018df492-ec70-72a5-bf60-b18a8e75f8be', '617f3305-6cce-4dd5-a9de-f612342d7b09', 'BM000307', 'DVD VIS', 'en_service', NULL, '2024-02-29'), -- « Le Guépard »
  ('019a30da-1530-71ca-8d75-b8a6cdfb77be', 'd6310cf8-2f82-4abe-8a46-037453fb81c8', 'BM000308', 'R LEE', 'en_service', NULL, '2025-10-29'), -- « To Kill a Mockingbird »
  ('018d0d42-33f8-7072-af05-2a7b5410ebc8', '6c818df3-d4af-4727-b32d-fba3f74c151d', 'BM000309', 'R HER', 'en_service', NULL, '2024-01-15'), -- « Dune »
  ('018cee9a-7870-77b7-9429-92227af2b7b6', '2c376667-469b-41f0-837f-c449bfd2e9f1', 'BM000310', 'R MAR', 'en_service', NULL, '2024-01-09'), -- « Cent ans de solitude »
  ('018cee9a-7871-7706-a576-d33f65d3a245', '2c376667-469b-41f0-837f-c449bfd2e9f1', 'BM000311', 'R MAR', 'en_service', NULL, '2024-01-09'), -- « Cent ans de solitude »
  ('018cee9a-7872-768e-ab68-a7f706fa2df6', '2c376667-469b-41f0-837f-c449bfd2e9f1', 'BM000312', 'R MAR', 'en_service', NULL, '2024-01-09'), -- « Cent ans de solitude »
  ('018dcbb0-2c28-765b-adae-f40256043916', '34a8eb5b-354a-4944-9c32-43675db13672', 'BM000313', 'R GUI', 'en_service', NULL, '2024-02-21'), -- « The Left Hand of Darkness »
  ('018dcbb0-2c29-7379-a371-4e7806f2bdc0', '34a8eb5b-354a-4944-9c32-43675db13672', 'BM000314', 'R GUI', 'en_service', NULL, '2024-02-21'), -- « The Left Hand of Darkness »
  ('018d40a0-0f40-71b8-a510-233b95c3cef3', 'a406c4ab-0cd3-4594-9054-82f9aaa536ee', 'BM000315', 'R CAL', 'en_service', NULL, '2024-01-25'), -- « Le città invisibili »
  ('018d40a0-0f41-7358-a8b7-bc30a2fe3c1d', 'a406c4ab-0cd3-4594-9054-82f9aaa536ee', 'BM000316', 'R CAL', 'en_service', NULL, '2024-01-25'), -- « Le città invisibili »
  ('018d40a0-0f42-76fc-9ce5-c5cf303be9d3', 'a406c4ab-0cd3-4594-9054-82f9aaa536ee', 'BM000317', 'R CAL', 'en_service', NULL, '2024-01-25'), -- « Le città invisibili »
  ('018d40a0-0f43-7188-a565-febdd59c6d3e', 'a406c4ab-0cd3-4594-9054-82f9aaa536ee', 'BM000318', 'R CAL', 'en_service', NULL, '2024-01-25'), -- « Le città invisibili »
  ('018e6546-45c0-7285-af09-1844c0282501', 'b2b79b94-8390-4d8f-a2aa-9c7d1525b82e', 'BM000319', 'DVD ANN', 'en_service', NULL, '2024-03-22'), -- « Le Nom de la rose »
  ('018e6546-45c1-7006-a94f-b806b83770c7', 'b2b79b94-8390-4d8f-a2aa-9c7d1525b82e', 'BM000320', 'DVD ANN', 'en_service', NULL, '2024-03-22'), -- « Le Nom de la rose »
  ('018d6a47-4c50-7046-950c-4458e4aa7f8b', '6d2dc5e1-eb74-400e-8f9e-9d485e812add', 'BM000321', 'R KUN', 'en_service', NULL, '2024-02-02'), -- « L'Insoutenable Légèreté de l'être »
  ('018d20f0-b758-727e-833f-431d7350eb99', '7781106d-9e26-4def-8387-82f2d34f57cc', 'BM000322', 'R MOR', 'en_service', NULL, '2024-01-19'), -- « Beloved »
  ('018d20f0-b759-74b3-9265-20fdbd4c080c', '7781106d-9e26-4def-8387-82f2d34f57cc', 'BM000323', 'R MOR', 'en_service', NULL, '2024-01-19'), -- « Beloved »
  ('018e0e37-4ce8-7218-b29f-6a8e9f3454ef', '9d058fc6-9861-4b29-8e6f-f4c73493a313', 'BM000324', 'R DU', 'en_service', NULL, '2024-03-05'), -- « Truyện Kiều »
  ('018e0e37-4ce9-751c-a276-884e1e0300fd', '9d058fc6-9861-4b29-8e6f-f4c73493a313', 'BM000325', 'R DU', 'en_service', NULL, '2024-03-05'), -- « Truyện Kiều »
  ('018e0e37-4cea-703f-b3e9-d0ff7f7a7add', '9d058fc6-9861-4b29-8e6f-f4c73493a313', 'BM000326', 'R DU', 'en_service', NULL, '2024-03-05'), -- « Truyện Kiều »
  ('018e0e37-4ceb-75e3-8946-ade3f86e119e', '9d058fc6-9861-4b29-8e6f-f4c73493a313', 'BM000327', 'R DU', 'en_service', NULL, '2024-03-05'), -- « Truyện Kiều »
  ('018db627-b0d8-722f-ad1e-0e42b94c3863', '403d61ee-4009-4ddc-be65-855c1c88f78c', 'BM000328', 'R ETR', 'en_service', NULL, '2024-02-17'), -- « Евгений Онегин »
  ('018d3680-4340-73cb-b15b-967226fcae0b', '6647e748-a990-4818-bd73-5a8fdd8bbbe1', 'BM000329', 'R ETR', 'en_service', NULL, '2024-01-23'), -- « Преступление и наказание »
  ('018d781a-a688-7167-825b-89fc18834651', 'ef67e31c-49e9-439e-a0a8-34a5822fcf42', 'BM000330', 'R ETR', 'en_service', NULL, '2024-02-05'), -- « Война и мир »
  ('018d781a-a689-72df-918e-fe6ca79a1ad6', 'ef67e31c-49e9-439e-a0a8-34a5822fcf42', 'BM000331', 'R ETR', 'en_service', NULL, '2024-02-05'), -- « Война и мир »
  ('018e6b8e-0b98-756b-9523-3d4a5579b904', '56413dfc-cbb6-4981-a2b2-e467b943b52b', 'BM000332', 'R ETR', 'en_service', NULL, '2024-03-23'), -- « Мастер и Маргарита »
  ('018e51a4-c668-7182-b59e-524d70d4e3f1', '2242230f-ecec-42fe-a3e9-bbd1f10551f9', 'BM000333', 'R ETR', 'en_service', NULL, '2024-03-18'), -- « Кобзар »
  ('018e56cd-5100-700d-95db-88407fc70e14', '90371e3d-ca02-4fb8-8ba4-455eaddb7d10', 'BM000334', 'R ETR', 'en_service', NULL, '2024-03-19'), -- « Βίος και πολιτεία του Αλέξη Ζορμπά »
  ('018e56cd-5101-7372-a67c-1a1d538871fe', '90371e3d-ca02-4fb8-8ba4-455eaddb7d10', 'BM000335', 'R ETR', 'en_service', NULL, '2024-03-19'), -- « Βίος και πολιτεία του Αλέξη Ζορμπά »
  ('018dfdfb-c098-76a3-aee7-13021e063dc9', '45fe853e-6816-4518-88e0-65b7c860a7a3', 'BM000336', 'R ETR', 'en_service', NULL, '2024-03-02'), -- « Ποιήματα »
  ('018e6a83-a078-7550-984a-1ec23a29b7b4', '423685dc-2241-4ace-a22f-ba3cde269c3a', 'BM000337', 'R ETR', 'en_service', NULL, '2024-03-23'), -- « Սամվել »
  ('018e12db-1338-773b-b21a-be1d83933d4e', '21b70e8d-f05c-4365-b4fe-23738009db69', 'BM000338', 'R ETR', 'en_service', NULL, '2024-03-06'), -- « ვეფხისტყაოსანი »
  ('018e12db-1339-7088-baee-aeff693adfac', '21b70e8d-f05c-4365-b4fe-23738009db69', 'BM000339', 'R ETR', 'en_service', NULL, '2024-03-06'), -- « ვეფხისტყაოსანი »
  ('018e12db-133a-7439-9412-78a37a290773', '21b70e8d-f05c-4365-b4fe-23738009db69', 'BM000340', 'R ETR', 'en_service', NULL, '2024-03-06'), -- « ვეფხისტყაოსანი »
  ('018e12db-133b-743c-8e11-9700b62b77c7', '21b70e8d-f05c-4365-b4fe-23738009db69', 'BM000341', 'R ETR', 'en_service', NULL, '2024-03-06'), -- « ვეფხისტყაოსანი »
  ('018d8452-bf80-77e5-80dc-cb7894b7152d', '618e89e9-4ee3-4848-89b7-d83449651517', 'BM000342', 'R ETR', 'en_service', NULL, '2024-02-07'), -- « ألف ليلة وليلة »
  ('018d30e7-4f50-7763-9c40-ccbfa8de856b', 'e251b914-53a7-416c-9e0a-14a8b45539d3', 'BM000343', 'R ETR', 'en_service', NULL, '2024-01-22'), -- « بين القصرين »
  ('018d30e7-4f51-77a4-8161-d35cb6f5e177', 'e251b914-53a7-416c-9e0a-14a8b45539d3', 'BM000344', 'R ETR', 'en_service', NULL, '2024-01-22'), -- « بين القصرين »
  ('018e7a1a-1328-755b-98a6-2f6e3036a6f5', '908d46f4-12fa-4e2c-aa13-ddc9fc8780e8', 'BM000345', 'R ETR', 'en_service', NULL, '2024-03-26'), -- « موسم الهجرة إلى الشمال »
  ('018e7a1a-1329-747d-8314-5be9290a324e', '908d46f4-12fa-4e2c-aa13-ddc9fc8780e8', 'BM000346', 'R ETR', 'en_service', NULL, '2024-03-26'), -- « موسم الهجرة إلى الشمال »
  ('018e7a1a-132a-71d6-a3a4-52bca037db10', '908d46f4-12fa-4e2c-aa13-ddc9fc8780e8', 'BM000347', 'R ETR', 'en_service', NULL, '2024-03-26'), -- « موسم الهجرة إلى الشمال »
  ('018e7a1a-132b-74e8-ab2a-80b3306d0edf', '908d46f4-12fa-4e2c-aa13-ddc9fc8780e8', 'BM000348', 'R ETR', 'en_service', NULL, '2024-03-26'), -- « موسم الهجرة إلى الشمال »
  ('018e7a1a-132c-7210-bdcf-18e9cfb83d17', '908d46f4-12fa-4e2c-aa13-ddc9fc8780e8', 'BM000349', 'R ETR', 'en_service', NULL, '2024-03-26'), -- « موسم الهجرة إلى الشمال »
  ('018e7a1a-132d-76d8-a5ad-251f7aa07d1c', '908d46f4-12fa-4e2c-aa13-ddc9fc8780e8', 'BM000350', 'R ETR', 'en_service', NULL, '2024-03-26'), -- « موسم الهجرة إلى الشمال »
  ('018d31f2-04a8-738f-ac90-a67d2d71ef90', 'babc0209-5b4a-4109-9d00-8a78cd65811e', 'BM000351', 'R ETR', 'en_service', NULL, '2024-01-22'), -- « بوف کور »
  ('018d31f2-04a9-70fe-b07a-0a8a6aad3867', 'babc0209-5b4a-4109-9d00-8a78cd65811e', 'BM000352', 'R ETR', 'en_service', NULL, '2024-01-22'), -- « بوف کور »
  ('018d31f2-04aa-7457-82ea-91c37413f4ea', 'babc0209-5b4a-4109-9d00-8a78cd65811e', 'BM000353', 'R ETR', 'en_service', NULL, '2024-01-22'), -- « بوف کور »
  ('018d31f2-04ab-71c0-a0b3-f3b78194bd46', 'babc0209-5b4a-4109-9d00-8a78cd65811e', 'BM000354', 'R ETR', 'en_service', NULL, '2024-01-22'), -- « بوف کور »
  ('018d4183-3b80-7215-b3d8-ef3895d67cd2', 'f469f75c-cf2c-4665-8dec-392479f575e4', 'BM000355', 'R ETR', 'en_service', NULL, '2024-01-25'), -- « סיפור על אהבה וחושך »
  ('018d4183-3b81-7041-ba08-c3fe0f7fb00d', 'f469f75c-cf2c-4665-8dec-392479f575e4', 'BM000356', 'R ETR', 'en_service', NULL, '2024-01-25'), -- « סיפור על אהבה וחושך »
  ('018d4183-3b82-7620-b2b0-2f294126bcac', 'f469f75c-cf2c-4665-8dec-392479f575e4', 'BM000357', 'R ETR', 'en_service', NULL, '2024-01-25'), -- « סיפור על אהבה וחושך »
  ('01987952-fe78-70ad-8e5b-9950c8209ff0', '9fc9e1db-9dfd-459d-a4af-529e8deff4cb', 'BM000358', 'R ETR', 'en_service', NULL, '2025-08-05'), -- « गोदान »
  ('01987952-fe79-76d4-bf00-b26f1dd3348d', '9fc9e1db-9dfd-459d-a4af-529e8deff4cb', 'BM000359', 'R ETR', 'en_service', NULL, '2025-08-05'), -- « गोदान »
  ('01987952-fe7a-7389-895d-d8970b2d7adc', '9fc9e1db-9dfd-459d-a4af-529e8deff4cb', 'BM000360', 'R ETR', 'en_service', NULL, '2025-08-05'), -- « गोदान »
  ('01987952-fe7b-72e7-9dae-2863b25cc049', '9fc9e1db-9dfd-459d-a4af-529e8deff4cb', 'BM000361', 'R ETR', 'en_service', NULL, '2025-08-05'), -- « गोदान »
  ('018e6aff-3530-7542-bfe1-3f9df972f85c', '5584f34f-b74e-41b5-ae99-69ee78cc4e66', 'BM000362', 'R ETR', 'en_service', NULL, '2024-03-23'), -- « 道德经 »
  ('018e6aff-3531-75c9-9812-7cd81e61087d', '5584f34f-b74e-41b5-ae99-69ee78cc4e66', 'BM000363', 'R ETR', 'en_service', NULL, '2024-03-23'), -- « 道德经 »
  ('018e12a7-31f8-750f-b91f-bf030f29551b', '672fd19e-878a-4b57-b1d7-b0cc21c511a9', 'BM000364', 'R ETR', 'en_service', NULL, '2024-03-06'), -- « 红楼梦 »
  ('018e12a7-31f9-7150-9491-48489cb45e1f', '672fd19e-878a-4b57-b1d7-b0cc21c511a9', 'BM000365', 'R ETR', 'en_service', NULL, '2024-03-06'), -- « 红楼梦 »
  ('018e12a7-31fa-7351-a5de-433d8792c437', '672fd19e-878a-4b57-b1d7-b0cc21c511a9', 'BM000366', 'R ETR', 'en_service', NULL, '2024-03-06'), -- « 红楼梦 »
  ('018cedbb-99c0-74be-8db9-e39a5b625798', '44858734-ed56-457c-9720-62f51c11e222', 'BM000367', 'R ETR', 'en_service', NULL, '2024-01-09'), -- « 呐喊 »
  ('018cedbb-99c1-755b-8a16-2e18530f5106', '44858734-ed56-457c-9720-62f51c11e222', 'BM000368', 'R ETR', 'en_service', NULL, '2024-01-09'), -- « 呐喊 »
  ('018cedbb-99c2-7499-93cb-be8f7522cf1d', '44858734-ed56-457c-9720-62f51c11e222', 'BM000369', 'R ETR', 'en_service', NULL, '2024-01-09'), -- « 呐喊 »
  ('018cedbb-99c3-76b5-9f62-85b5876d99a3', '44858734-ed56-457c-9720-62f51c11e222', 'BM000370', 'R ETR', 'en_service', NULL, '2024-01-09'), -- « 呐喊 »
  ('018d27ce-cda8-7473-b3b0-7cfefe098757', '8ed343fa-01e6-4b78-9dcf-e19a8adff78b', 'BM000371', 'R ETR', 'en_service', NULL, '2024-01-20'), -- « 三体 »
  ('018d27ce-cda9-76b4-9c73-129ac90a337b', '8ed343fa-01e6-4b78-9dcf-e19a8adff78b', 'BM000372', 'R ETR', 'en_service', NULL, '2024-01-20'), -- « 三体 »
  ('018d27ce-cdaa-7030-a07b-13acec6c071b', '8ed343fa-01e6-4b78-9dcf-e19a8adff78b', 'BM000373', 'R ETR', 'en_service', NULL, '2024-01-20'), -- « 三体 »
  ('018d27ce-cdab-7134-a467-2265dfba0f93', '8ed343fa-01e6-4b78-9dcf-e19a8adff78b', 'BM000374', 'R ETR', 'en_service', NULL, '2024-01-20'), -- « 三体 »
  ('018d27ce-cdac-7629-b0e1-cc78265a90d3', '8ed343fa-01e6-4b78-9dcf-e19a8adff78b', 'BM000375', 'R ETR', 'en_service', NULL, '2024-01-20'), -- « 三体 »
  ('018e13b1-a100-708e-85c5-7d2aa84e819c', 'a06cfb4b-babc-48a5-bfae-949012039275', 'BM000376', 'R ETR', 'en_service', NULL, '2024-03-06'), -- « 源氏物語 »
  ('018e13b1-a101-77cb-8955-45becf33e5a7', 'a06cfb4b-babc-48a5-bfae-949012039275', 'BM000377', 'R ETR', 'en_service', NULL, '2024-03-06'), -- « 源氏物語 »
  ('018d01f5-b768-7011-aeee-7e61dd4123cf', '55ed27f5-bc15-4a6a-b48e-9a7c82f0c873', 'BM000378', 'R ETR', 'en_service', NULL, '2024-01-13'), -- « 吾輩は猫である »
  ('018d01f5-b769-716c-a325-2f35481fa9a3', '55ed27f5-bc15-4a6a-b48e-9a7c82f0c873', 'BM000379', 'R ETR', 'en_service', NULL, '2024-01-13'), -- « 吾輩は猫である »
  ('018e2cf2-bf50-7372-a841-dc6c9e74fa76', 'e85ca500-04d2-4776-977d-418e5e0f0e0b', 'BM000380', 'R ETR', 'en_service', NULL, '2024-03-11'), -- « ノルウェイの森 »
  ('018deb22-9280-776f-b36f-9c88d6e8d5ee', 'f7a218ec-2545-4b30-bb01-8dcd5762a200', 'BM000381', 'R ETR', 'en_service', NULL, '2024-02-27'), -- « 채식주의자 »
  ('018deb22-9281-7762-a4c9-a66135704312', 'f7a218ec-2545-4b30-bb01-8dcd5762a200', 'BM000382', 'R ETR', 'en_service', NULL, '2024-02-27'), -- « 채식주의자 »
  ('018e338d-e100-712a-8f31-756b1af2d7fe', '5afb6665-d662-4d30-ae7a-3c869c87a064', 'BM000383', 'R SEG', 'en_service', NULL, '2024-03-12'), -- « Les Malheurs de Sophie »
  ('018e338d-e101-7252-9dfa-afd9e9e47781', '5afb6665-d662-4d30-ae7a-3c869c87a064', 'BM000384', 'R SEG', 'en_service', NULL, '2024-03-12'), -- « Les Malheurs de Sophie »
  ('018df563-4078-74f8-b579-5046d5afa126', '52abac62-2d36-4792-b50d-01d70d5dfb16', 'BM000385', 'R LIN', 'en_service', NULL, '2024-02-29'), -- « Pippi Långstrump »
  ('018df563-4079-72a2-bc86-5b0dcfa2720d', '52abac62-2d36-4792-b50d-01d70d5dfb16', 'BM000386', 'R LIN', 'en_service', NULL, '2024-02-29'), -- « Pippi Långstrump »
  ('018df563-407a-7382-9393-50b4951df47a', '52abac62-2d36-4792-b50d-01d70d5dfb16', 'BM000387', 'R LIN', 'en_service', NULL, '2024-02-29'), -- « Pippi Långstrump »
  ('018df563-407b-75b1-8aec-460f61958bea', '52abac62-2d36-4792-b50d-01d70d5dfb16', 'BM000388', 'R LIN', 'en_service', NULL, '2024-02-29'), -- « Pippi Långstrump »
  ('018d6a6b-37a0-71a5-9882-d1543d7f68c4', '2de4bfb3-1ddd-4e21-b7a6-455b2dda268c', 'BM000389', 'R GOS', 'en_service', NULL, '2024-02-02'), -- « Le Petit Nicolas »
  ('019e170f-e450-7458-955c-c1d3c8845f63', 'bcc23b41-8b83-4b4b-895b-c78fbcfdd38c', 'BM000390', 'R SEN', 'en_service', NULL, '2026-05-11'), -- « Where the Wild Things Are »
  ('019e170f-e451-7391-9673-3e95c0cabc27', 'bcc23b41-8b83-4b4b-895b-c78fbcfdd38c', 'BM000391', 'R SEN', 'en_service', NULL, '2026-05-11'), -- « Where the Wild Things Are »
  ('018da75b-6428-74f0-a83c-541205df75cc', 'c40a90dd-e045-4e9f-912d-583b41c738d5', 'BM000392', 'R ROW', 'en_service', NULL, '2024-02-14'), -- « Harry Potter à l'école des sorciers »
  ('018da75b-6429-707c-a85b-16ed381956a9', 'c40a90dd-e045-4e9f-912d-583b41c738d5', 'BM000393', 'R ROW', 'en_service', NULL, '2024-02-14'), -- « Harry Potter à l'école des sorciers »
  ('018da75b-642a-7037-8d8e-d32804e3668a', 'c40a90dd-e045-4e9f-912d-583b41c738d5', 'BM000394', 'R ROW', 'en_service', NULL, '2024-02-14'), -- « Harry Potter à l'école des sorciers »
  ('018da75b-642b-75ec-93ae-8c2d2303b381', 'c40a90dd-e045-4e9f-912d-583b41c738d5', 'BM000395', 'R ROW', 'en_service', NULL, '2024-02-14'), -- « Harry Potter à l'école des sorciers »
  ('018da75b-642c-77c0-875c-974f0f97e6c0', 'c40a90dd-e045-4e9f-912d-583b41c738d5', 'BM000396', 'R ROW', 'en_service', NULL, '2024-02-14'), -- « Harry Potter à l'école des sorciers »
  ('018da75b-642d-7536-b290-cb765fc376fb', 'c40a90dd-e045-4e9f-912d-583b41c738d5', 'BM000397', 'R ROW', 'en_service', NULL, '2024-02-14'), -- « Harry Potter à l'école des sorciers »
  ('018d25c4-76e8-70c8-bc1f-93e93a3ca5c9', '7e135aa6-e38d-4f4f-a138-22f68eef4e19', 'BM000398', 'BD HER', 'en_service', NULL, '2024-01-20'), -- « Le Lotus bleu »
  ('018e6187-5578-716d-b63d-5c2657594f87', '2debb932-033c-4f1b-9f80-33227288ffbc', 'BM000399', 'BD GOS', 'en_service', NULL, '2024-03-21'), -- « Astérix et Cléopâtre »
  ('018e6187-5579-75e9-b916-5e13cf95eb71', '2debb932-033c-4f1b-9f80-33227288ffbc', 'BM000400', 'BD GOS', 'en_service', NULL, '2024-03-21'), -- « Astérix et Cléopâtre »
  ('018e6187-557a-76b6-b469-4d74b5a8d44d', '2debb932-033c-4f1b-9f80-33227288ffbc', 'BM000401', 'BD GOS', 'en_service', NULL, '2024-03-21'), -- « Astérix et Cléopâtre »
  ('018e6187-557b-76b1-bd59-215b98016ab8', '2debb932-033c-4f1b-9f80-33227288ffbc', 'BM000402', 'BD GOS', 'en_service', NULL, '2024-03-21'), -- « Astérix et Cléopâtre »
  ('018e6187-557c-701d-abc0-621b6f272813', '2debb932-033c-4f1b-9f80-33227288ffbc', 'BM000403', 'BD GOS', 'en_service', NULL, '2024-03-21'), -- « Astérix et Cléopâtre »
  ('018e7efa-1758-76f8-90ce-7ccda37194e8', 'c37e1f2a-3266-48a8-9b31-84aa6c216665', 'BM000404', 'BD SPI', 'en_service', NULL, '2024-03-27'), -- « Maus »
  ('018e7efa-1759-7764-be39-36c5913ff29e', 'c37e1f2a-3266-48a8-9b31-84aa6c216665', 'BM000405', 'BD SPI', 'en_service', NULL, '2024-03-27'), -- « Maus »
  ('018e7efa-175a-75c2-8aa0-fe87f2c306af', 'c37e1f2a-3266-48a8-9b31-84aa6c216665', 'BM000406', 'BD SPI', 'en_service', NULL, '2024-03-27'), -- « Maus »
  ('018dd5ba-7840-73bf-a46d-8633a67885ef', '4892b657-f930-4259-82ee-20383d369e41', 'BM000407', 'BD SAT', 'en_service', NULL, '2024-02-23'), -- « Persepolis »
  ('018d5fc1-1978-774c-a5ce-a502a4cdca54', '8181a930-07cb-424e-a20c-8d8f63d149e9', 'BM000408', 'R TOC', 'en_service', NULL, '2024-01-31'), -- « De la démocratie en Amérique »
  ('018d5fc1-1979-7449-bbb1-59b71c845f3b', '8181a930-07cb-424e-a20c-8d8f63d149e9', 'BM000409', 'R TOC', 'en_service', NULL, '2024-01-31'), -- « De la démocratie en Amérique »
  ('018d31c1-4c00-7613-af13-10acce709344', 'ea515621-aaba-47ef-9a8d-9abb685baa24', 'BM000410', 'P DEO', 'en_service', NULL, '2024-01-22'), -- « La Hulotte »
  ('018cf295-19f8-709f-b89a-e9ed8d3f2356', '032caf42-477b-44e0-9ff9-dd976df2b201', 'BM000411', 'R BLO', 'en_service', NULL, '2024-01-10'), -- « L'Étrange Défaite »
  ('018cf295-19f9-71ef-9f58-726e56acc480', '032caf42-477b-44e0-9ff9-dd976df2b201', 'BM000412', 'R BLO', 'en_service', NULL, '2024-01-10'), -- « L'Étrange Défaite »
  ('0198bd5d-11d0-745d-91f1-bf07a0b33b0c', 'ace3084b-5393-443f-b718-2c366dc3367b', 'BM000413', 'R LEV', 'en_service', NULL, '2025-08-18'), -- « Tristes Tropiques »
  ('0198bd5d-11d1-74c3-9811-698d65ee1f82', 'ace3084b-5393-443f-b718-2c366dc3367b', 'BM000414', 'R LEV', 'en_service', NULL, '2025-08-18'), -- « Tristes Tropiques »
  ('018df408-6b68-7058-91e3-4049c402d0c6', 'e598d326-4a10-4164-b24c-52196a78976e', 'BM000415', 'R FAN', 'en_service', NULL, '2024-02-29'), -- « Les Damnés de la terre »
  ('018df408-6b69-7275-92c7-3781ce7559a3', 'e598d326-4a10-4164-b24c-52196a78976e', 'BM000416', 'R FAN', 'en_service', NULL, '2024-02-29'), -- « Les Damnés de la terre »
  ('018db1bd-3a68-7216-bc45-3bd2d56dbdd0', '66057369-db45-4468-8528-09dc6a087c6b', 'BM000417', 'R MON', 'en_service', NULL, '2024-02-16'), -- « Le Deuxième Sexe »
  ('018e508b-a1c0-776d-89ca-a195a0f29e1f', '61b94c3e-a719-44e5-8b92-053f8ca1d2c4', 'BM000418', 'R FOU', 'en_service', NULL, '2024-03-18'), -- « Surveiller et punir »
  ('018e508b-a1c1-70ec-881d-0bb67e5c8b24', '61b94c3e-a719-44e5-8b92-053f8ca1d2c4', 'BM000419', 'R FOU', 'en_service', NULL, '2024-03-18'), -- « Surveiller et punir »
  ('018d546b-e288-7110-9657-50fad90fab7b', '34c0f385-88b7-4004-9a17-47268812d036', 'BM000420', 'P CIN', 'en_service', NULL, '2024-01-29'), -- « Cahiers du cinéma »
  ('018d546b-e289-77de-b2dc-0eb9033a485c', '34c0f385-88b7-4004-9a17-47268812d036', 'BM000421', 'P CIN', 'en_service', NULL, '2024-01-29'), -- « Cahiers du cinéma »
  ('0199ceaf-3548-7436-b0ba-519768ba477c', 'e79884ca-f33c-445a-ae77-704c3a9a368d', 'BM000422', 'R HAW', 'en_service', NULL, '2025-10-10'), -- « A Brief History of Time »
  ('0199ceaf-3549-75ce-a3cc-db9a2c83e661', 'e79884ca-f33c-445a-ae77-704c3a9a368d', 'BM000423', 'R HAW', 'en_service', NULL, '2025-10-10'), -- « A Brief History of Time »
  ('018e8581-10e0-75ef-9889-d6beeccc9deb', 'cb22f0fc-8e8f-4684-8806-124254704098', 'BM000424', 'R HAR', 'en_service', NULL, '2024-03-28'), -- « Sapiens : une brève histoire de l'humanité »
  ('018e8581-10e1-70d4-8645-df82bb257078', 'cb22f0fc-8e8f-4684-8806-124254704098', 'BM000425', 'R HAR', 'en_service', NULL, '2024-03-28'); -- « Sapiens : une brève histoire de l'humanité »

INSERT INTO penalite
  (id, utilisateur_id, montant, description, date_penalite, statut, reste_a_payer)
VALUES
  ('0199aa8c-eff4-79fc-8901-2451eba1b62c', 'c59e67d9-fa0d-475e-b625-b56a83cc9ebd', 8.90, 'Livre non retrouvé : « Terre des hommes »', (CURRENT_DATE - 240 + TIME '14:49:47') AT TIME ZONE 'UTC', 'annulee', 0.00), -- Zoë Œuvrard
  ('019a112f-dfd2-7f9b-8e6a-e7dc534e01be', '727490c4-6b4f-44dd-a367-f8aee6744ec3', 10.00, 'Retour en retard de 59 jours : « L''Écume des jours »', (CURRENT_DATE - 220 + TIME '13:09:01') AT TIME ZONE 'UTC', 'payee', 0.00), -- Théo Martin
  ('019a2065-873d-71d5-b14a-48107ee400ae', 'c5ac6e9a-df19-45ea-8eee-a53744eb2452', 2.40, 'Retour en retard de 12 jours : « Huis clos, suivi de Les Mouches »', (CURRENT_DATE - 217 + TIME '12:01:56') AT TIME ZONE 'UTC', 'payee', 0.00), -- Maëlys Lefèvre-Dumoulin
  ('019a44a6-7327-7c2c-98a9-c20db9d599a1', '0b2593cd-12eb-4f0d-939b-59c381c3707d', 24.90, 'Livre non retrouvé : « Война и мир »', (CURRENT_DATE - 210 + TIME '12:59:10') AT TIME ZONE 'UTC', 'payee', 0.00), -- Иван Петров
  ('019a5d8b-d4b9-7456-aead-45655981e73e', 'c5ac6e9a-df19-45ea-8eee-a53744eb2452', 7.50, 'Livre non retrouvé : « Vol de nuit »', (CURRENT_DATE - 205 + TIME '09:00:36') AT TIME ZONE 'UTC', 'annulee', 0.00), -- Maëlys Lefèvre-Dumoulin
  ('019aac6c-b8ac-73a5-a8b0-5ecc74186e80', 'c42c5f9d-296b-4206-bed2-c3ab0b832a89', 1.40, 'Retour en retard de 7 jours : « Le Comte de Monte-Cristo »', (CURRENT_DATE - 190 + TIME '16:36:37') AT TIME ZONE 'UTC', 'payee', 0.00), -- Gaëtan L'Héritier
  ('019ae40d-050b-7b89-8f09-aee9d9853f2d', '1c0d9e06-61ac-488d-b29b-24084ad1c798', 4.50, 'Couverture tachée : « Les Essais »', (CURRENT_DATE - 179 + TIME '11:50:49') AT TIME ZONE 'UTC', 'payee', 0.00), -- נועה כהן
  ('019b0313-b514-737f-ad79-cd177f1956ba', 'c59e67d9-fa0d-475e-b625-b56a83cc9ebd', 1.20, 'Retour en retard de 6 jours : « Le Grand Meaulnes »', (CURRENT_DATE - 173 + TIME '12:26:21') AT TIME ZONE 'UTC', 'payee', 0.00), -- Zoë Œuvrard
  ('019b7893-6e6e-7aa4-a774-87ed32d2743b', 'e0629ec8-d8ef-4605-9d87-5d580de898d1', 350.00, 'Livre non retrouvé, édition illustrée de 1876 : « Les Misérables »', (CURRENT_DATE - 150 + TIME '08:01:26') AT TIME ZONE 'UTC', 'annulee', 0.00), -- Maximilienne-Joséphine van der Straeten-Ponthoz
  ('019bc79a-98d2-7fec-b74b-10859e25698c', 'd08d0f74-48db-4e8f-b335-9da31d269bdf', 0.60, 'Retour en retard de 3 jours : « L''Odyssée »', (CURRENT_DATE - 135 + TIME '16:19:16') AT TIME ZONE 'UTC', 'annulee', 0.00), -- Ελένη Παπαδοπούλου
  ('019bea38-eb2c-713b-ab3c-19baf3d27d13', 'ff91d0a8-8460-4849-a593-83444a55637a', 0.20, 'Retour en retard de 1 jour : « La Nausée »', (CURRENT_DATE - 128 + TIME '09:39:17') AT TIME ZONE 'UTC', 'payee', 0.00), -- Linh N'Guyen
  ('019c74fb-6c06-7fe6-bbf6-aacac39bc05a', 'a2203744-a55e-4435-9cb0-e964d22fa3f7', 1.60, 'Retour en retard de 8 jours : « The Great Gatsby »', (CURRENT_DATE - 101 + TIME '08:19:20') AT TIME ZONE 'UTC', 'payee', 0.00), -- Siobhán O'Sullivan
  ('019c7bc9-3d5a-7860-8d91-72ea7a49d503', 'c5ac6e9a-df19-45ea-8eee-a53744eb2452', 5.00, 'Couverture abîmée : « Zazie dans le métro »', (CURRENT_DATE - 100 + TIME '16:01:51') AT TIME ZONE 'UTC', 'impayee', 5.00), -- Maëlys Lefèvre-Dumoulin
  ('019c93ed-564a-7981-97da-0ae3acfb8377', '62a73694-0ea9-476f-94ed-51f8005d2e7b', 3.00, 'Carte de lecteur perdue : remplacement', (CURRENT_DATE - 95 + TIME '08:32:10') AT TIME ZONE 'UTC', 'payee', 0.00), -- Łukasz Wójcik
  ('019cb7fa-8c96-7521-b986-7f6f076d83f4', '52d46ff3-54a6-4b64-8622-81916d5abfe9', 2.20, 'Retour en retard de 11 jours : « Les Fleurs du mal »', (CURRENT_DATE - 88 + TIME '08:32:56') AT TIME ZONE 'UTC', 'payee', 0.00), -- Jean-Baptiste Le Gall
  ('019cf212-d823-75c6-a525-1facee82ba18', 'a1dfeef7-640f-46e5-84c9-3e05b49e0351', 0.40, 'Retour en retard de 2 jours : « Phèdre »', (CURRENT_DATE - 77 + TIME '15:17:27') AT TIME ZONE 'UTC', 'payee', 0.00), -- François-Xavier du Plessis-Bellière
  ('019d10ed-bfdb-7c95-bf43-34e15897f01f', '0e316c1c-b11c-45df-9f3e-eab72b6808d1', 18.00, 'Livre non retrouvé : « Moby-Dick; or, The Whale »', (CURRENT_DATE - 71 + TIME '15:05:09') AT TIME ZONE 'UTC', 'impayee', 8.00), -- Şükran Yıldız
  ('019d206d-e34a-7d36-9724-7e85567a1cff', 'ba0eb1d0-7314-409d-8f20-d8ba36877e6a', 10.00, 'Retour en retard de 50 jours : « El ingenioso hidalgo don Quijote de la Mancha »', (CURRENT_DATE - 68 + TIME '15:19:25') AT TIME ZONE 'UTC', 'payee', 0.00), -- Iñaki Etxeberria Muñoz
  ('019d3488-9272-7ddd-887b-dca2fc413dda', '51b4f8c7-088f-4c3f-9ec6-5e7b7752b4f5', 1.00, 'Retour en retard de 5 jours : « بين القصرين »', (CURRENT_DATE - 64 + TIME '13:00:58') AT TIME ZONE 'UTC', 'payee', 0.00), -- محمد بن سعيد
  ('019d39aa-fb5b-7180-a171-ecddfd2d2927', 'ba3ac373-76d3-4afa-92f3-d19139b90507', 2.80, 'Retour en retard de 14 jours : « 三体 »', (CURRENT_DATE - 63 + TIME '12:56:40') AT TIME ZONE 'UTC', 'annulee', 0.00), -- 伟 王
  ('019d7bc6-babc-7d05-bf6d-59ed48d6adb4', 'c447a781-be60-416c-85e3-9f31383845f9', 0.80, 'Retour en retard de 4 jours : « Maus »', (CURRENT_DATE - 50 + TIME '09:01:54') AT TIME ZONE 'UTC', 'payee', 0.00), -- 민준 김
  ('019d9bc0-1c00-78ae-b876-457580cf52e4', '5114ddb4-4a5b-400a-982b-828e67d208c9', 4.00, 'Retour en retard de 20 jours : « L''Enfant noir »', (CURRENT_DATE - 44 + TIME '14:02:31') AT TIME ZONE 'UTC', 'payee', 0.00), -- Aminata Ndiaye
  ('019dd3b7-0819-768a-83d5-9fe8b7d39e45', 'ff91d0a8-8460-4849-a593-83444a55637a', 1.35, 'Neuf photocopies restées dues', (CURRENT_DATE - 33 + TIME '10:51:20') AT TIME ZONE 'UTC', 'payee', 0.00), -- Linh N'Guyen
  ('019de31c-7981-71d4-bb99-605279e0b7f4', 'c724368b-f6a9-4a69-b590-7dbdc49ff204', 1.80, 'Retour en retard de 9 jours : « Candide ou l''Optimisme »', (CURRENT_DATE - 30 + TIME '10:36:27') AT TIME ZONE 'UTC', 'impayee', 1.80), -- Élodie de La Fontaine
  ('019df837-bc2a-7a97-b925-0277217269f9', '38fe332f-dadc-4352-8ffc-31b63ea17d1a', 0.60, 'Retour en retard de 3 jours : « Hamlet »', (CURRENT_DATE - 26 + TIME '12:58:15') AT TIME ZONE 'UTC', 'impayee', 0.30), -- Anaïs d'Almeida
  ('019e3524-2e87-7afc-b94c-877e8925e5a6', 'da14b6f4-8601-423e-bbdb-dabea60ff4e2', 1.60, 'Retour en retard de 8 jours : « Le Vieil Homme et la mer »', (CURRENT_DATE - 14 + TIME '08:53:44') AT TIME ZONE 'UTC', 'impayee', 0.60), -- Björn Åkesson
  ('019e4fa2-c4fa-717e-aa5d-6b7c800192f9', 'a1dfeef7-640f-46e5-84c9-3e05b49e0351', 6.50, 'Trois pages déchirées : « Le Rouge et le Noir »', (CURRENT_DATE - 9 + TIME '12:22:07') AT TIME ZONE 'UTC', 'impayee', 6.50); -- François-Xavier du Plessis-Bellière

INSERT INTO mouvement
  (id, penalite_id, type, montant, moyen, motif, date_mouvement, annule, date_annulation)
VALUES
  ('627655da-a05f-4119-bcea-af308142c8ea', '0199aa8c-eff4-79fc-8901-2451eba1b62c', 'paiement', 8.90, 'carte', NULL, (CURRENT_DATE - 238 + TIME '14:54:26') AT TIME ZONE 'UTC', false, NULL), -- Zoë Œuvrard
  ('a0c5154e-0ff9-4b51-8944-fe0c9dfb369b', '0199aa8c-eff4-79fc-8901-2451eba1b62c', 'remboursement', 8.90, 'carte', 'Livre retrouvé en rayon lors du récolement', (CURRENT_DATE - 231 + TIME '15:20:32') AT TIME ZONE 'UTC', false, NULL), -- Zoë Œuvrard
  ('3a124c64-7e02-4f05-b7c1-dce27f7695f5', '019a112f-dfd2-7f9b-8e6a-e7dc534e01be', 'paiement', 10.00, 'cheque', NULL, (CURRENT_DATE - 220 + TIME '13:16:31') AT TIME ZONE 'UTC', false, NULL), -- Théo Martin
  ('b43c589b-b120-4366-b0bb-e9cf42f2dc05', '019a2065-873d-71d5-b14a-48107ee400ae', 'paiement', 2.40, 'carte', NULL, (CURRENT_DATE - 216 + TIME '12:16:32') AT TIME ZONE 'UTC', false, NULL), -- Maëlys Lefèvre-Dumoulin
  ('562ae4b8-4866-4d77-a827-062c78b7d0ac', '019a44a6-7327-7c2c-98a9-c20db9d599a1', 'paiement', 14.90, 'cheque', NULL, (CURRENT_DATE - 206 + TIME '13:03:46') AT TIME ZONE 'UTC', false, NULL), -- Иван Петров
  ('c1acc990-6424-450a-a36b-f9b3ddcb369d', '019a44a6-7327-7c2c-98a9-c20db9d599a1', 'paiement', 10.00, 'especes', NULL, (CURRENT_DATE - 206 + TIME '13:05:21') AT TIME ZONE 'UTC', false, NULL), -- Иван Петров
  ('b12e9eed-9ad9-49a2-9e78-454df065a1c2', '019a5d8b-d4b9-7456-aead-45655981e73e', 'annulation', 7.50, NULL, 'Remplacé par un exemplaire neuf', (CURRENT_DATE - 202 + TIME '09:05:12') AT TIME ZONE 'UTC', false, NULL), -- Maëlys Lefèvre-Dumoulin
  ('7f006745-f319-4a3b-b81e-53e7952c466e', '019aac6c-b8ac-73a5-a8b0-5ecc74186e80', 'paiement', 1.40, 'cheque', NULL, (CURRENT_DATE - 190 + TIME '16:55:57') AT TIME ZONE 'UTC', false, NULL), -- Gaëtan L'Héritier
  ('c1b87f1a-7323-491b-99f9-cbef0f69a4d0', '019ae40d-050b-7b89-8f09-aee9d9853f2d', 'paiement', 4.50, 'especes', NULL, (CURRENT_DATE - 175 + TIME '12:01:34') AT TIME ZONE 'UTC', false, NULL), -- נועה כהן
  ('ac3e0b5b-c291-4709-8c1e-26038dabf68e', '019b0313-b514-737f-ad79-cd177f1956ba', 'paiement', 1.20, 'carte', NULL, (CURRENT_DATE - 169 + TIME '12:33:35') AT TIME ZONE 'UTC', false, NULL), -- Zoë Œuvrard
  ('20c5d152-9127-4470-89bf-36a22f314fdb', '019b7893-6e6e-7aa4-a774-87ed32d2743b', 'paiement', 100.00, 'cheque', NULL, (CURRENT_DATE - 147 + TIME '08:05:45') AT TIME ZONE 'UTC', false, NULL), -- Maximilienne-Joséphine van der Straeten-Ponthoz
  ('9313badf-fba3-4ec7-aca3-87b5bafe9bd1', '019b7893-6e6e-7aa4-a774-87ed32d2743b', 'remboursement', 100.00, 'cheque', 'Livre retrouvé par l''emprunteuse et rendu intact', (CURRENT_DATE - 138 + TIME '08:09:54') AT TIME ZONE 'UTC', false, NULL), -- Maximilienne-Joséphine van der Straeten-Ponthoz
  ('153453fd-7357-41b2-b7d0-47c9fe014372', '019b7893-6e6e-7aa4-a774-87ed32d2743b', 'annulation', 250.00, NULL, 'Livre retrouvé par l''emprunteuse et rendu intact', (CURRENT_DATE - 138 + TIME '08:09:54') AT TIME ZONE 'UTC', false, NULL), -- Maximilienne-Joséphine van der Straeten-Ponthoz
  ('6800e67e-527f-4da6-96ec-4c60da8f3fe2', '019bc79a-98d2-7fec-b74b-10859e25698c', 'annulation', 0.60, NULL, 'Bibliothèque fermée pour travaux le jour prévu du retour', (CURRENT_DATE - 132 + TIME '16:23:55') AT TIME ZONE 'UTC', false, NULL), -- Ελένη Παπαδοπούλου
  ('5e4a329c-dbe7-4f00-8ba4-97ddb6d9f6f4', '019bea38-eb2c-713b-ab3c-19baf3d27d13', 'paiement', 0.20, 'especes', NULL, (CURRENT_DATE - 124 + TIME '09:59:43') AT TIME ZONE 'UTC', false, NULL), -- Linh N'Guyen
  ('23961c52-2970-4819-ae6f-8f356f02bfb4', '019c74fb-6c06-7fe6-bbf6-aacac39bc05a', 'paiement', 1.60, 'cheque', NULL, (CURRENT_DATE - 101 + TIME '08:33:36') AT TIME ZONE 'UTC', false, NULL), -- Siobhán O'Sullivan
  ('614d292e-1f1e-4bfa-a300-3324c470d28b', '019c93ed-564a-7981-97da-0ae3acfb8377', 'paiement', 3.00, 'carte', NULL, (CURRENT_DATE - 91 + TIME '08:37:31') AT TIME ZONE 'UTC', false, NULL), -- Łukasz Wójcik
  ('b3947d9c-777a-4bbb-9f21-9833d97b001b', '019cb7fa-8c96-7521-b986-7f6f076d83f4', 'paiement', 2.20, 'especes', NULL, (CURRENT_DATE - 84 + TIME '08:44:12') AT TIME ZONE 'UTC', false, NULL), -- Jean-Baptiste Le Gall
  ('90237de7-232a-49de-bed4-32292ed99a49', '019cf212-d823-75c6-a525-1facee82ba18', 'paiement', 0.40, 'especes', NULL, (CURRENT_DATE - 77 + TIME '15:31:39') AT TIME ZONE 'UTC', false, NULL), -- François-Xavier du Plessis-Bellière
  ('144b2080-521b-45ad-a989-d8e5d645f899', '019d10ed-bfdb-7c95-bf43-34e15897f01f', 'paiement', 5.00, 'especes', NULL, (CURRENT_DATE - 65 + TIME '15:09:42') AT TIME ZONE 'UTC', false, NULL), -- Şükran Yıldız
  ('47e37c09-f70c-449f-adcb-66339e450909', '019d10ed-bfdb-7c95-bf43-34e15897f01f', 'paiement', 5.00, 'especes', 'Saisi deux fois', (CURRENT_DATE - 65 + TIME '15:10:19') AT TIME ZONE 'UTC', true, (CURRENT_DATE - 65 + TIME '15:14:54') AT TIME ZONE 'UTC'), -- Şükran Yıldız
  ('1e527ff9-160e-47a4-89f1-c7e23916e1df', '019d10ed-bfdb-7c95-bf43-34e15897f01f', 'paiement', 5.00, 'carte', NULL, (CURRENT_DATE - 51 + TIME '15:16:16') AT TIME ZONE 'UTC', false, NULL), -- Şükran Yıldız
  ('b2ecaa17-f0cb-4970-b78b-470c76428c7a', '019d206d-e34a-7d36-9724-7e85567a1cff', 'paiement', 10.00, 'cheque', NULL, (CURRENT_DATE - 68 + TIME '15:28:05') AT TIME ZONE 'UTC', false, NULL), -- Iñaki Etxeberria Muñoz
  ('6850360b-ed84-422b-a1b2-a2acdc19c734', '019d3488-9272-7ddd-887b-dca2fc413dda', 'paiement', 1.00, 'carte', NULL, (CURRENT_DATE - 64 + TIME '13:21:44') AT TIME ZONE 'UTC', false, NULL), -- محمد بن سعيد
  ('7b982ff1-3ad8-432f-8e23-67c3a5464623', '019d39aa-fb5b-7180-a171-ecddfd2d2927', 'paiement', 1.00, 'especes', NULL, (CURRENT_DATE - 62 + TIME '13:01:28') AT TIME ZONE 'UTC', false, NULL), -- 伟 王
  ('11a5099c-a8b7-49bb-b983-7120e88edd50', '019d39aa-fb5b-7180-a171-ecddfd2d2927', 'annulation', 1.80, NULL, 'Hospitalisation : certificat présenté à l''accueil', (CURRENT_DATE - 60 + TIME '13:01:03') AT TIME ZONE 'UTC', false, NULL), -- 伟 王
  ('3ea5fdcb-7856-481e-8461-ff9d46933030', '019d7bc6-babc-7d05-bf6d-59ed48d6adb4', 'paiement', 0.80, 'especes', NULL, (CURRENT_DATE - 46 + TIME '09:17:42') AT TIME ZONE 'UTC', false, NULL), -- 민준 김
  ('6ac8578d-8ba8-4bc0-8954-34b4355d9c65', '019d9bc0-1c00-78ae-b876-457580cf52e4', 'paiement', 4.00, 'carte', NULL, (CURRENT_DATE - 44 + TIME '14:18:35') AT TIME ZONE 'UTC', false, NULL), -- Aminata Ndiaye
  ('911de6fd-6268-4db9-89a7-eee79a4f4a9f', '019dd3b7-0819-768a-83d5-9fe8b7d39e45', 'paiement', 1.35, 'especes', NULL, (CURRENT_DATE - 29 + TIME '11:12:00') AT TIME ZONE 'UTC', false, NULL), -- Linh N'Guyen
  ('99e7121c-ec7f-4b9e-a398-8be390dd5d0f', '019df837-bc2a-7a97-b925-0277217269f9', 'paiement', 0.30, 'especes', NULL, (CURRENT_DATE - 26 + TIME '13:00:51') AT TIME ZONE 'UTC', false, NULL), -- Anaïs d'Almeida
  ('4c60b310-b26f-4395-86df-41fe074160b8', '019e3524-2e87-7afc-b94c-877e8925e5a6', 'paiement', 1.00, 'especes', NULL, (CURRENT_DATE - 11 + TIME '08:58:29') AT TIME ZONE 'UTC', false, NULL); -- Björn Åkesson

INSERT INTO emprunt
  (id, utilisateur_id, exemplaire_id, date_emprunt, date_echeance, date_retour, regle, prolongations, penalite_id)
VALUES
  ('6d1f0f57-3a0e-4a83-9d0b-2f7c54c0a1e1', NULL, '018e6098-59c8-7498-a76d-5a2722297d18', CURRENT_DATE - 400, CURRENT_DATE - 379, CURRENT_DATE - 390, '*/*', 0, NULL), -- oublié, « Les Essais »
  ('c2b7a9d4-5e16-4f3c-8a71-90d3e6b4f208', NULL, '018e1dfb-1ce0-7716-8be0-b4aae0955431', CURRENT_DATE - 370, CURRENT_DATE - 328, CURRENT_DATE - 331, '*/*', 1, NULL), -- oublié, « L'Odyssée »
  ('0e9c4b83-7d25-4c6a-b1f4-6a58d2c7e913', NULL, '018dd6df-b690-75eb-9614-d85ba77e6306', CURRENT_DATE - 330, CURRENT_DATE - 309, CURRENT_DATE - 312, '*/*', 0, NULL), -- oublié, « Huis clos, suivi de Les Mouches »
  ('4cd43cdb-c4b4-4dff-a243-8ea2babf1f0f', '727490c4-6b4f-44dd-a367-f8aee6744ec3', '018e662f-f210-7400-a5ff-91fcd6bca34a', CURRENT_DATE - 300, CURRENT_DATE - 279, CURRENT_DATE - 220, '*/*', 0, '019a112f-dfd2-7f9b-8e6a-e7dc534e01be'), -- Théo Martin, « L'Écume des jours »
  ('368779f6-00fb-4a89-bd29-254769e86107', 'c42c5f9d-296b-4206-bed2-c3ab0b832a89', '018cee8a-3078-74b7-8db5-7b44119c551c', CURRENT_DATE - 260, CURRENT_DATE - 197, CURRENT_DATE - 190, '*/*', 2, '019aac6c-b8ac-73a5-a8b0-5ecc74186e80'), -- Gaëtan L'Héritier, « Le Comte de Monte-Cristo »
  ('de2b8ea3-c851-4323-9bfe-9a8aff23e6d2', 'c5ac6e9a-df19-45ea-8eee-a53744eb2452', '018dd6df-b690-75eb-9614-d85ba77e6306', CURRENT_DATE - 250, CURRENT_DATE - 229, CURRENT_DATE - 217, '*/*', 0, '019a2065-873d-71d5-b14a-48107ee400ae'), -- Maëlys Lefèvre-Dumoulin, « Huis clos, suivi de Les Mouches »
  ('17913126-ac0f-4bbe-8700-9551eec7f7c4', 'c59e67d9-fa0d-475e-b625-b56a83cc9ebd', '018dfa1d-af90-7768-9039-30ddeec2e07c', CURRENT_DATE - 200, CURRENT_DATE - 179, CURRENT_DATE - 173, '*/*', 0, '019b0313-b514-737f-ad79-cd177f1956ba'), -- Zoë Œuvrard, « Le Grand Meaulnes »
  ('9cd41a5d-23c0-4551-bc98-ff3a48a286d1', '1c0d9e06-61ac-488d-b29b-24084ad1c798', '018e6098-59c8-7498-a76d-5a2722297d18', CURRENT_DATE - 200, CURRENT_DATE - 179, CURRENT_DATE - 179, '*/*', 0, NULL), -- נועה כהן, « Les Essais »
  ('cfc34bc7-26d6-4b3c-ad7a-8f3bc34df99f', 'd08d0f74-48db-4e8f-b335-9da31d269bdf', '018e1dfb-1ce0-7716-8be0-b4aae0955431', CURRENT_DATE - 180, CURRENT_DATE - 138, CURRENT_DATE - 135, '*/*', 1, '019bc79a-98d2-7fec-b74b-10859e25698c'), -- Ελένη Παπαδοπούλου, « L'Odyssée »
  ('e30af860-7077-45ac-8dbe-8a96c82fe98a', 'c42c5f9d-296b-4206-bed2-c3ab0b832a89', '018dead4-3400-743e-9d7a-a0910329e692', CURRENT_DATE - 180, CURRENT_DATE - 117, CURRENT_DATE - 120, '*/*', 2, NULL), -- Gaëtan L'Héritier, « Les Trois Mousquetaires »
  ('410e65b5-0222-4253-853b-fb98e696be8d', 'ba0eb1d0-7314-409d-8f20-d8ba36877e6a', '018e84b8-ac18-71ae-a763-7bdcd07bd876', CURRENT_DATE - 160, CURRENT_DATE - 118, CURRENT_DATE - 68, '*/*', 1, '019d206d-e34a-7d36-9724-7e85567a1cff'), -- Iñaki Etxeberria Muñoz, « El ingenioso hidalgo don Quijote de la Mancha »
  ('bbc56099-8a62-476d-b482-72b22185480c', 'c5ac6e9a-df19-45ea-8eee-a53744eb2452', '018dd14b-d380-75e0-946a-7f58c3ee3831', CURRENT_DATE - 153, CURRENT_DATE - 90, NULL, '*/*', 2, NULL), -- Maëlys Lefèvre-Dumoulin, « Les Misérables »
  ('351ec2e4-7ead-4d9f-a206-0e483769a29c', 'ff91d0a8-8460-4849-a593-83444a55637a', '018d7f2c-01d8-76a8-a810-280e76a90ae0', CURRENT_DATE - 150, CURRENT_DATE - 129, CURRENT_DATE - 128, '*/*', 0, '019bea38-eb2c-713b-ab3c-19baf3d27d13'), -- Linh N'Guyen, « La Nausée »
  ('af7359cc-a1fe-4f8b-b117-19f15b1f86f6', '0b2593cd-12eb-4f0d-939b-59c381c3707d', '018db627-b0d8-722f-ad1e-0e42b94c3863', CURRENT_DATE - 140, CURRENT_DATE - 98, CURRENT_DATE - 100, '*/*', 1, NULL), -- Иван Петров, « Евгений Онегин »
  ('5b4adff2-8d88-434a-937b-7d4b5c079e89', 'ba3ac373-76d3-4afa-92f3-d19139b90507', '018d27ce-cda8-7473-b3b0-7cfefe098757', CURRENT_DATE - 140, CURRENT_DATE - 77, CURRENT_DATE - 63, '*/*', 2, '019d39aa-fb5b-7180-a171-ecddfd2d2927'), -- 伟 王, « 三体 »
  ('12ef0061-e564-4d30-93e1-da127b5eb35b', 'a2203744-a55e-4435-9cb0-e964d22fa3f7', '018e3cd6-aa08-7049-b5cf-edf4fac36f11', CURRENT_DATE - 130, CURRENT_DATE - 109, CURRENT_DATE - 101, '*/*', 0, '019c74fb-6c06-7fe6-bbf6-aacac39bc05a'), -- Siobhán O'Sullivan, « The Great Gatsby »
  ('421f7e94-ec45-4406-ae69-256bf337a27a', 'c724368b-f6a9-4a69-b590-7dbdc49ff204', '018e13f8-5a78-7250-96de-c64354d8dbc5', CURRENT_DATE - 120, CURRENT_DATE - 99, CURRENT_DATE - 105, '*/*', 0, NULL), -- Élodie de La Fontaine, « Le Petit Prince »
  ('0464d786-9c5b-4118-ae85-411261dce795', 'c724368b-f6a9-4a69-b590-7dbdc49ff204', '018d25c4-76e8-70c8-bc1f-93e93a3ca5c9', CURRENT_DATE - 120, CURRENT_DATE - 99, CURRENT_DATE - 105, '*/*', 0, NULL), -- Élodie de La Fontaine, « Le Lotus bleu »
  ('7ab3a1ce-233c-4555-9fb1-455daf6f6993', '52d46ff3-54a6-4b64-8622-81916d5abfe9', '018d9237-5bb0-775d-9942-1674ee88522f', CURRENT_DATE - 120, CURRENT_DATE - 99, CURRENT_DATE - 88, '*/*', 0, '019cb7fa-8c96-7521-b986-7f6f076d83f4'), -- Jean-Baptiste Le Gall, « Les Fleurs du mal »
  ('0fe2f730-a1a5-4b19-b4e5-2fe2940c8a82', 'c5ac6e9a-df19-45ea-8eee-a53744eb2452', '018d0c47-2670-7145-a0a5-6a9ca02be355', CURRENT_DATE - 111, CURRENT_DATE - 90, NULL, '*/*', 0, NULL), -- Maëlys Lefèvre-Dumoulin, « Belle du Seigneur »
  ('15158a1d-f6aa-4221-af20-ba5a42ade717', 'a1dfeef7-640f-46e5-84c9-3e05b49e0351', '018d64ed-c6a8-76ea-b4c6-0b6b57c8a5f6', CURRENT_DATE - 100, CURRENT_DATE - 79, CURRENT_DATE - 77, '*/*', 0, '019cf212-d823-75c6-a525-1facee82ba18'), -- François-Xavier du Plessis-Bellière, « Phèdre »
  ('a5ea31d7-6ceb-407b-ad2c-56258afef094', 'a2203744-a55e-4435-9cb0-e964d22fa3f7', '018ced18-9360-744a-b7c7-b01645516e66', CURRENT_DATE - 95, CURRENT_DATE - 74, CURRENT_DATE - 80, '*/*', 0, NULL), -- Siobhán O'Sullivan, « Things Fall Apart »
  ('6ab37cd7-1487-46a8-b4b9-c32c2d56fe2c', '727490c4-6b4f-44dd-a367-f8aee6744ec3', '018d6a6b-37a0-71a5-9882-d1543d7f68c4', CURRENT_DATE - 90, CURRENT_DATE - 69, CURRENT_DATE - 80, '*/*', 0, NULL), -- Théo Martin, « Le Petit Nicolas »
  ('2a7da00b-db41-4697-80bc-f9c62ffa0f6c', '51b4f8c7-088f-4c3f-9ec6-5e7b7752b4f5', '018d30e7-4f50-7763-9c40-ccbfa8de856b', CURRENT_DATE - 90, CURRENT_DATE - 69, CURRENT_DATE - 64, '*/*', 0, '019d3488-9272-7ddd-887b-dca2fc413dda'), -- محمد بن سعيد, « بين القصرين »
  ('d110b436-de65-457d-9a61-8350c3531ca3', '5114ddb4-4a5b-400a-982b-828e67d208c9', '018e3c83-9868-728b-97a1-3d1d70e4de39', CURRENT_DATE - 85, CURRENT_DATE - 64, CURRENT_DATE - 44, '*/*', 0, '019d9bc0-1c00-78ae-b876-457580cf52e4'), -- Aminata Ndiaye, « L'Enfant noir »
  ('d9944559-b6a5-458f-875f-a183821b75c5', 'c447a781-be60-416c-85e3-9f31383845f9', '018e7efa-1758-76f8-90ce-7ccda37194e8', CURRENT_DATE - 75, CURRENT_DATE - 54, CURRENT_DATE - 50, '*/*', 0, '019d7bc6-babc-7d05-bf6d-59ed48d6adb4'), -- 민준 김, « Maus »
  ('cb509ab6-2f5b-4d24-97d0-c2ec44e82b1c', '0b2593cd-12eb-4f0d-939b-59c381c3707d', '018d3680-4340-73cb-b15b-967226fcae0b', CURRENT_DATE - 64, CURRENT_DATE - 1, NULL, '*/*', 2, NULL), -- Иван Петров, « Преступление и наказание »
  ('3a233d70-5d12-4543-a342-6cbb2cedda96', 'a2203744-a55e-4435-9cb0-e964d22fa3f7', '018d8dc3-b5b0-746a-a658-7d122d9e1889', CURRENT_DATE - 63, CURRENT_DATE, NULL, '*/*', 2, NULL), -- Siobhán O'Sullivan, « Ulysses »
  ('bb3469f0-73a4-4dcb-9efb-dcf5287a934e', 'c724368b-f6a9-4a69-b590-7dbdc49ff204', '018deee2-b760-7542-88dc-0d656075f0be', CURRENT_DATE - 60, CURRENT_DATE - 39, CURRENT_DATE - 30, '*/*', 0, '019de31c-7981-71d4-bb99-605279e0b7f4'), -- Élodie de La Fontaine, « Candide ou l'Optimisme »
  ('3915da4d-0162-4f40-8921-f46ecd1fd4d3', 'ba3ac373-76d3-4afa-92f3-d19139b90507', '018e6aff-3530-7542-bfe1-3f9df972f85c', CURRENT_DATE - 60, CURRENT_DATE - 39, CURRENT_DATE - 39, '*/*', 0, NULL), -- 伟 王, « 道德经 »
  ('d686aafe-6abf-4600-94a2-7914bde34a75', 'ba0eb1d0-7314-409d-8f20-d8ba36877e6a', '018e752d-64c8-74fd-974c-18f4253b20ba', CURRENT_DATE - 60, CURRENT_DATE - 39, CURRENT_DATE - 46, '*/*', 0, NULL), -- Iñaki Etxeberria Muñoz, « Fictions »
  ('f0e390dc-281d-49ff-bbb9-8c019e5006df', 'c59e67d9-fa0d-475e-b625-b56a83cc9ebd', '018e3237-74d8-75ca-aa5d-2e012b90153f', CURRENT_DATE - 50, CURRENT_DATE + 13, NULL, '*/*', 2, NULL), -- Zoë Œuvrard, « Du côté de chez Swann »
  ('2c3332aa-fa4d-4ee9-abcb-cdff2c22e3df', '38fe332f-dadc-4352-8ffc-31b63ea17d1a', '018d5490-5690-77ee-91f2-36a72788530e', CURRENT_DATE - 50, CURRENT_DATE - 29, CURRENT_DATE - 26, '*/*', 0, '019df837-bc2a-7a97-b925-0277217269f9'), -- Anaïs d'Almeida, « Hamlet »
  ('f21fd6da-2719-4006-9e18-4d8ef9be8935', '727490c4-6b4f-44dd-a367-f8aee6744ec3', '018e3cfb-1a28-7678-bf3d-c58285fb6550', CURRENT_DATE - 50, CURRENT_DATE - 8, NULL, '*/*', 1, NULL), -- Théo Martin, « 1984 »
  ('1396d02a-1f04-4fb8-b5eb-286c52ced7cd', 'a981332d-92e3-4e4a-9fef-19b4e8ad5ae8', '018e6187-5578-716d-b63d-5c2657594f87', CURRENT_DATE - 45, CURRENT_DATE - 24, CURRENT_DATE - 30, '*/*', 0, NULL), -- Camille Martin, « Astérix et Cléopâtre »
  ('b5ab0eb8-492a-45d5-80cb-309161546089', 'ba0eb1d0-7314-409d-8f20-d8ba36877e6a', '018cee9a-7870-77b7-9429-92227af2b7b6', CURRENT_DATE - 45, CURRENT_DATE - 3, NULL, '*/*', 1, NULL), -- Iñaki Etxeberria Muñoz, « Cent ans de solitude »
  ('9fd9c451-2ac4-4a6f-8ad0-1688a5f79928', 'da14b6f4-8601-423e-bbdb-dabea60ff4e2', '018d30e9-fae8-7125-b709-d6e36f870407', CURRENT_DATE - 43, CURRENT_DATE - 22, CURRENT_DATE - 14, '*/*', 0, '019e3524-2e87-7afc-b94c-877e8925e5a6'), -- Björn Åkesson, « Le Vieil Homme et la mer »
  ('f4a7f632-bbb1-4eb3-9d66-879a1b588d9d', 'ff91d0a8-8460-4849-a593-83444a55637a', '018ced4f-b4a8-764d-becc-912f60f351b4', CURRENT_DATE - 42, CURRENT_DATE, NULL, '*/*', 1, NULL), -- Linh N'Guyen, « Voyage au bout de la nuit »
  ('36d652f0-ad68-4bb0-8e6b-c502588f9259', '52d46ff3-54a6-4b64-8622-81916d5abfe9', '018dd59b-3840-7134-b7ab-f8fc0f7c4200', CURRENT_DATE - 41, CURRENT_DATE - 20, NULL, '*/*', 0, NULL), -- Jean-Baptiste Le Gall, « Fondation »
  ('abf1842b-490c-438b-8f24-ea6540347423', 'd08d0f74-48db-4e8f-b335-9da31d269bdf', '018e56cd-5100-700d-95db-88407fc70e14', CURRENT_DATE - 41, CURRENT_DATE - 20, NULL, '*/*', 0, NULL), -- Ελένη Παπαδοπούλου, « Βίος και πολιτεία του Αλέξη Ζορμπά »
  ('c882a74e-b193-438b-a662-a73217f46d7a', '1c0d9e06-61ac-488d-b29b-24084ad1c798', '018d4183-3b80-7215-b3d8-ef3895d67cd2', CURRENT_DATE - 41, CURRENT_DATE + 1, NULL, '*/*', 1, NULL), -- נועה כהן, « סיפור על אהבה וחושך »
  ('b3151ad4-05bf-4246-a534-34b47ee47790', 'a981332d-92e3-4e4a-9fef-19b4e8ad5ae8', '018d031e-5cd0-7453-95d6-e62089de6e74', CURRENT_DATE - 40, CURRENT_DATE + 2, NULL, '*/*', 1, NULL), -- Camille Martin, « Notre-Dame de Paris »
  ('a8965ff6-3aa2-472f-87a6-ea5a2c9ac5dc', '5114ddb4-4a5b-400a-982b-828e67d208c9', '018d657f-8728-71c4-bbf0-9c6bd9a3130d', CURRENT_DATE - 40, CURRENT_DATE - 19, CURRENT_DATE - 20, '*/*', 0, NULL), -- Aminata Ndiaye, « Cahier d'un retour au pays natal »
  ('aa63cbd8-1743-45ad-8fa3-49e7326fb676', 'c42c5f9d-296b-4206-bed2-c3ab0b832a89', '018dcc2d-c480-71a6-a417-945c0a4722d1', CURRENT_DATE - 33, CURRENT_DATE - 12, CURRENT_DATE - 33, '*/*', 0, NULL), -- Gaëtan L'Héritier, « Paroles »
  ('597f5aec-8e30-4409-ac05-b8beb10ac259', 'ba3ac373-76d3-4afa-92f3-d19139b90507', '018e12a7-31f8-750f-b91f-bf030f29551b', CURRENT_DATE - 30, CURRENT_DATE + 12, NULL, '*/*', 1, NULL), -- 伟 王, « 红楼梦 »
  ('4ff89784-66d0-49d4-b77a-a17a17fc3997', 'c447a781-be60-416c-85e3-9f31383845f9', '018e2cf2-bf50-7372-a841-dc6c9e74fa76', CURRENT_DATE - 30, CURRENT_DATE - 9, CURRENT_DATE - 12, '*/*', 0, NULL), -- 민준 김, « ノルウェイの森 »
  ('f4259014-4484-4d1d-8775-b113f31c7c8c', '38fe332f-dadc-4352-8ffc-31b63ea17d1a', '018d545d-8aa8-724a-9310-b85a1f026b2a', CURRENT_DATE - 29, CURRENT_DATE - 8, NULL, '*/*', 0, NULL), -- Anaïs d'Almeida, « Antigone »
  ('cbaf2731-2dd4-4cd1-ac5c-0db14f24bbe6', '38fe332f-dadc-4352-8ffc-31b63ea17d1a', '018dac8b-39f0-7674-b274-e5999a8d8f36', CURRENT_DATE - 29, CURRENT_DATE - 8, NULL, '*/*', 0, NULL), -- Anaïs d'Almeida, « Médée »
  ('f206deeb-bbe3-4e00-9e80-a9952d892dfb', '52d46ff3-54a6-4b64-8622-81916d5abfe9', '018d0d42-33f8-7072-af05-2a7b5410ebc8', CURRENT_DATE - 24, CURRENT_DATE - 3, NULL, '*/*', 0, NULL), -- Jean-Baptiste Le Gall, « Dune »
  ('8b971e0d-8e83-4684-ac94-2f702df61ff3', 'da14b6f4-8601-423e-bbdb-dabea60ff4e2', '018df563-4078-74f8-b579-5046d5afa126', CURRENT_DATE - 22, CURRENT_DATE - 1, NULL, '*/*', 0, NULL), -- Björn Åkesson, « Pippi Långstrump »
  ('fe0123ad-a4c1-434a-a5ce-b23ac9e124e2', 'c59e67d9-fa0d-475e-b625-b56a83cc9ebd', '018d7849-05a0-77c1-ac65-caaf40476661', CURRENT_DATE - 21, CURRENT_DATE, NULL, '*/*', 0, NULL), -- Zoë Œuvrard, « La Peste »
  ('a253087a-928c-4cb3-b653-4f492eb12e77', 'c59e67d9-fa0d-475e-b625-b56a83cc9ebd', '018e569c-a410-766a-81db-b6b9bd2b9d8f', CURRENT_DATE - 20, CURRENT_DATE + 1, NULL, '*/*', 0, NULL), -- Zoë Œuvrard, « L'Œuvre au noir »
  ('be8eb93e-fd41-4613-ad7d-4120a7040528', 'a981332d-92e3-4e4a-9fef-19b4e8ad5ae8', '018e13f8-5a78-7250-96de-c64354d8dbc5', CURRENT_DATE - 19, CURRENT_DATE + 2, NULL, '*/*', 0, NULL), -- Camille Martin, « Le Petit Prince »
  ('1cf7b202-63e4-450f-bfce-5b18b2f2146b', 'a981332d-92e3-4e4a-9fef-19b4e8ad5ae8', '018d840a-67f8-7117-9db8-e2d8286b66f9', CURRENT_DATE - 19, CURRENT_DATE + 2, NULL, '*/*', 0, NULL), -- Camille Martin, « L'Étranger »
  ('fbd917e1-2b1b-4570-bf8c-8546bba950f4', 'a1dfeef7-640f-46e5-84c9-3e05b49e0351', '018d8d54-2718-770d-a6bd-fab398945fd8', CURRENT_DATE - 15, CURRENT_DATE + 6, NULL, '*/*', 0, NULL), -- François-Xavier du Plessis-Bellière, « La Princesse de Clèves »
  ('2b72a59f-14d2-4f9b-aae4-9337ba447d37', '51b4f8c7-088f-4c3f-9ec6-5e7b7752b4f5', '018d8452-bf80-77e5-80dc-cb7894b7152d', CURRENT_DATE - 14, CURRENT_DATE + 7, NULL, '*/*', 0, NULL), -- محمد بن سعيد, « ألف ليلة وليلة »
  ('ad651a66-e479-4009-a4b4-6a9c0a896199', '5114ddb4-4a5b-400a-982b-828e67d208c9', '018cf8d6-1588-70bc-a514-a72f40f05e1a', CURRENT_DATE - 12, CURRENT_DATE + 9, NULL, '*/*', 0, NULL), -- Aminata Ndiaye, « Une si longue lettre »
  ('2f589906-8a5b-4868-b3da-efa650d56f64', 'a981332d-92e3-4e4a-9fef-19b4e8ad5ae8', '018d4b09-28e0-72de-8e60-a4615a0307de', CURRENT_DATE - 10, CURRENT_DATE + 11, NULL, '*/*', 0, NULL), -- Camille Martin, « Germinal »
  ('668716c0-3b02-4ed0-b320-fe46a54d209b', '727490c4-6b4f-44dd-a367-f8aee6744ec3', '018d7852-d558-742d-960f-b003cb782c95', CURRENT_DATE - 10, CURRENT_DATE + 11, NULL, '*/*', 0, NULL), -- Théo Martin, « Fahrenheit 451 »
  ('f6c12cd0-6f86-47d6-a976-7170ee183533', 'c42c5f9d-296b-4206-bed2-c3ab0b832a89', '018e47b1-f9f0-7535-8a3d-a58e09d58a96', CURRENT_DATE - 7, CURRENT_DATE + 14, NULL, '*/*', 0, NULL), -- Gaëtan L'Héritier, « Cyrano de Bergerac »
  ('44125955-0840-40f0-b354-09030739eaac', '5114ddb4-4a5b-400a-982b-828e67d208c9', '018e13f8-5a79-723c-9cce-a407e54e579d', CURRENT_DATE - 6, CURRENT_DATE + 15, NULL, '*/*', 0, NULL), -- Aminata Ndiaye, « Le Petit Prince »
  ('5dd466c7-25b1-444d-8d03-95c72865fae0', '0b2593cd-12eb-4f0d-939b-59c381c3707d', '018e6b8e-0b98-756b-9523-3d4a5579b904', CURRENT_DATE - 5, CURRENT_DATE + 16, NULL, '*/*', 0, NULL), -- Иван Петров, « Мастер и Маргарита »
  ('c4ff8122-3553-4daa-9969-082e3918d342', 'a981332d-92e3-4e4a-9fef-19b4e8ad5ae8', '018dd5ba-7840-73bf-a46d-8633a67885ef', CURRENT_DATE - 3, CURRENT_DATE + 18, NULL, '*/*', 0, NULL), -- Camille Martin, « Persepolis »
  ('6f6a4605-f465-4868-b466-efed9f76cb8e', 'c447a781-be60-416c-85e3-9f31383845f9', '018deb22-9280-776f-b36f-9c88d6e8d5ee', CURRENT_DATE - 2, CURRENT_DATE + 19, NULL, '*/*', 0, NULL), -- 민준 김, « 채식주의자 »
  ('470a1d9b-cb7e-42fa-9492-8a2ecca9f047', '51b4f8c7-088f-4c3f-9ec6-5e7b7752b4f5', '018e7a1a-1328-755b-98a6-2f6e3036a6f5', CURRENT_DATE, CURRENT_DATE + 21, NULL, '*/*', 0, NULL); -- محمد بن سعيد, « موسم الهجرة إلى الشمال »

INSERT INTO reservation
  (id, utilisateur_id, livre_id, exemplaire_id, date_reservation, place, statut, suspendue_jusqu_au, date_limite, date_cloture)
VALUES
  ('019de2d7-9bfa-717e-850a-4120f6cf8825', '5114ddb4-4a5b-400a-982b-828e67d208c9', '39303d5d-407f-4ecf-a903-282a7ba39117', NULL, (CURRENT_DATE - 30 + TIME '09:21:14') AT TIME ZONE 'UTC', NULL, 'annulee', NULL, NULL, CURRENT_DATE - 8), -- Aminata Ndiaye, « Le Vieil Homme et la mer »
  ('019df8d2-40fd-7878-baae-4044885e3586', '52d46ff3-54a6-4b64-8622-81916d5abfe9', 'e85ca500-04d2-4776-977d-418e5e0f0e0b', NULL, (CURRENT_DATE - 26 + TIME '15:47:02') AT TIME ZONE 'UTC', NULL, 'expiree', NULL, CURRENT_DATE - 4, CURRENT_DATE - 3), -- Jean-Baptiste Le Gall, « ノルウェイの森 »
  ('019e0be0-c6c8-704a-a299-83a2f7ab5777', 'ff91d0a8-8460-4849-a593-83444a55637a', '6c818df3-d4af-4727-b32d-fba3f74c151d', NULL, (CURRENT_DATE - 22 + TIME '08:35:40') AT TIME ZONE 'UTC', 2, 'en_attente', NULL, NULL, NULL), -- Linh N'Guyen, « Dune »
  ('019e12a5-ac4b-7d25-b358-1a1cdd41ab09', '0b2593cd-12eb-4f0d-939b-59c381c3707d', '39303d5d-407f-4ecf-a903-282a7ba39117', '018d30e9-fae8-7125-b709-d6e36f870407', (CURRENT_DATE - 21 + TIME '16:08:27') AT TIME ZONE 'UTC', 3, 'mise_de_cote', NULL, CURRENT_DATE, NULL), -- Иван Петров, « Le Vieil Homme et la mer »
  ('019e172b-502a-7279-93b8-c1cceb9af22f', 'e6adf345-d5bd-4e9b-8fd9-8fdda4b739cd', 'e85ca500-04d2-4776-977d-418e5e0f0e0b', '018e2cf2-bf50-7372-a841-dc6c9e74fa76', (CURRENT_DATE - 20 + TIME '13:12:55') AT TIME ZONE 'UTC', 3, 'mise_de_cote', NULL, CURRENT_DATE + 5, NULL), -- Оксана Петрова, « ノルウェイの森 »
  ('019e20c9-ba6c-7b8e-b50b-dc856329e6e8', 'e0629ec8-d8ef-4605-9d87-5d580de898d1', 'ca1a822e-b428-4260-9a0b-a0a40cb2b6a5', NULL, (CURRENT_DATE - 18 + TIME '10:02:31') AT TIME ZONE 'UTC', 2, 'en_attente', NULL, NULL, NULL), -- Maximilienne-Joséphine van der Straeten-Ponthoz, « Fondation »
  ('019e3144-20ee-751c-b48c-966c2de038c9', 'c447a781-be60-416c-85e3-9f31383845f9', '6c818df3-d4af-4727-b32d-fba3f74c151d', NULL, (CURRENT_DATE - 15 + TIME '14:50:09') AT TIME ZONE 'UTC', 3, 'en_attente', NULL, NULL, NULL), -- 민준 김, « Dune »
  ('019e4003-69de-7504-b295-5fb826ac8ee5', '5114ddb4-4a5b-400a-982b-828e67d208c9', '693f4c65-934a-42ca-afde-3c47278c783d', NULL, (CURRENT_DATE - 12 + TIME '11:33:46') AT TIME ZONE 'UTC', NULL, 'honoree', NULL, NULL, CURRENT_DATE - 6), -- Aminata Ndiaye, « Le Petit Prince »
  ('019e44d2-67ae-7b38-81a0-5983a921d99c', 'c42c5f9d-296b-4206-bed2-c3ab0b832a89', '693f4c65-934a-42ca-afde-3c47278c783d', NULL, (CURRENT_DATE - 11 + TIME '09:58:20') AT TIME ZONE 'UTC', 3, 'en_attente', NULL, NULL, NULL), -- Gaëtan L'Héritier, « Le Petit Prince »
  ('019e5090-578b-7c0b-9f0d-65716cac7f54', 'd08d0f74-48db-4e8f-b335-9da31d269bdf', '6c818df3-d4af-4727-b32d-fba3f74c151d', NULL, (CURRENT_DATE - 9 + TIME '16:41:37') AT TIME ZONE 'UTC', 4, 'en_attente', NULL, NULL, NULL), -- Ελένη Παπαδοπούλου, « Dune »
  ('019e54c5-4107-7ec1-92f6-720cc54622cf', 'ba3ac373-76d3-4afa-92f3-d19139b90507', '693f4c65-934a-42ca-afde-3c47278c783d', NULL, (CURRENT_DATE - 8 + TIME '12:17:53') AT TIME ZONE 'UTC', 4, 'en_attente', CURRENT_DATE + 14, NULL, NULL), -- 伟 王, « Le Petit Prince »
  ('019e5a84-e0e3-76f3-97a6-176cbb6be6c8', '727490c4-6b4f-44dd-a367-f8aee6744ec3', 'ca1a822e-b428-4260-9a0b-a0a40cb2b6a5', NULL, (CURRENT_DATE - 7 + TIME '15:05:18') AT TIME ZONE 'UTC', 3, 'en_attente', NULL, NULL, NULL), -- Théo Martin, « Fondation »
  ('019e5e52-cef0-75b8-aa7b-52a47f6e1927', '1c0d9e06-61ac-488d-b29b-24084ad1c798', 'ad462b29-3810-485b-954e-cdbe381921a6', NULL, (CURRENT_DATE - 6 + TIME '08:49:05') AT TIME ZONE 'UTC', 2, 'en_attente', NULL, NULL, NULL), -- נועה כהן, « Ulysses »
  ('019e699d-b64e-743e-bff5-aa50b940b74d', 'ba0eb1d0-7314-409d-8f20-d8ba36877e6a', '693f4c65-934a-42ca-afde-3c47278c783d', NULL, (CURRENT_DATE - 4 + TIME '13:26:44') AT TIME ZONE 'UTC', 5, 'en_attente', NULL, NULL, NULL), -- Iñaki Etxeberria Muñoz, « Le Petit Prince »
  ('019e6e44-f0e2-7c3e-9d14-5be02f7a9163', 'c7f4eab5-96fb-481f-baa9-bd3e4961c868', '7e135aa6-e38d-4f4f-a138-22f68eef4e19', '018d25c4-76e8-70c8-bc1f-93e93a3ca5c9', (CURRENT_DATE - 3 + TIME '11:07:52') AT TIME ZONE 'UTC', 2, 'mise_de_cote', NULL, CURRENT_DATE + 8, NULL), -- さくら 佐藤, « Le Lotus bleu »
  ('019e7351-0f91-784d-8dbb-9612ab725432', 'a2203744-a55e-4435-9cb0-e964d22fa3f7', '6c818df3-d4af-4727-b32d-fba3f74c151d', NULL, (CURRENT_DATE - 2 + TIME '10:39:12') AT TIME ZONE 'UTC', 5, 'en_attente', NULL, NULL, NULL); -- Siobhán O'Sullivan, « Dune »

COMMIT;
