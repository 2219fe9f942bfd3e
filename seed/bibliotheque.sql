-- Bibliothèque municipale : modèle relationnel et jeu de données (PostgreSQL 15 ou plus récent)
--
--   createdb bibliotheque && psql -d bibliotheque -v ON_ERROR_STOP=1 -f seed/bibliotheque.sql
--
-- Le script s'exécute dans une base vide, en une seule transaction : tout est créé, ou rien.
--
--   utilisateur 1 ── 1   adhesion           une adhésion est celle d'un utilisateur
--   adhesion  0,1 ── 0,n adhesion           un adhérent répond d'autres adhérents
--   utilisateur 1 ── 0,n penalite           une pénalité est due par un utilisateur
--   utilisateur 0,1 ── 0,n emprunt          un emprunt est fait par un utilisateur, que l'emprunt rendu finit par oublier
--   livre       1 ── 0,n emprunt            un emprunt porte sur un exemplaire d'un livre
--   emprunt   0,1 ── 0,1 penalite           un retour en retard donne lieu à une pénalité
--   penalite    1 ── 0,n mouvement          un mouvement règle une pénalité : payée, remboursée ou annulée
--
-- Les dates des emprunts et des pénalités sont relatives au jour du chargement (CURRENT_DATE) : un livre
-- à rendre aujourd'hui le reste quel que soit ce jour.
--
-- Restent à l'application les règles qui portent sur plusieurs lignes : les limites, la durée et
-- les prolongations que politique.yml donne à chaque catégorie et à chaque type, pas plus d'emprunts en cours
-- que d'exemplaires, pas d'emprunt tant qu'une pénalité est impayée ou qu'un livre est en retard, un responsable qui n'a pas lui-même de responsable, un reste à payer égal au montant
-- moins ce que disent les mouvements. Aucune clé étrangère n'efface en cascade : supprimer un compte est
-- refusé tant que quelque chose y mène. L'application ne le supprime qu'une fois tout payé et rendu ; elle
-- efface alors ses pénalités, et ses emprunts rendus perdent leur emprunteur et leur pénalité. Un emprunt
-- rendu depuis plus de 120 jours, pour lequel rien n'est dû, perd son emprunteur de même.

SET client_encoding = 'UTF8';
SET TIME ZONE 'Europe/Paris';

BEGIN;

CREATE DOMAIN libelle AS text
  CONSTRAINT libelle_non_vide CHECK (VALUE <> '')
  CONSTRAINT libelle_sans_espace_aux_bords CHECK (VALUE !~ '^\s|\s$')
  CONSTRAINT libelle_sans_caractere_de_controle CHECK (VALUE !~ '[[:cntrl:]]');

COMMENT ON DOMAIN libelle IS 'Texte non vide, sans espace aux bords ni caractère de contrôle';

-- Sans précision déclarée : numeric(6, 2) arrondirait 2,505 au lieu de le refuser.
CREATE DOMAIN euros AS numeric
  CONSTRAINT euros_deux_decimales CHECK (VALUE = round(VALUE, 2));

COMMENT ON DOMAIN euros IS 'Montant en euros, deux décimales au plus';

-- Le CASE garantit que seuls des chiffres sont convertis : AND ne fixe pas d'ordre d'évaluation.
CREATE FUNCTION isbn13_valide(isbn text) RETURNS boolean
  LANGUAGE sql IMMUTABLE STRICT
  RETURN CASE
    WHEN isbn ~ '^97(8[0-9]|9[1-9])[0-9]{9}$' THEN (
      SELECT sum(substr(isbn, rang, 1)::integer * CASE WHEN rang % 2 = 0 THEN 3 ELSE 1 END) % 10 = 0
      FROM generate_series(1, 13) AS rang
    )
    ELSE false
  END;

COMMENT ON FUNCTION isbn13_valide(text) IS 'Treize chiffres commençant par 978 ou 979, sauf 979-0 (les partitions), dont la clé de contrôle est juste';

CREATE TABLE utilisateur (
  id            uuid        NOT NULL,
  nom           libelle     NOT NULL,
  prenom        libelle     NOT NULL,
  email         libelle,
  date_creation timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP,

  CONSTRAINT utilisateur_pk PRIMARY KEY (id),
  CONSTRAINT utilisateur_email_unique UNIQUE (email),
  CONSTRAINT utilisateur_nom_longueur CHECK (char_length(nom) <= 100),
  CONSTRAINT utilisateur_prenom_longueur CHECK (char_length(prenom) <= 100),
  CONSTRAINT utilisateur_email_longueur CHECK (char_length(email) <= 254),
  CONSTRAINT utilisateur_email_minuscules CHECK (email = lower(email)),
  CONSTRAINT utilisateur_email_forme CHECK (email ~ '^[^@[:space:]]+@[^@[:space:]]+\.[^@[:space:]]+$')
);

COMMENT ON TABLE  utilisateur IS 'Personne inscrite à la bibliothèque';
COMMENT ON COLUMN utilisateur.id IS 'Identifiant de l''utilisateur';
COMMENT ON COLUMN utilisateur.nom IS 'Nom de famille, particule comprise, dans son écriture d''origine';
COMMENT ON COLUMN utilisateur.prenom IS 'Prénom, dans son écriture d''origine';
COMMENT ON COLUMN utilisateur.email IS 'Adresse e-mail en minuscules, propre à un seul utilisateur ; NULL s''il n''en a pas';
COMMENT ON COLUMN utilisateur.date_creation IS 'Instant de l''inscription';

CREATE TABLE adhesion (
  utilisateur_id   uuid    NOT NULL,
  numero_carte     text    NOT NULL,
  categorie        text    NOT NULL DEFAULT 'adulte',
  date_naissance   date,
  date_fin         date,
  responsable_id   uuid,
  blocage_motif    libelle,
  blocage_depuis   date,
  blocage_jusqu_au date,

  CONSTRAINT adhesion_pk PRIMARY KEY (utilisateur_id),
  CONSTRAINT adhesion_utilisateur_fk FOREIGN KEY (utilisateur_id) REFERENCES utilisateur (id),
  CONSTRAINT adhesion_numero_carte_unique UNIQUE (numero_carte),
  CONSTRAINT adhesion_numero_carte_forme CHECK (numero_carte ~ '^[A-Z0-9-]{4,20}$'),
  CONSTRAINT adhesion_categorie_forme CHECK (categorie ~ '^[a-z][a-z0-9_-]{0,29}$'),
  CONSTRAINT adhesion_responsable_fk FOREIGN KEY (responsable_id) REFERENCES adhesion (utilisateur_id),
  CONSTRAINT adhesion_responsable_autre CHECK (responsable_id <> utilisateur_id),
  CONSTRAINT adhesion_blocage_entier CHECK ((blocage_motif IS NULL) = (blocage_depuis IS NULL)),
  CONSTRAINT adhesion_blocage_fin CHECK (blocage_jusqu_au IS NULL OR blocage_depuis IS NOT NULL),
  CONSTRAINT adhesion_blocage_motif_longueur CHECK (char_length(blocage_motif) <= 500)
);

COMMENT ON TABLE  adhesion IS 'Adhésion d''un utilisateur : sa carte, sa catégorie, sa durée, qui répond de lui, son blocage';
COMMENT ON COLUMN adhesion.utilisateur_id IS 'Utilisateur dont c''est l''adhésion : il en a une et une seule';
COMMENT ON COLUMN adhesion.numero_carte IS 'Numéro de la carte, propre à un seul utilisateur : 4 à 20 lettres majuscules, chiffres ou tirets';
COMMENT ON COLUMN adhesion.categorie IS 'Catégorie, telle que politique.yml la nomme : elle décide des limites et de la règle de prêt';
COMMENT ON COLUMN adhesion.date_naissance IS 'Date de naissance ; NULL si elle est inconnue';
COMMENT ON COLUMN adhesion.date_fin IS 'Dernier jour où l''adhésion est valable ; NULL si elle n''en a pas';
COMMENT ON COLUMN adhesion.responsable_id IS 'Utilisateur qui répond de celui-ci, et à qui l''on écrit s''il n''a pas d''adresse ; il n''a lui-même pas de responsable';
COMMENT ON COLUMN adhesion.blocage_motif IS 'Raison du blocage ; NULL si le compte n''est pas bloqué';
COMMENT ON COLUMN adhesion.blocage_depuis IS 'Premier jour du blocage';
COMMENT ON COLUMN adhesion.blocage_jusqu_au IS 'Dernier jour du blocage ; NULL s''il n''en a pas';

CREATE TABLE livre (
  id            uuid        NOT NULL,
  titre         libelle     NOT NULL,
  auteur        libelle,
  isbn          text,
  tome          libelle,
  annee         integer,
  editeur       libelle,
  type          text        NOT NULL DEFAULT 'livre',
  exemplaires   integer     NOT NULL DEFAULT 1,
  date_creation timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP,

  CONSTRAINT livre_pk PRIMARY KEY (id),
  CONSTRAINT livre_titre_longueur CHECK (char_length(titre) <= 300),
  CONSTRAINT livre_auteur_longueur CHECK (char_length(auteur) <= 200),
  CONSTRAINT livre_tome_longueur CHECK (char_length(tome) <= 20),
  CONSTRAINT livre_editeur_longueur CHECK (char_length(editeur) <= 200),
  CONSTRAINT livre_type_forme CHECK (type ~ '^[a-z][a-z0-9_-]{0,29}$'),
  CONSTRAINT livre_isbn_cle CHECK (isbn13_valide(isbn)),
  CONSTRAINT livre_exemplaires_bornes CHECK (exemplaires BETWEEN 0 AND 1000)
);

-- Les tomes d'un ensemble partagent parfois un ISBN : chaque tome, comme le livre sans tome, ne l'a qu'une fois.
CREATE UNIQUE INDEX livre_isbn_unique ON livre (isbn, tome) NULLS NOT DISTINCT WHERE isbn IS NOT NULL;

COMMENT ON TABLE  livre IS 'Œuvre au catalogue, dont la bibliothèque possède zéro, un ou plusieurs exemplaires';
COMMENT ON COLUMN livre.id IS 'Identifiant du livre';
COMMENT ON COLUMN livre.titre IS 'Titre original ou titre de la traduction française';
COMMENT ON COLUMN livre.auteur IS 'Auteur ou auteurs, tels que le livre les nomme ; NULL s''il n''en nomme pas';
COMMENT ON COLUMN livre.isbn IS 'ISBN à treize chiffres, sans tiret, propre à un seul livre ou partagé par les tomes d''un ensemble ; NULL s''il n''en a pas ou s''il est inconnu';
COMMENT ON COLUMN livre.tome IS 'Numéro ou nom du tome ; NULL si le livre n''en est pas un';
COMMENT ON COLUMN livre.annee IS 'Année de la première parution, négative avant notre ère ; NULL si elle est inconnue';
COMMENT ON COLUMN livre.editeur IS 'Éditeur ; NULL s''il est inconnu';
COMMENT ON COLUMN livre.type IS 'Type de document, tel que politique.yml le nomme : livre, bd, revue, dvd…';
COMMENT ON COLUMN livre.exemplaires IS 'Nombre d''exemplaires possédés, prêtés ou non';
COMMENT ON COLUMN livre.date_creation IS 'Instant de l''entrée au catalogue';

CREATE TABLE penalite (
  id             uuid        NOT NULL,
  utilisateur_id uuid        NOT NULL,
  montant        euros       NOT NULL,
  description    libelle     NOT NULL,
  date_penalite  timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP,
  statut         text        NOT NULL,
  reste_a_payer  euros       NOT NULL,

  CONSTRAINT penalite_pk PRIMARY KEY (id),
  CONSTRAINT penalite_utilisateur_fk FOREIGN KEY (utilisateur_id) REFERENCES utilisateur (id),
  CONSTRAINT penalite_montant_bornes CHECK (montant BETWEEN 0.01 AND 1000),
  CONSTRAINT penalite_description_longueur CHECK (char_length(description) <= 500),
  CONSTRAINT penalite_statut_connu CHECK (statut IN ('impayee', 'payee', 'annulee')),
  CONSTRAINT penalite_reste_bornes CHECK (reste_a_payer BETWEEN 0 AND montant),
  CONSTRAINT penalite_reste_selon_statut CHECK ((statut = 'impayee') = (reste_a_payer > 0)),
  -- Cible de la clé étrangère d'emprunt, qui doit désigner une pénalité du même utilisateur.
  CONSTRAINT penalite_de_utilisateur_unique UNIQUE (id, utilisateur_id)
);

COMMENT ON TABLE  penalite IS 'Somme due par un utilisateur : retard, perte ou dégradation';
COMMENT ON COLUMN penalite.id IS 'Identifiant de la pénalité (UUID version 7 : l''ordre des identifiants est celui des dates)';
COMMENT ON COLUMN penalite.utilisateur_id IS 'Utilisateur qui doit la somme';
COMMENT ON COLUMN penalite.montant IS 'Montant d''origine, en euros';
COMMENT ON COLUMN penalite.description IS 'Motif de la pénalité, en clair';
COMMENT ON COLUMN penalite.date_penalite IS 'Instant où la pénalité a été prononcée';
COMMENT ON COLUMN penalite.statut IS 'impayee (au moins en partie), payee ou annulee';
COMMENT ON COLUMN penalite.reste_a_payer IS 'Part du montant encore due, en euros ; zéro une fois payée ou annulée';

CREATE TABLE mouvement (
  id              uuid        NOT NULL,
  penalite_id     uuid        NOT NULL,
  type            text        NOT NULL,
  montant         euros       NOT NULL,
  moyen           text,
  motif           libelle,
  date_mouvement  timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP,
  annule          boolean     NOT NULL DEFAULT false,
  date_annulation timestamptz,

  CONSTRAINT mouvement_pk PRIMARY KEY (id),
  CONSTRAINT mouvement_penalite_fk FOREIGN KEY (penalite_id) REFERENCES penalite (id),
  CONSTRAINT mouvement_type_connu CHECK (type IN ('paiement', 'remboursement', 'annulation')),
  CONSTRAINT mouvement_montant_bornes CHECK (montant BETWEEN 0.01 AND 1000),
  CONSTRAINT mouvement_moyen_connu CHECK (moyen IN ('especes', 'cheque', 'carte', 'virement', 'autre')),
  -- Ce qui est annulé n'est ni entré ni sorti.
  CONSTRAINT mouvement_moyen_selon_type CHECK ((moyen IS NULL) = (type = 'annulation')),
  CONSTRAINT mouvement_motif_longueur CHECK (char_length(motif) <= 500),
  CONSTRAINT mouvement_motif_sauf_paiement CHECK ((motif IS NULL) = (type = 'paiement' AND NOT annule)),
  CONSTRAINT mouvement_annule_si_paiement CHECK (NOT annule OR type = 'paiement'),
  CONSTRAINT mouvement_date_si_annule CHECK ((date_annulation IS NOT NULL) = annule),
  CONSTRAINT mouvement_annule_apres CHECK (date_annulation >= date_mouvement)
);

COMMENT ON TABLE  mouvement IS 'Ce qui est arrivé à l''argent d''une pénalité : chaque centime entré, sorti ou annulé est dans un seul mouvement';
COMMENT ON COLUMN mouvement.id IS 'Identifiant du mouvement';
COMMENT ON COLUMN mouvement.penalite_id IS 'Pénalité que le mouvement règle';
COMMENT ON COLUMN mouvement.type IS 'paiement (entré), remboursement (rendu) ou annulation (ce qui n''est plus dû)';
COMMENT ON COLUMN mouvement.montant IS 'Montant, en euros';
COMMENT ON COLUMN mouvement.moyen IS 'especes, cheque, carte, virement ou autre ; NULL pour une annulation';
COMMENT ON COLUMN mouvement.motif IS 'Raison de l''annulation ou du remboursement ; NULL pour un paiement qui vaut';
COMMENT ON COLUMN mouvement.date_mouvement IS 'Instant du mouvement';
COMMENT ON COLUMN mouvement.annule IS 'Vrai pour un paiement enregistré par erreur : il reste écrit, et son montant est de nouveau dû';
COMMENT ON COLUMN mouvement.date_annulation IS 'Instant où le paiement a été annulé ; NULL sinon';

CREATE TABLE emprunt (
  id             uuid    NOT NULL,
  utilisateur_id uuid,
  livre_id       uuid    NOT NULL,
  date_emprunt   date    NOT NULL DEFAULT CURRENT_DATE,
  date_echeance  date    NOT NULL,
  date_retour    date,
  regle          text    NOT NULL DEFAULT '*/*',
  prolongations  integer NOT NULL DEFAULT 0,
  penalite_id    uuid,

  CONSTRAINT emprunt_pk PRIMARY KEY (id),
  CONSTRAINT emprunt_utilisateur_fk FOREIGN KEY (utilisateur_id) REFERENCES utilisateur (id),
  CONSTRAINT emprunt_livre_fk FOREIGN KEY (livre_id) REFERENCES livre (id),
  CONSTRAINT emprunt_penalite_fk FOREIGN KEY (penalite_id, utilisateur_id) REFERENCES penalite (id, utilisateur_id),
  CONSTRAINT emprunt_penalite_unique UNIQUE (penalite_id),
  CONSTRAINT emprunt_echeance_apres_emprunt CHECK (date_echeance > date_emprunt),
  CONSTRAINT emprunt_retour_apres_emprunt CHECK (date_retour >= date_emprunt),
  CONSTRAINT emprunt_regle_forme CHECK (regle ~ '^([*]|[a-z][a-z0-9_-]{0,29})/([*]|[a-z][a-z0-9_-]{0,29})$'),
  CONSTRAINT emprunt_prolongations_bornes CHECK (prolongations >= 0),
  CONSTRAINT emprunt_oublie_si_rendu CHECK (utilisateur_id IS NOT NULL OR date_retour IS NOT NULL),
  CONSTRAINT emprunt_oublie_sans_penalite CHECK (utilisateur_id IS NOT NULL OR penalite_id IS NULL),
  -- Une règle peut ne rien demander pour un retard, ou n'en compter que les jours ouverts.
  CONSTRAINT emprunt_penalite_si_retard CHECK (penalite_id IS NULL OR COALESCE(date_retour > date_echeance, false))
);

COMMENT ON TABLE  emprunt IS 'Prêt d''un exemplaire d''un livre à un utilisateur';
COMMENT ON COLUMN emprunt.id IS 'Identifiant de l''emprunt';
COMMENT ON COLUMN emprunt.utilisateur_id IS 'Utilisateur qui emprunte ; NULL une fois oublié, ce que seul un emprunt rendu peut être';
COMMENT ON COLUMN emprunt.livre_id IS 'Livre emprunté';
COMMENT ON COLUMN emprunt.date_emprunt IS 'Jour du prêt, dans le fuseau horaire de la bibliothèque';
COMMENT ON COLUMN emprunt.date_echeance IS 'Dernier jour pour rendre sans pénalité, prolongations comprises';
COMMENT ON COLUMN emprunt.date_retour IS 'Jour du retour ; NULL tant que le livre est dehors';
COMMENT ON COLUMN emprunt.regle IS 'Règle de politique.yml sous laquelle le prêt a été fait et qu''il garde : catégorie/type, * pour n''importe lequel';
COMMENT ON COLUMN emprunt.prolongations IS 'Nombre de prolongations accordées';
COMMENT ON COLUMN emprunt.penalite_id IS 'Pénalité née du retour en retard ; NULL sinon, ou si elle a été effacée avec le compte';

CREATE INDEX penalite_utilisateur_idx ON penalite (utilisateur_id);
CREATE INDEX penalite_impayee_idx ON penalite (utilisateur_id) WHERE statut = 'impayee';
CREATE INDEX mouvement_penalite_idx ON mouvement (penalite_id);
CREATE INDEX emprunt_utilisateur_idx ON emprunt (utilisateur_id);
CREATE INDEX emprunt_livre_idx ON emprunt (livre_id);
CREATE INDEX emprunt_en_cours_idx ON emprunt (date_echeance) WHERE date_retour IS NULL;

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
  ('c5ac6e9a-df19-45ea-8eee-a53744eb2452', '4883026520', 'adulte', NULL, CURRENT_DATE + 188, NULL, NULL, NULL, NULL), -- Maëlys Lefèvre-Dumoulin
  ('0b2593cd-12eb-4f0d-939b-59c381c3707d', '1856759806', 'adulte', NULL, CURRENT_DATE + 210, NULL, NULL, NULL, NULL), -- Иван Петров
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
  ('727490c4-6b4f-44dd-a367-f8aee6744ec3', '1846110664', 'jeune', '2015-05-17', NULL, 'a981332d-92e3-4e4a-9fef-19b4e8ad5ae8', NULL, NULL, NULL), -- Théo Martin
  ('e6adf345-d5bd-4e9b-8fd9-8fdda4b739cd', '2746485065', 'jeune', '2017-03-08', NULL, '0b2593cd-12eb-4f0d-939b-59c381c3707d', NULL, NULL, NULL), -- Оксана Петрова
  ('98d0cce0-d7ac-4044-b374-be049f61cf71', '6719888890', 'jeune', '2011-09-02', NULL, 'a981332d-92e3-4e4a-9fef-19b4e8ad5ae8', NULL, NULL, NULL); -- Léo Le Bœuf

INSERT INTO livre
  (id, titre, auteur, isbn, tome, annee, editeur, type, exemplaires, date_creation)
VALUES
  ('8bb62a6c-8be0-441e-91ac-67427e52cd2a', 'La Chanson de Roland', NULL, NULL, NULL, NULL, NULL, 'livre', 2, '2024-01-24T10:46:37.000Z'),
  ('8a2a3604-f0fe-42e2-89ad-9db5883ae43d', 'Yvain ou le Chevalier au lion', 'Chrétien de Troyes', NULL, NULL, NULL, NULL, 'livre', 1, '2025-12-04T13:09:22.000Z'),
  ('c9ff6943-2d75-4280-9e53-2b852e2722d3', 'Le Testament', 'François Villon', NULL, NULL, 1461, NULL, 'livre', 1, '2026-01-16T15:54:54.000Z'),
  ('435391b5-b033-4de7-9b03-1106566cb43a', 'Pantagruel', 'François Rabelais', NULL, NULL, 1532, NULL, 'livre', 2, '2025-04-26T10:17:40.000Z'),
  ('7fd0e4fd-81b8-442c-86ff-370a41d5cc53', 'Œuvres', 'Louise Labé', NULL, NULL, 1555, NULL, 'livre', 0, '2024-03-06T07:29:30.000Z'),
  ('7fb008a1-3c4c-4044-99ab-e52f5843e49a', 'Les Essais', 'Michel de Montaigne', NULL, NULL, 1580, NULL, 'livre', 4, '2024-03-21T10:39:41.000Z'),
  ('0d16bb0d-9b27-48d9-8ce0-12ab4689611d', 'L''Astrée', 'Honoré d''Urfé', NULL, NULL, 1607, NULL, 'livre', 1, '2024-03-12T10:29:11.000Z'),
  ('2c30b4ed-1a11-4bfc-a651-7e9daf191e57', 'Le Cid', 'Pierre Corneille', NULL, NULL, 1637, NULL, 'livre', 1, '2024-02-07T11:37:57.000Z'),
  ('393b9284-3fab-4c27-af72-c8357b7b1444', 'Discours de la méthode', 'René Descartes', NULL, NULL, 1637, NULL, 'livre', 1, '2024-03-09T13:26:53.000Z'),
  ('f407aec2-bb53-4fd2-bac6-629ccbcb4a0f', 'Dom Juan ou le Festin de pierre', 'Molière', NULL, NULL, 1665, NULL, 'livre', 2, '2024-02-05T07:22:28.000Z'),
  ('617015f2-2558-46e2-aaea-824bd3105862', 'Le Tartuffe ou l''Imposteur', 'Molière', NULL, NULL, 1669, NULL, 'livre', 3, '2024-01-10T10:10:35.000Z'),
  ('02464418-0179-4373-b3a2-e020d69c6655', 'Le Malade imaginaire', 'Molière', NULL, NULL, 1673, NULL, 'livre', 1, '2024-03-21T11:54:57.000Z'),
  ('16d69ec8-8e07-4685-adf2-83757b9e3b93', 'Phèdre', 'Jean Racine', NULL, NULL, 1677, NULL, 'livre', 1, '2024-02-01T13:48:41.000Z'),
  ('4536303a-8e64-481a-82a3-8184502f9303', 'Fables', 'Jean de La Fontaine', NULL, NULL, 1668, NULL, 'livre', 2, '2024-03-19T11:46:25.000Z'),
  ('0d607afa-a056-4305-8add-96a7fde2ac36', 'Pensées', 'Blaise Pascal', NULL, NULL, 1670, NULL, 'livre', 2, '2024-01-15T16:13:45.000Z'),
  ('d86fb405-3bcf-424f-8425-124fc4e2168a', 'La Princesse de Clèves', 'Madame de La Fayette', '9782070414437', NULL, 1678, 'Gallimard', 'livre', 1, '2024-02-09T10:05:19.000Z'),
  ('aedb555d-9640-4da9-8782-f82112d469eb', 'Les Caractères', 'Jean de La Bruyère', NULL, NULL, 1688, NULL, 'livre', 1, '2024-03-25T11:18:43.000Z'),
  ('1610a803-0c3d-4b29-a69c-a667f4b5b268', 'Contes de ma mère l''Oye', 'Charles Perrault', NULL, NULL, 1697, NULL, 'livre', 1, '2024-01-26T07:20:54.000Z'),
  ('7deb34fa-5e6b-4f01-b4a7-ef4b484e6e6c', 'Lettres persanes', 'Montesquieu', NULL, NULL, 1721, NULL, 'livre', 2, '2024-03-08T10:21:03.000Z'),
  ('e2ead3e9-e731-4b69-8bbd-0bbc1f5ca0e9', 'Manon Lescaut', 'Antoine François Prévost', NULL, NULL, 1731, NULL, 'livre', 3, '2024-03-18T12:27:49.000Z'),
  ('7566d75a-5a0f-434f-8d3f-47ef0aea5228', 'Le Jeu de l''amour et du hasard', 'Marivaux', NULL, NULL, 1730, NULL, 'livre', 3, '2024-02-10T12:47:57.000Z'),
  ('39773bb8-50af-4497-8658-53e12f696951', 'Discours sur l''origine et les fondements de l''inégalité parmi les hommes', 'Jean-Jacques Rousseau', NULL, NULL, 1755, NULL, 'livre', 1, '2026-02-19T10:38:02.000Z'),
  ('d7439101-93f8-484e-a58c-f0222aedbfae', 'Candide ou l''Optimisme', 'Voltaire', '9782070466634', NULL, 1759, 'Gallimard', 'livre', 2, '2024-02-28T08:44:12.000Z'),
  ('c79f0891-4bcc-4e9b-8820-bcd7096fbb5b', 'Les Liaisons dangereuses', 'Pierre Choderlos de Laclos', '9782253004011', NULL, 1782, 'Le Livre de Poche', 'livre', 2, '2024-01-10T13:26:24.000Z'),
  ('4e3a3a6d-9c50-4350-b556-60322df4f681', 'Le Mariage de Figaro', 'Pierre-Augustin Caron de Beaumarchais', NULL, NULL, 1784, NULL, 'livre', 4, '2024-03-01T09:01:10.000Z'),
  ('7859f04e-74d6-4f94-9ffb-a557d430fbc2', 'Déclaration des droits de la femme et de la citoyenne', 'Olympe de Gouges', NULL, NULL, 1791, NULL, 'livre', 3, '2024-01-16T09:49:22.000Z'),
  ('b653d99d-da45-42df-b51b-608283306fae', 'Jacques le Fataliste et son maître', 'Denis Diderot', NULL, NULL, 1796, NULL, 'livre', 2, '2024-03-13T11:38:31.000Z'),
  ('7e5e00ce-822f-4158-98fc-348860a32720', 'Mémoires d''outre-tombe', 'François-René de Chateaubriand', NULL, NULL, 1849, NULL, 'livre', 2, '2024-03-01T14:43:43.000Z'),
  ('98c91c4d-c7af-4cd7-8ab6-ce66d8085bfb', 'Le Rouge et le Noir', 'Stendhal', '9782253006206', NULL, 1830, 'Le Livre de Poche', 'livre', 4, '2024-01-29T11:33:27.000Z'),
  ('94ee8a31-7ff7-4c16-b422-9bcc4626946f', 'Eugénie Grandet', 'Honoré de Balzac', NULL, NULL, 1833, NULL, 'livre', 1, '2024-03-04T15:37:11.000Z'),
  ('c02524c7-0a18-4433-8eff-9ba82f70e35c', 'Le Père Goriot', 'Honoré de Balzac', '9782070409341', NULL, 1835, 'Gallimard', 'livre', 1, '2024-03-14T13:05:17.000Z'),
  ('afee10d2-8aa7-4a3a-9b9c-3ebdf7593565', 'Notre-Dame de Paris', 'Victor Hugo', '9782253009689', NULL, 1831, 'Le Livre de Poche', 'livre', 3, '2024-01-13T13:58:58.000Z'),
  ('e707ade1-0cca-4fda-acb6-89c29ad0678b', 'Les Contemplations', 'Victor Hugo', NULL, NULL, 1856, NULL, 'livre', 2, '2026-04-18T14:33:43.000Z'),
  ('ed6b0b45-d262-40a3-b753-3cecb77431bf', 'Les Misérables', 'Victor Hugo', '9782070409228', NULL, 1862, 'Gallimard', 'livre', 6, '2024-02-22T14:50:24.000Z'),
  ('498b08b2-4e45-4a52-9635-1bc8fc8967e2', 'Quatrevingt-treize', 'Victor Hugo', NULL, NULL, 1874, NULL, 'livre', 2, '2025-04-17T09:37:14.000Z'),
  ('be4626d5-b486-45e7-8bf5-797d32aec74d', 'On ne badine pas avec l''amour', 'Alfred de Musset', NULL, NULL, 1834, NULL, 'livre', 2, '2024-02-01T08:00:05.000Z'),
  ('10cfe913-9c3a-43b6-851c-f01da60d2675', 'Les Trois Mousquetaires', 'Alexandre Dumas', '9782253008880', NULL, 1844, 'Le Livre de Poche', 'livre', 2, '2024-02-27T13:49:52.000Z'),
  ('43206e49-5427-4183-9f24-5f2157f5aec7', 'Le Comte de Monte-Cristo', 'Alexandre Dumas', NULL, NULL, 1844, NULL, 'livre', 1, '2024-01-09T14:04:43.000Z'),
  ('4b32bd45-74ab-492f-aa87-4a9c1cda6f24', 'La Mare au diable', 'George Sand', NULL, NULL, 1846, NULL, 'livre', 4, '2025-12-31T07:05:44.000Z'),
  ('e741cac1-c2f9-4d50-8bd1-87ba9b5e9d02', 'Les Fleurs du mal', 'Charles Baudelaire', '9782253007104', NULL, 1857, 'Le Livre de Poche', 'livre', 3, '2024-02-10T08:51:58.000Z'),
  ('1db55c51-7ecb-40d5-b138-7b22ec0d9df9', 'Madame Bovary', 'Gustave Flaubert', '9782070413119', NULL, 1857, 'Gallimard', 'livre', 2, '2024-01-10T09:55:28.000Z'),
  ('2137dc75-6355-4b11-a8d7-c7fc9789d19c', 'L''Éducation sentimentale', 'Gustave Flaubert', NULL, NULL, 1869, NULL, 'livre', 1, '2024-03-12T16:03:37.000Z'),
  ('e4fabec8-3ac3-4b93-885d-7efbe59741e9', 'Vingt mille lieues sous les mers', 'Jules Verne', NULL, NULL, 1870, NULL, 'livre', 3, '2024-03-18T15:59:10.000Z'),
  ('f4c578f8-8553-440b-b053-8aa94e302da8', 'Le Tour du monde en quatre-vingts jours', 'Jules Verne', NULL, NULL, 1872, NULL, 'livre', 1, '2024-01-20T07:17:43.000Z'),
  ('7be7e519-f14c-468a-a020-ee366d742006', 'Une saison en enfer', 'Arthur Rimbaud', NULL, NULL, 1873, NULL, 'livre', 3, '2024-01-25T07:59:15.000Z'),
  ('42942a92-def2-45c9-8fe3-31f60a43064a', 'L''Assommoir', 'Émile Zola', NULL, NULL, 1877, NULL, 'livre', 3, '2024-03-18T07:15:14.000Z'),
  ('2323827e-ae18-464a-8a20-05cc6681bc8f', 'Au Bonheur des Dames', 'Émile Zola', NULL, NULL, 1883, NULL, 'livre', 2, '2024-02-03T08:36:50.000Z'),
  ('fffcd8cd-8fe8-4ed6-908e-42f15ac4139a', 'Germinal', 'Émile Zola', '9782253004226', NULL, 1885, 'Le Livre de Poche', 'livre', 1, '2024-01-27T13:08:28.000Z'),
  ('a0cea082-1db2-4700-b4ca-fc4d491b4d82', 'L''Œuvre', 'Émile Zola', NULL, NULL, 1886, NULL, 'livre', 2, '2024-01-15T08:46:20.000Z'),
  ('63aaa7b6-fc58-4864-91d8-b08fc4f46075', 'Bel-Ami', 'Guy de Maupassant', '9782253009009', NULL, 1885, 'Le Livre de Poche', 'livre', 1, '2024-01-08T08:42:47.000Z'),
  ('f6687f85-8537-4390-8959-c3df81f47e67', 'Le Horla', 'Guy de Maupassant', NULL, NULL, 1887, NULL, 'livre', 1, '2025-10-30T12:27:04.000Z'),
  ('66f3ed1b-46a5-4410-9923-fd98a5655783', 'L''Ève future', 'Auguste de Villiers de L''Isle-Adam', NULL, NULL, 1886, NULL, 'livre', 2, '2024-03-04T12:06:35.000Z'),
  ('44b3cc25-2430-4bb0-80ed-3beca80047cd', 'Cyrano de Bergerac', 'Edmond Rostand', '9782253005674', NULL, 1897, 'Le Livre de Poche', 'livre', 3, '2024-03-16T14:37:10.000Z'),
  ('d7a33998-1d73-47c7-9e89-c03d053ec901', 'Arsène Lupin, gentleman-cambrioleur', 'Maurice Leblanc', NULL, NULL, 1907, NULL, 'livre', 3, '2025-06-13T16:18:39.000Z'),
  ('a863e3f9-081d-4ed8-9f12-8803ed8b4c0f', 'Le Fantôme de l''Opéra', 'Gaston Leroux', NULL, NULL, 1910, NULL, 'livre', 3, '2024-02-13T13:35:27.000Z'),
  ('c6907eb8-043d-4b0e-9a74-d58b7868ba17', 'Le Grand Meaulnes', 'Alain-Fournier', '9782253005278', NULL, 1913, 'Le Livre de Poche', 'livre', 1, '2024-03-01T13:04:26.000Z'),
  ('94f9d307-2afa-4aad-b794-00e0c818ea87', 'Alcools', 'Guillaume Apollinaire', '9782070300075', NULL, 1913, 'Gallimard', 'livre', 3, '2024-03-25T09:49:37.000Z'),
  ('c03edc62-d1a8-4c96-b98e-6bd7f6cf6b4e', 'Du côté de chez Swann', 'Marcel Proust', '9782070379248', NULL, 1913, 'Gallimard', 'livre', 1, '2024-03-12T10:31:19.000Z'),
  ('6a5d0e15-19ba-4ee2-8060-9fb5b71b95b9', 'À l''ombre des jeunes filles en fleurs', 'Marcel Proust', '9782070380510', NULL, 1919, 'Gallimard', 'livre', 2, '2024-03-11T15:47:31.000Z'),
  ('d15cb115-8447-4234-ad7b-86778cd2420f', 'Capitale de la douleur', 'Paul Éluard', '9782070300952', NULL, 1926, 'Gallimard', 'livre', 2, '2024-03-19T10:05:22.000Z'),
  ('c5b66672-7eea-4173-bf11-9deee8e77cab', 'Thérèse Desqueyroux', 'François Mauriac', '9782253004219', NULL, 1927, 'Le Livre de Poche', 'livre', 6, '2024-02-02T08:11:00.000Z'),
  ('7900bc4b-4f42-41db-be39-e8a831ec45b6', 'Nadja', 'André Breton', '9782070360734', NULL, 1928, 'Gallimard', 'livre', 1, '2024-01-27T15:44:38.000Z'),
  ('43584a32-2bc4-46e5-87c0-361e75941a8a', 'Les Enfants terribles', 'Jean Cocteau', '9782253010258', NULL, 1929, 'Le Livre de Poche', 'livre', 2, '2024-01-08T08:21:01.000Z'),
  ('6517f177-f923-4c6f-be55-3adf433a5c33', 'Le Chien jaune', 'Georges Simenon', NULL, NULL, 1931, NULL, 'livre', 3, '2024-03-02T14:44:31.000Z'),
  ('b31f7dd1-32bf-4520-a32c-e0615e2f758b', 'Vol de nuit', 'Antoine de Saint-Exupéry', '9782070360048', NULL, 1931, 'Gallimard', 'livre', 3, '2024-02-29T14:03:26.000Z'),
  ('1e2bbbaf-2316-4e97-9be4-2ac5752444c0', 'Terre des hommes', 'Antoine de Saint-Exupéry', '9782070360215', NULL, 1939, 'Gallimard', 'livre', 1, '2025-10-20T11:19:57.000Z'),
  ('693f4c65-934a-42ca-afde-3c47278c783d', 'Le Petit Prince', 'Antoine de Saint-Exupéry', '9782070408504', NULL, 1943, 'Gallimard', 'livre', 2, '2024-03-06T13:33:47.000Z'),
  ('bf9ea327-71a9-4366-a664-86ead747c912', 'Voyage au bout de la nuit', 'Louis-Ferdinand Céline', '9782070360284', NULL, 1932, 'Gallimard', 'livre', 3, '2024-01-09T08:21:13.000Z'),
  ('23cf1785-c57e-4e14-be84-e8aaf39b71d9', 'La Condition humaine', 'André Malraux', '9782070360017', NULL, 1933, 'Gallimard', 'livre', 1, '2024-02-09T09:12:10.000Z'),
  ('23f53c54-efb9-48a0-8cd2-996956a86b4e', 'La guerre de Troie n''aura pas lieu', 'Jean Giraudoux', NULL, NULL, 1935, NULL, 'livre', 2, '2024-02-24T07:08:38.000Z'),
  ('3634deee-7325-4fce-a392-8bb10f84f129', 'La Nausée', 'Jean-Paul Sartre', '9782070368051', NULL, 1938, 'Gallimard', 'livre', 1, '2024-02-06T16:06:47.000Z'),
  ('cf9ebf34-30b5-439f-8a54-755938e9076d', 'Huis clos, suivi de Les Mouches', 'Jean-Paul Sartre', '9782070368075', NULL, 1947, 'Gallimard', 'livre', 2, '2024-02-23T16:50:02.000Z'),
  ('fa85d802-1cbc-4507-a1dd-1e12f79470ff', 'Cahier d''un retour au pays natal', 'Aimé Césaire', '9782708704206', NULL, 1939, NULL, 'livre', 1, '2024-02-01T16:27:53.000Z'),
  ('d425b8cf-e802-48db-90c8-f2039af53a46', 'L''Étranger', 'Albert Camus', '9782070360024', NULL, 1942, 'Gallimard', 'livre', 5, '2024-02-07T14:48:11.000Z'),
  ('631a3458-f537-4e0d-8c20-c462c0c754b4', 'La Peste', 'Albert Camus', '9782070360420', NULL, 1947, 'Gallimard', 'livre', 4, '2024-02-05T08:01:08.000Z'),
  ('45f4cd09-7121-484f-85ea-f53e90999292', 'La Chute', 'Albert Camus', '9782070360109', NULL, 1956, 'Gallimard', 'livre', 2, '2024-03-23T09:51:36.000Z'),
  ('d1eb6ac6-ca3c-4093-9f89-f3aa7397dc98', 'Le Silence de la mer', 'Vercors', '9782253003106', NULL, 1942, 'Le Livre de Poche', 'livre', 3, '2024-02-19T16:01:51.000Z'),
  ('9225fa8e-2dc3-46d3-9fae-6dedf379dc12', 'Antigone', 'Jean Anouilh', '9782710381419', NULL, 1946, NULL, 'livre', 5, '2024-01-29T08:37:13.000Z'),
  ('1c05e951-d171-4c17-97da-893a0b6615b7', 'Paroles', 'Jacques Prévert', '9782070367627', NULL, 1946, 'Gallimard', 'livre', 1, '2024-02-21T14:59:28.000Z'),
  ('a5b7f772-2ade-47cf-bbe7-a664c4604c1c', 'L''Écume des jours', 'Boris Vian', '9782253140870', NULL, 1947, 'Le Livre de Poche', 'livre', 1, '2024-03-22T12:43:22.000Z'),
  ('008fdfc9-96f1-47bf-9b83-4010644b744c', 'Exercices de style', 'Raymond Queneau', '9782070373635', NULL, 1947, 'Gallimard', 'livre', 3, '2025-07-23T13:12:10.000Z'),
  ('f55700ef-4f9c-474d-8d9e-336e00a37548', 'Zazie dans le métro', 'Raymond Queneau', '9782070361038', NULL, 1959, 'Gallimard', 'livre', 2, '2024-03-26T14:07:45.000Z'),
  ('7e3355e1-0685-4569-b266-14eb46dcb06b', 'Vipère au poing', 'Hervé Bazin', '9782253001454', NULL, 1948, 'Le Livre de Poche', 'livre', 2, '2026-01-03T14:41:39.000Z'),
  ('08414eeb-9519-4fde-9176-2407a031ee64', 'Le Deuxième Sexe', 'Simone de Beauvoir', '9782070323517', '1', 1949, 'Gallimard', 'livre', 2, '2024-02-21T14:24:21.000Z'),
  ('89c48118-969e-4a1f-8088-6f587ae0f907', 'Un barrage contre le Pacifique', 'Marguerite Duras', '9782070368822', NULL, 1950, 'Gallimard', 'livre', 3, '2024-03-25T10:57:58.000Z'),
  ('6e24d20e-af2f-41a1-ad94-39d2d4c4f7d2', 'L''Amant', 'Marguerite Duras', '9782707306951', NULL, 1984, 'Éditions de Minuit', 'livre', 2, '2024-02-28T11:07:52.000Z'),
  ('d67d71f3-27b7-4c16-b0d6-480b5b2a5ba1', 'La Cantatrice chauve, suivi de La Leçon', 'Eugène Ionesco', '9782070362363', NULL, 1954, 'Gallimard', 'livre', 3, '2024-02-14T13:16:27.000Z'),
  ('15efb6dd-9dc9-4ba3-b58b-1599d5f5ebce', 'Le Hussard sur le toit', 'Jean Giono', '9782070362400', NULL, 1951, 'Gallimard', 'livre', 2, '2024-02-07T08:53:02.000Z'),
  ('f982672d-844d-4466-bb35-7c981094a289', 'Mémoires d''Hadrien', 'Marguerite Yourcenar', '9782070369218', NULL, 1951, 'Gallimard', 'livre', 3, '2024-03-23T11:08:57.000Z'),
  ('026a601e-6ec1-47aa-8e81-37379e2b1f27', 'L''Œuvre au noir', 'Marguerite Yourcenar', '9782070367986', NULL, 1968, 'Gallimard', 'livre', 6, '2024-03-19T12:08:10.000Z'),
  ('170f1e45-edd6-4e54-a0bd-2d7bcf0d6952', 'Le Rivage des Syrtes', 'Julien Gracq', NULL, NULL, 1951, NULL, 'livre', 2, '2024-02-09T11:25:52.000Z'),
  ('10ae47ca-d598-464a-a94f-813a0d5ef1c1', 'En attendant Godot', 'Samuel Beckett', '9782707301482', NULL, 1952, 'Éditions de Minuit', 'livre', 2, '2024-03-21T08:00:04.000Z'),
  ('61d04ae2-dc07-44e6-a333-face35af59af', 'L''Enfant noir', 'Camara Laye', NULL, NULL, 1953, NULL, 'livre', 1, '2024-03-14T10:30:41.000Z'),
  ('194e2a21-762d-4faf-8471-8de1feb58113', 'Bonjour tristesse', 'Françoise Sagan', NULL, NULL, 1954, NULL, 'livre', 1, '2024-02-28T08:18:58.000Z'),
  ('fc9e8e71-9cb7-4653-8e3e-928b6bef76d4', 'La Gloire de mon père', 'Marcel Pagnol', '9782877065078', NULL, 1957, NULL, 'livre', 1, '2025-07-31T13:25:03.000Z'),
  ('42aef908-8928-4d77-aa6f-8c69ce54bf95', 'La Modification', 'Michel Butor', '9782707303127', NULL, 1957, 'Éditions de Minuit', 'livre', 1, '2024-01-13T11:06:09.000Z'),
  ('3b584b3f-31b0-4a0d-8c0b-06e63220b5ab', 'La Promesse de l''aube', 'Romain Gary', '9782070363735', NULL, 1960, 'Gallimard', 'livre', 2, '2024-02-28T09:03:01.000Z'),
  ('38e3b4cb-139b-4c57-a0f2-2497a17cb233', 'La Vie devant soi', 'Romain Gary (Émile Ajar)', '9782070373628', NULL, 1975, 'Gallimard', 'livre', 1, '2025-11-03T13:44:23.000Z'),
  ('d789de30-c93a-4b79-9434-54c86301187b', 'Quel petit vélo à guidon chromé au fond de la cour ?', 'Georges Perec', '9782070374137', NULL, 1966, 'Gallimard', 'livre', 1, '2026-02-02T12:40:11.000Z'),
  ('41e05345-9ec9-4aa6-baa2-1d74d4b18bc3', 'La Vie mode d''emploi', 'Georges Perec', '9782253023906', NULL, 1978, 'Le Livre de Poche', 'livre', 2, '2025-09-03T10:03:45.000Z'),
  ('8bd58c85-89ed-487b-84a9-dd702bc6c07b', 'L''Avalée des avalés', 'Réjean Ducharme', '9782070373932', NULL, 1966, 'Gallimard', 'livre', 2, '2024-01-24T13:31:46.000Z'),
  ('e28d3eab-eb38-44d9-bb28-3a44589bc13f', 'Vendredi ou les Limbes du Pacifique', 'Michel Tournier', '9782070369591', NULL, 1967, 'Gallimard', 'livre', 1, '2024-01-19T12:45:20.000Z'),
  ('a335bb00-20e3-45e8-92d0-3bae9ba8bb15', 'Belle du Seigneur', 'Albert Cohen', '9782070404025', NULL, 1968, 'Gallimard', 'livre', 3, '2024-01-15T08:40:06.000Z'),
  ('effea719-c523-4874-9af4-a5452a079d69', 'Un sac de billes', 'Joseph Joffo', '9782253029496', NULL, 1973, 'Le Livre de Poche', 'livre', 3, '2024-03-05T16:38:59.000Z'),
  ('9e4ad877-fc5f-4708-bbc8-ab94466c2b06', 'Une si longue lettre', 'Mariama Bâ', NULL, NULL, 1979, NULL, 'livre', 1, '2024-01-11T14:03:49.000Z'),
  ('af88c9e8-9019-42e0-8e8f-a1a27a0efb09', 'Désert', 'J. M. G. Le Clézio', '9782070376704', NULL, 1980, 'Gallimard', 'livre', 1, '2024-02-21T08:59:46.000Z'),
  ('a8dc9208-e215-4953-8a18-3d6236b65819', 'La Place', 'Annie Ernaux', '9782070377220', NULL, 1983, 'Gallimard', 'livre', 4, '2024-01-08T15:27:23.000Z'),
  ('279d388d-d3e7-4da3-93a6-edcd04c2f959', 'Moi, Tituba, sorcière noire de Salem', 'Maryse Condé', '9782070379293', NULL, 1986, 'Gallimard', 'livre', 2, '2024-03-11T10:58:23.000Z'),
  ('dcbed71b-1be1-4d95-ac9e-658edd75ec79', 'Texaco', 'Patrick Chamoiseau', NULL, NULL, 1992, NULL, 'livre', 0, '2025-09-08T11:34:06.000Z'),
  ('81fc28da-8acd-420e-82e3-4764b8d82e59', 'Stupeur et tremblements', 'Amélie Nothomb', '9782253150718', NULL, 1999, 'Le Livre de Poche', 'livre', 1, '2026-05-12T14:04:18.000Z'),
  ('44714a29-dd4b-4b37-9d62-f487d41d1fde', 'L''Élégance du hérisson', 'Muriel Barbery', '9782070391653', NULL, 2006, 'Gallimard', 'livre', 3, '2026-04-09T11:13:10.000Z'),
  ('fca6ac57-6229-4d06-a83e-f97aab0c6fc3', 'Au revoir là-haut', 'Pierre Lemaitre', '9782253194613', NULL, 2013, 'Le Livre de Poche', 'livre', 1, '2024-03-22T09:10:04.000Z'),
  ('ecea0c89-81aa-46c4-9691-9e91e1eb44f3', 'Chanson douce', 'Leïla Slimani', '9782072764929', NULL, 2016, 'Gallimard', 'livre', 1, '2025-06-16T09:31:37.000Z'),
  ('19fba413-2ab3-4722-9953-cf8054b8d675', 'L''Odyssée', 'Homère', NULL, NULL, NULL, NULL, 'livre', 4, '2024-03-08T12:13:00.000Z'),
  ('64f31ead-226a-435f-8b65-ffd872dab958', 'Les Perses', 'Eschyle', NULL, NULL, -472, NULL, 'livre', 5, '2024-01-25T08:25:46.000Z'),
  ('fb59e22b-3666-4449-b49b-71dda7b991a4', 'Œdipe roi', 'Sophocle', NULL, NULL, NULL, NULL, 'livre', 1, '2024-01-20T07:46:09.000Z'),
  ('9c95417d-e477-4aed-b868-f91a6527da71', 'Médée', 'Euripide', NULL, NULL, -431, NULL, 'livre', 2, '2024-02-15T11:33:42.000Z'),
  ('1a5ceb84-19e0-44b6-9a60-c7eaebbf2162', 'L''Énéide', 'Virgile', NULL, NULL, -19, NULL, 'livre', 2, '2026-03-30T07:05:07.000Z'),
  ('2c642d09-64c8-4b50-bc38-4b8ded42b454', 'Les Métamorphoses', 'Ovide', NULL, NULL, 8, NULL, 'livre', 5, '2024-01-08T14:21:47.000Z'),
  ('d1ab8ed0-88be-402c-b5de-5fdfadf7bfce', 'La Divine Comédie', 'Dante Alighieri', NULL, NULL, 1321, NULL, 'livre', 1, '2024-03-02T09:49:31.000Z'),
  ('142e5c7d-c65d-46ec-9f4e-911493408b4e', 'Hamlet', 'William Shakespeare', NULL, NULL, 1603, NULL, 'livre', 2, '2024-01-29T09:32:42.000Z'),
  ('d8016e29-9084-4038-a9ed-bc9f0af2c425', 'El ingenioso hidalgo don Quijote de la Mancha', 'Miguel de Cervantes', NULL, NULL, 1605, NULL, 'livre', 1, '2024-03-28T11:01:19.000Z'),
  ('c90da191-1701-4370-ac14-606465460d7d', 'Faust. Der Tragödie erster Teil', 'Johann Wolfgang von Goethe', '9783150000014', NULL, 1808, NULL, 'livre', 2, '2024-03-11T10:18:37.000Z'),
  ('0911ea71-ab52-4b5c-92d5-7029f070a278', 'Pride and Prejudice', 'Jane Austen', '9780141439518', NULL, 1813, 'Penguin', 'livre', 1, '2024-01-31T13:55:30.000Z'),
  ('7a0b0472-cd5e-45a8-a80e-52023a4872de', 'Frankenstein ou le Prométhée moderne', 'Mary Shelley', NULL, NULL, 1818, NULL, 'livre', 1, '2024-02-20T07:54:55.000Z'),
  ('b47850c0-9bf5-4a7e-8c02-7306da3186c8', 'Pan Tadeusz', 'Adam Mickiewicz', NULL, NULL, 1834, NULL, 'livre', 2, '2024-01-30T11:03:58.000Z'),
  ('651cf277-8177-4f0f-aed1-fa5259c8e754', 'Wuthering Heights', 'Emily Brontë', '9780141439556', NULL, 1847, 'Penguin', 'livre', 2, '2024-02-20T08:16:21.000Z'),
  ('a3f45725-008a-4693-abd6-9ae9686054fc', 'Moby-Dick; or, The Whale', 'Herman Melville', '9780142437247', NULL, 1851, 'Penguin', 'livre', 1, '2024-01-23T10:27:44.000Z'),
  ('17f89745-891e-4572-8c4f-a8a7a402d7e4', 'Le Chien des Baskerville', 'Arthur Conan Doyle', NULL, NULL, 1902, NULL, 'livre', 1, '2024-02-05T11:04:24.000Z'),
  ('18695469-b316-4b67-85a8-0ec84e142138', 'Die Verwandlung', 'Franz Kafka', '9783150099001', NULL, 1915, NULL, 'livre', 4, '2024-03-19T11:44:37.000Z'),
  ('ad462b29-3810-485b-954e-cdbe381921a6', 'Ulysses', 'James Joyce', '9780679722762', NULL, 1922, NULL, 'livre', 1, '2024-02-09T12:07:10.000Z'),
  ('2c4629f8-1331-4d5a-aa6a-6332315f5577', 'Osudy dobrého vojáka Švejka za světové války', 'Jaroslav Hašek', NULL, NULL, 1921, NULL, 'livre', 1, '2024-03-29T07:33:05.000Z'),
  ('5d42afb0-a03a-400a-bff1-0eb3f89fb65a', 'The Great Gatsby', 'F. Scott Fitzgerald', '9780743273565', NULL, 1925, NULL, 'livre', 2, '2024-03-14T12:01:25.000Z'),
  ('01dd8ef7-8b71-44a5-af17-0c0d9b96b7a2', 'Mrs Dalloway', 'Virginia Woolf', '9780156628709', NULL, 1925, NULL, 'livre', 3, '2024-02-29T12:22:06.000Z'),
  ('edf7ade0-d8ee-4c47-9d62-52df6e8c7760', 'À l''Ouest, rien de nouveau', 'Erich Maria Remarque', NULL, NULL, 1929, NULL, 'livre', 1, '2025-02-22T16:45:20.000Z'),
  ('5776eea2-1069-462f-a1ef-0c497525db84', 'Le Meilleur des mondes', 'Aldous Huxley', '9782266128568', NULL, 1932, 'Pocket', 'livre', 1, '2024-01-10T16:01:56.000Z'),
  ('69a325ba-03ae-4b77-a07f-29f762233eba', 'Le Crime de l''Orient-Express', 'Agatha Christie', NULL, NULL, 1934, NULL, 'livre', 4, '2025-06-27T14:10:02.000Z'),
  ('ac54affd-66f1-412a-9eec-0ad4a8b81fe3', 'Des souris et des hommes', 'John Steinbeck', '9782070360376', NULL, 1937, 'Gallimard', 'livre', 2, '2024-01-22T16:54:26.000Z'),
  ('6bb5f7d7-7c9f-47ca-a4dc-af018e279a3e', 'Le Joueur d''échecs', 'Stefan Zweig', '9782253057840', NULL, 1943, 'Le Livre de Poche', 'livre', 2, '2024-02-10T12:44:01.000Z'),
  ('2e8cf457-afe8-42ac-bdd6-070af619f9ff', 'Fictions', 'Jorge Luis Borges', '9782070366149', NULL, 1944, 'Gallimard', 'livre', 3, '2024-03-25T10:34:53.000Z'),
  ('b88ef678-9729-481c-9270-e45544b4ea89', 'Si c''est un homme', 'Primo Levi', '9782266022507', NULL, 1947, 'Pocket', 'livre', 2, '2024-03-20T10:01:21.000Z'),
  ('24469ca5-b896-4eac-aa18-2cb1a3a83ff1', '1984', 'George Orwell', '9782070368228', NULL, 1949, 'Gallimard', 'livre', 3, '2024-03-14T12:41:13.000Z'),
  ('ca1a822e-b428-4260-9a0b-a0a40cb2b6a5', 'Fondation', 'Isaac Asimov', '9782070360536', NULL, 1951, 'Gallimard', 'livre', 1, '2024-02-23T10:55:36.000Z'),
  ('39303d5d-407f-4ecf-a903-282a7ba39117', 'Le Vieil Homme et la mer', 'Ernest Hemingway', '9782070360079', NULL, 1952, 'Gallimard', 'livre', 1, '2024-01-22T11:24:17.000Z'),
  ('32b674bc-50bc-4394-809d-4faee405f356', 'Fahrenheit 451', 'Ray Bradbury', '9782070415731', NULL, 1953, 'Gallimard', 'livre', 1, '2024-02-05T08:11:51.000Z'),
  ('6798df34-63c9-477f-9a08-b4b66244ac54', 'Pedro Páramo', 'Juan Rulfo', NULL, NULL, 1955, NULL, 'livre', 3, '2024-02-26T08:26:39.000Z'),
  ('1b138402-9e90-41b9-9d58-427373020d78', 'İnce Memed', 'Yaşar Kemal', NULL, NULL, 1955, NULL, 'livre', 1, '2024-01-12T11:51:29.000Z'),
  ('2caf32d6-7dc9-4b4c-ba38-a5e76c547e77', 'Things Fall Apart', 'Chinua Achebe', '9780385474542', NULL, 1958, NULL, 'livre', 1, '2024-01-09T07:21:00.000Z'),
  ('617f3305-6cce-4dd5-a9de-f612342d7b09', 'Le Guépard', 'Giuseppe Tomasi di Lampedusa', NULL, NULL, 1958, NULL, 'livre', 1, '2024-02-29T11:14:46.000Z'),
  ('d6310cf8-2f82-4abe-8a46-037453fb81c8', 'To Kill a Mockingbird', 'Harper Lee', '9780061120084', NULL, 1960, NULL, 'livre', 1, '2025-10-29T16:43:10.000Z'),
  ('6c818df3-d4af-4727-b32d-fba3f74c151d', 'Dune', 'Frank Herbert', '9782266320542', NULL, 1965, 'Pocket', 'livre', 1, '2024-01-15T13:14:19.000Z'),
  ('2c376667-469b-41f0-837f-c449bfd2e9f1', 'Cent ans de solitude', 'Gabriel García Márquez', '9782020238113', NULL, 1967, NULL, 'livre', 3, '2024-01-09T14:22:30.000Z'),
  ('34a8eb5b-354a-4944-9c32-43675db13672', 'The Left Hand of Darkness', 'Ursula K. Le Guin', '9780441478125', NULL, 1969, NULL, 'livre', 2, '2024-02-21T12:42:17.000Z'),
  ('a406c4ab-0cd3-4594-9054-82f9aaa536ee', 'Le città invisibili', 'Italo Calvino', NULL, NULL, 1972, NULL, 'livre', 4, '2024-01-25T12:37:28.000Z'),
  ('b2b79b94-8390-4d8f-a2aa-9c7d1525b82e', 'Le Nom de la rose', 'Umberto Eco', '9782253033134', NULL, 1980, 'Le Livre de Poche', 'livre', 2, '2024-03-22T08:28:08.000Z'),
  ('6d2dc5e1-eb74-400e-8f9e-9d485e812add', 'L''Insoutenable Légèreté de l''être', 'Milan Kundera', '9782070381654', NULL, 1984, 'Gallimard', 'livre', 1, '2024-02-02T14:44:34.000Z'),
  ('7781106d-9e26-4def-8387-82f2d34f57cc', 'Beloved', 'Toni Morrison', '9781400033416', NULL, 1987, NULL, 'livre', 2, '2024-01-19T08:57:43.000Z'),
  ('9d058fc6-9861-4b29-8e6f-f4c73493a313', 'Truyện Kiều', 'Nguyễn Du', NULL, NULL, 1820, NULL, 'livre', 4, '2024-03-05T10:44:49.000Z'),
  ('403d61ee-4009-4ddc-be65-855c1c88f78c', 'Евгений Онегин', 'Александр Пушкин', NULL, NULL, 1833, NULL, 'livre', 1, '2024-02-17T08:21:11.000Z'),
  ('6647e748-a990-4818-bd73-5a8fdd8bbbe1', 'Преступление и наказание', 'Фёдор Достоевский', NULL, NULL, 1866, NULL, 'livre', 1, '2024-01-23T13:26:32.000Z'),
  ('ef67e31c-49e9-439e-a0a8-34a5822fcf42', 'Война и мир', 'Лев Толстой', NULL, NULL, 1869, NULL, 'livre', 2, '2024-02-05T07:10:29.000Z'),
  ('56413dfc-cbb6-4981-a2b2-e467b943b52b', 'Мастер и Маргарита', 'Михаил Булгаков', NULL, NULL, 1967, NULL, 'livre', 1, '2024-03-23T13:44:15.000Z'),
  ('2242230f-ecec-42fe-a3e9-bbd1f10551f9', 'Кобзар', 'Тарас Шевченко', NULL, NULL, 1840, NULL, 'livre', 1, '2024-03-18T12:58:57.000Z'),
  ('90371e3d-ca02-4fb8-8ba4-455eaddb7d10', 'Βίος και πολιτεία του Αλέξη Ζορμπά', 'Νίκος Καζαντζάκης', NULL, NULL, 1946, NULL, 'livre', 2, '2024-03-19T13:01:20.000Z'),
  ('45fe853e-6816-4518-88e0-65b7c860a7a3', 'Ποιήματα', 'Κωνσταντίνος Π. Καβάφης', NULL, NULL, 1935, NULL, 'livre', 1, '2024-03-02T07:05:51.000Z'),
  ('423685dc-2241-4ace-a22f-ba3cde269c3a', 'Սամվել', 'Րաֆֆի', NULL, NULL, 1886, NULL, 'livre', 1, '2024-03-23T08:53:15.000Z'),
  ('21b70e8d-f05c-4365-b4fe-23738009db69', 'ვეფხისტყაოსანი', 'შოთა რუსთაველი', NULL, NULL, NULL, NULL, 'livre', 4, '2024-03-06T08:22:11.000Z'),
  ('618e89e9-4ee3-4848-89b7-d83449651517', 'ألف ليلة وليلة', 'مجهول', NULL, NULL, NULL, NULL, 'livre', 1, '2024-02-07T16:07:12.000Z'),
  ('e251b914-53a7-416c-9e0a-14a8b45539d3', 'بين القصرين', 'نجيب محفوظ', NULL, NULL, 1956, NULL, 'livre', 2, '2024-01-22T11:21:22.000Z'),
  ('908d46f4-12fa-4e2c-aa13-ddc9fc8780e8', 'موسم الهجرة إلى الشمال', 'الطيب صالح', NULL, NULL, 1966, NULL, 'livre', 6, '2024-03-26T09:31:53.000Z'),
  ('babc0209-5b4a-4109-9d00-8a78cd65811e', 'بوف کور', 'صادق هدایت', NULL, NULL, 1936, NULL, 'livre', 4, '2024-01-22T16:12:41.000Z'),
  ('f469f75c-cf2c-4665-8dec-392479f575e4', 'סיפור על אהבה וחושך', 'עמוס עוז', NULL, NULL, 2002, NULL, 'livre', 3, '2024-01-25T16:45:36.000Z'),
  ('9fc9e1db-9dfd-459d-a4af-529e8deff4cb', 'गोदान', 'प्रेमचंद', NULL, NULL, 1936, NULL, 'livre', 4, '2025-08-05T08:22:19.000Z'),
  ('5584f34f-b74e-41b5-ae99-69ee78cc4e66', '道德经', '老子', NULL, NULL, NULL, NULL, 'livre', 2, '2024-03-23T11:08:14.000Z'),
  ('672fd19e-878a-4b57-b1d7-b0cc21c511a9', '红楼梦', '曹雪芹', '9787020002207', NULL, 1791, NULL, 'livre', 3, '2024-03-06T07:25:31.000Z'),
  ('44858734-ed56-457c-9720-62f51c11e222', '呐喊', '鲁迅', NULL, NULL, 1923, NULL, 'livre', 4, '2024-01-09T10:19:04.000Z'),
  ('8ed343fa-01e6-4b78-9dcf-e19a8adff78b', '三体', '刘慈欣', '9787536692930', NULL, 2008, NULL, 'livre', 5, '2024-01-20T16:58:01.000Z'),
  ('a06cfb4b-babc-48a5-bfae-949012039275', '源氏物語', '紫式部', NULL, NULL, NULL, NULL, 'livre', 2, '2024-03-06T12:16:32.000Z'),
  ('55ed27f5-bc15-4a6a-b48e-9a7c82f0c873', '吾輩は猫である', '夏目漱石', '9784101010014', NULL, 1905, NULL, 'livre', 2, '2024-01-13T08:34:57.000Z'),
  ('e85ca500-04d2-4776-977d-418e5e0f0e0b', 'ノルウェイの森', '村上春樹', NULL, NULL, 1987, NULL, 'livre', 1, '2024-03-11T09:58:10.000Z'),
  ('f7a218ec-2545-4b30-bb01-8dcd5762a200', '채식주의자', '한강', '9788936433598', NULL, 2007, NULL, 'livre', 2, '2024-02-27T15:15:28.000Z'),
  ('5afb6665-d662-4d30-ae7a-3c869c87a064', 'Les Malheurs de Sophie', 'Comtesse de Ségur', NULL, NULL, 1858, NULL, 'livre', 2, '2024-03-12T16:45:20.000Z'),
  ('52abac62-2d36-4792-b50d-01d70d5dfb16', 'Pippi Långstrump', 'Astrid Lindgren', NULL, NULL, 1945, NULL, 'livre', 4, '2024-02-29T15:02:19.000Z'),
  ('2de4bfb3-1ddd-4e21-b7a6-455b2dda268c', 'Le Petit Nicolas', 'René Goscinny et Jean-Jacques Sempé', NULL, NULL, 1960, NULL, 'livre', 1, '2024-02-02T15:23:48.000Z'),
  ('bcc23b41-8b83-4b4b-895b-c78fbcfdd38c', 'Where the Wild Things Are', 'Maurice Sendak', '9780060254926', NULL, 1963, NULL, 'livre', 2, '2026-05-11T12:42:58.000Z'),
  ('c40a90dd-e045-4e9f-912d-583b41c738d5', 'Harry Potter à l''école des sorciers', 'J. K. Rowling', '9782070518425', NULL, 1997, 'Gallimard', 'livre', 6, '2024-02-14T11:23:21.000Z'),
  ('7e135aa6-e38d-4f4f-a138-22f68eef4e19', 'Le Lotus bleu', 'Hergé', '9782203001046', NULL, 1936, NULL, 'livre', 1, '2024-01-20T07:27:29.000Z'),
  ('2debb932-033c-4f1b-9f80-33227288ffbc', 'Astérix et Cléopâtre', 'René Goscinny et Albert Uderzo', '9782012101388', NULL, 1965, NULL, 'livre', 5, '2024-03-21T15:00:43.000Z'),
  ('c37e1f2a-3266-48a8-9b31-84aa6c216665', 'Maus', 'Art Spiegelman', '9782080675347', NULL, 1991, NULL, 'livre', 3, '2024-03-27T08:15:03.000Z'),
  ('4892b657-f930-4259-82ee-20383d369e41', 'Persepolis', 'Marjane Satrapi', NULL, NULL, 2000, NULL, 'livre', 1, '2024-02-23T11:29:44.000Z'),
  ('8181a930-07cb-424e-a20c-8d8f63d149e9', 'De la démocratie en Amérique', 'Alexis de Tocqueville', NULL, NULL, 1835, NULL, 'livre', 2, '2024-01-31T13:41:47.000Z'),
  ('ea515621-aaba-47ef-9a8d-9abb685baa24', 'On the Origin of Species', 'Charles Darwin', NULL, NULL, 1859, NULL, 'livre', 1, '2024-01-22T15:19:28.000Z'),
  ('032caf42-477b-44e0-9ff9-dd976df2b201', 'L''Étrange Défaite', 'Marc Bloch', '9782070325696', NULL, 1946, 'Gallimard', 'livre', 2, '2024-01-10T08:55:07.000Z'),
  ('ace3084b-5393-443f-b718-2c366dc3367b', 'Tristes Tropiques', 'Claude Lévi-Strauss', NULL, NULL, 1955, NULL, 'livre', 2, '2025-08-18T13:27:30.000Z'),
  ('e598d326-4a10-4164-b24c-52196a78976e', 'Les Damnés de la terre', 'Frantz Fanon', '9782707142818', NULL, 1961, NULL, 'livre', 2, '2024-02-29T08:43:29.000Z'),
  ('66057369-db45-4468-8528-09dc6a087c6b', 'Le Deuxième Sexe', 'Simone de Beauvoir', '9782070323517', '2', 1949, 'Gallimard', 'livre', 1, '2024-02-16T11:46:25.000Z'),
  ('61b94c3e-a719-44e5-8b92-053f8ca1d2c4', 'Surveiller et punir', 'Michel Foucault', '9782070729685', NULL, 1975, 'Gallimard', 'livre', 2, '2024-03-18T07:51:52.000Z'),
  ('34c0f385-88b7-4004-9a17-47268812d036', 'Patience dans l''azur', 'Hubert Reeves', NULL, NULL, 1981, NULL, 'livre', 2, '2024-01-29T08:52:53.000Z'),
  ('e79884ca-f33c-445a-ae77-704c3a9a368d', 'A Brief History of Time', 'Stephen Hawking', '9780553380163', NULL, 1988, NULL, 'livre', 2, '2025-10-10T15:13:33.000Z'),
  ('cb22f0fc-8e8f-4684-8806-124254704098', 'Sapiens : une brève histoire de l''humanité', 'Yuval Noah Harari', '9782226257017', NULL, 2011, NULL, 'livre', 2, '2024-03-28T14:40:12.000Z');

INSERT INTO penalite
  (id, utilisateur_id, montant, description, date_penalite, statut, reste_a_payer)
VALUES
  ('0199aa8c-eff4-79fc-8901-2451eba1b62c', 'c59e67d9-fa0d-475e-b625-b56a83cc9ebd', 8.90, 'Livre perdu : « Terre des hommes »', (CURRENT_DATE - 240 + TIME '14:49:47') AT TIME ZONE 'UTC', 'annulee', 0.00), -- Zoë Œuvrard
  ('019a112f-dfd2-7f9b-8e6a-e7dc534e01be', '727490c4-6b4f-44dd-a367-f8aee6744ec3', 10.00, 'Retour en retard de 59 jours : « L''Écume des jours »', (CURRENT_DATE - 220 + TIME '13:09:01') AT TIME ZONE 'UTC', 'payee', 0.00), -- Théo Martin
  ('019a2065-873d-71d5-b14a-48107ee400ae', 'c5ac6e9a-df19-45ea-8eee-a53744eb2452', 2.40, 'Retour en retard de 12 jours : « Huis clos, suivi de Les Mouches »', (CURRENT_DATE - 217 + TIME '12:01:56') AT TIME ZONE 'UTC', 'payee', 0.00), -- Maëlys Lefèvre-Dumoulin
  ('019a44a6-7327-7c2c-98a9-c20db9d599a1', '0b2593cd-12eb-4f0d-939b-59c381c3707d', 24.90, 'Livre perdu : « Война и мир »', (CURRENT_DATE - 210 + TIME '12:59:10') AT TIME ZONE 'UTC', 'payee', 0.00), -- Иван Петров
  ('019a5d8b-d4b9-7456-aead-45655981e73e', 'c5ac6e9a-df19-45ea-8eee-a53744eb2452', 7.50, 'Livre perdu : « Vol de nuit »', (CURRENT_DATE - 205 + TIME '09:00:36') AT TIME ZONE 'UTC', 'annulee', 0.00), -- Maëlys Lefèvre-Dumoulin
  ('019aac6c-b8ac-73a5-a8b0-5ecc74186e80', 'c42c5f9d-296b-4206-bed2-c3ab0b832a89', 1.40, 'Retour en retard de 7 jours : « Le Comte de Monte-Cristo »', (CURRENT_DATE - 190 + TIME '16:36:37') AT TIME ZONE 'UTC', 'payee', 0.00), -- Gaëtan L'Héritier
  ('019ae40d-050b-7b89-8f09-aee9d9853f2d', '1c0d9e06-61ac-488d-b29b-24084ad1c798', 4.50, 'Couverture tachée : « Les Essais »', (CURRENT_DATE - 179 + TIME '11:50:49') AT TIME ZONE 'UTC', 'payee', 0.00), -- נועה כהן
  ('019b0313-b514-737f-ad79-cd177f1956ba', 'c59e67d9-fa0d-475e-b625-b56a83cc9ebd', 1.20, 'Retour en retard de 6 jours : « Le Grand Meaulnes »', (CURRENT_DATE - 173 + TIME '12:26:21') AT TIME ZONE 'UTC', 'payee', 0.00), -- Zoë Œuvrard
  ('019b7893-6e6e-7aa4-a774-87ed32d2743b', 'e0629ec8-d8ef-4605-9d87-5d580de898d1', 350.00, 'Livre perdu, édition illustrée de 1876 : « Les Misérables »', (CURRENT_DATE - 150 + TIME '08:01:26') AT TIME ZONE 'UTC', 'annulee', 0.00), -- Maximilienne-Joséphine van der Straeten-Ponthoz
  ('019bc79a-98d2-7fec-b74b-10859e25698c', 'd08d0f74-48db-4e8f-b335-9da31d269bdf', 0.60, 'Retour en retard de 3 jours : « L''Odyssée »', (CURRENT_DATE - 135 + TIME '16:19:16') AT TIME ZONE 'UTC', 'annulee', 0.00), -- Ελένη Παπαδοπούλου
  ('019bea38-eb2c-713b-ab3c-19baf3d27d13', 'ff91d0a8-8460-4849-a593-83444a55637a', 0.20, 'Retour en retard de 1 jour : « La Nausée »', (CURRENT_DATE - 128 + TIME '09:39:17') AT TIME ZONE 'UTC', 'payee', 0.00), -- Linh N'Guyen
  ('019c74fb-6c06-7fe6-bbf6-aacac39bc05a', 'a2203744-a55e-4435-9cb0-e964d22fa3f7', 1.60, 'Retour en retard de 8 jours : « The Great Gatsby »', (CURRENT_DATE - 101 + TIME '08:19:20') AT TIME ZONE 'UTC', 'payee', 0.00), -- Siobhán O'Sullivan
  ('019c7bc9-3d5a-7860-8d91-72ea7a49d503', 'c5ac6e9a-df19-45ea-8eee-a53744eb2452', 5.00, 'Couverture abîmée : « Zazie dans le métro »', (CURRENT_DATE - 100 + TIME '16:01:51') AT TIME ZONE 'UTC', 'impayee', 5.00), -- Maëlys Lefèvre-Dumoulin
  ('019c93ed-564a-7981-97da-0ae3acfb8377', '62a73694-0ea9-476f-94ed-51f8005d2e7b', 3.00, 'Carte de lecteur perdue : remplacement', (CURRENT_DATE - 95 + TIME '08:32:10') AT TIME ZONE 'UTC', 'payee', 0.00), -- Łukasz Wójcik
  ('019cb7fa-8c96-7521-b986-7f6f076d83f4', '52d46ff3-54a6-4b64-8622-81916d5abfe9', 2.20, 'Retour en retard de 11 jours : « Les Fleurs du mal »', (CURRENT_DATE - 88 + TIME '08:32:56') AT TIME ZONE 'UTC', 'payee', 0.00), -- Jean-Baptiste Le Gall
  ('019cf212-d823-75c6-a525-1facee82ba18', 'a1dfeef7-640f-46e5-84c9-3e05b49e0351', 0.40, 'Retour en retard de 2 jours : « Phèdre »', (CURRENT_DATE - 77 + TIME '15:17:27') AT TIME ZONE 'UTC', 'payee', 0.00), -- François-Xavier du Plessis-Bellière
  ('019d10ed-bfdb-7c95-bf43-34e15897f01f', '0e316c1c-b11c-45df-9f3e-eab72b6808d1', 18.00, 'Livre perdu : « Moby-Dick; or, The Whale »', (CURRENT_DATE - 71 + TIME '15:05:09') AT TIME ZONE 'UTC', 'impayee', 8.00), -- Şükran Yıldız
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
  (id, utilisateur_id, livre_id, date_emprunt, date_echeance, date_retour, regle, prolongations, penalite_id)
VALUES
  ('6d1f0f57-3a0e-4a83-9d0b-2f7c54c0a1e1', NULL, '7fb008a1-3c4c-4044-99ab-e52f5843e49a', CURRENT_DATE - 400, CURRENT_DATE - 379, CURRENT_DATE - 390, '*/*', 0, NULL), -- oublié, « Les Essais »
  ('c2b7a9d4-5e16-4f3c-8a71-90d3e6b4f208', NULL, '19fba413-2ab3-4722-9953-cf8054b8d675', CURRENT_DATE - 370, CURRENT_DATE - 328, CURRENT_DATE - 331, '*/*', 1, NULL), -- oublié, « L'Odyssée »
  ('0e9c4b83-7d25-4c6a-b1f4-6a58d2c7e913', NULL, 'cf9ebf34-30b5-439f-8a54-755938e9076d', CURRENT_DATE - 330, CURRENT_DATE - 309, CURRENT_DATE - 312, '*/*', 0, NULL), -- oublié, « Huis clos, suivi de Les Mouches »
  ('4cd43cdb-c4b4-4dff-a243-8ea2babf1f0f', '727490c4-6b4f-44dd-a367-f8aee6744ec3', 'a5b7f772-2ade-47cf-bbe7-a664c4604c1c', CURRENT_DATE - 300, CURRENT_DATE - 279, CURRENT_DATE - 220, '*/*', 0, '019a112f-dfd2-7f9b-8e6a-e7dc534e01be'), -- Théo Martin, « L'Écume des jours »
  ('368779f6-00fb-4a89-bd29-254769e86107', 'c42c5f9d-296b-4206-bed2-c3ab0b832a89', '43206e49-5427-4183-9f24-5f2157f5aec7', CURRENT_DATE - 260, CURRENT_DATE - 197, CURRENT_DATE - 190, '*/*', 2, '019aac6c-b8ac-73a5-a8b0-5ecc74186e80'), -- Gaëtan L'Héritier, « Le Comte de Monte-Cristo »
  ('de2b8ea3-c851-4323-9bfe-9a8aff23e6d2', 'c5ac6e9a-df19-45ea-8eee-a53744eb2452', 'cf9ebf34-30b5-439f-8a54-755938e9076d', CURRENT_DATE - 250, CURRENT_DATE - 229, CURRENT_DATE - 217, '*/*', 0, '019a2065-873d-71d5-b14a-48107ee400ae'), -- Maëlys Lefèvre-Dumoulin, « Huis clos, suivi de Les Mouches »
  ('17913126-ac0f-4bbe-8700-9551eec7f7c4', 'c59e67d9-fa0d-475e-b625-b56a83cc9ebd', 'c6907eb8-043d-4b0e-9a74-d58b7868ba17', CURRENT_DATE - 200, CURRENT_DATE - 179, CURRENT_DATE - 173, '*/*', 0, '019b0313-b514-737f-ad79-cd177f1956ba'), -- Zoë Œuvrard, « Le Grand Meaulnes »
  ('9cd41a5d-23c0-4551-bc98-ff3a48a286d1', '1c0d9e06-61ac-488d-b29b-24084ad1c798', '7fb008a1-3c4c-4044-99ab-e52f5843e49a', CURRENT_DATE - 200, CURRENT_DATE - 179, CURRENT_DATE - 179, '*/*', 0, NULL), -- נועה כהן, « Les Essais »
  ('cfc34bc7-26d6-4b3c-ad7a-8f3bc34df99f', 'd08d0f74-48db-4e8f-b335-9da31d269bdf', '19fba413-2ab3-4722-9953-cf8054b8d675', CURRENT_DATE - 180, CURRENT_DATE - 138, CURRENT_DATE - 135, '*/*', 1, '019bc79a-98d2-7fec-b74b-10859e25698c'), -- Ελένη Παπαδοπούλου, « L'Odyssée »
  ('e30af860-7077-45ac-8dbe-8a96c82fe98a', 'c42c5f9d-296b-4206-bed2-c3ab0b832a89', '10cfe913-9c3a-43b6-851c-f01da60d2675', CURRENT_DATE - 180, CURRENT_DATE - 117, CURRENT_DATE - 120, '*/*', 2, NULL), -- Gaëtan L'Héritier, « Les Trois Mousquetaires »
  ('410e65b5-0222-4253-853b-fb98e696be8d', 'ba0eb1d0-7314-409d-8f20-d8ba36877e6a', 'd8016e29-9084-4038-a9ed-bc9f0af2c425', CURRENT_DATE - 160, CURRENT_DATE - 118, CURRENT_DATE - 68, '*/*', 1, '019d206d-e34a-7d36-9724-7e85567a1cff'), -- Iñaki Etxeberria Muñoz, « El ingenioso hidalgo don Quijote de la Mancha »
  ('bbc56099-8a62-476d-b482-72b22185480c', 'c5ac6e9a-df19-45ea-8eee-a53744eb2452', 'ed6b0b45-d262-40a3-b753-3cecb77431bf', CURRENT_DATE - 153, CURRENT_DATE - 90, NULL, '*/*', 2, NULL), -- Maëlys Lefèvre-Dumoulin, « Les Misérables »
  ('351ec2e4-7ead-4d9f-a206-0e483769a29c', 'ff91d0a8-8460-4849-a593-83444a55637a', '3634deee-7325-4fce-a392-8bb10f84f129', CURRENT_DATE - 150, CURRENT_DATE - 129, CURRENT_DATE - 128, '*/*', 0, '019bea38-eb2c-713b-ab3c-19baf3d27d13'), -- Linh N'Guyen, « La Nausée »
  ('af7359cc-a1fe-4f8b-b117-19f15b1f86f6', '0b2593cd-12eb-4f0d-939b-59c381c3707d', '403d61ee-4009-4ddc-be65-855c1c88f78c', CURRENT_DATE - 140, CURRENT_DATE - 98, CURRENT_DATE - 100, '*/*', 1, NULL), -- Иван Петров, « Евгений Онегин »
  ('5b4adff2-8d88-434a-937b-7d4b5c079e89', 'ba3ac373-76d3-4afa-92f3-d19139b90507', '8ed343fa-01e6-4b78-9dcf-e19a8adff78b', CURRENT_DATE - 140, CURRENT_DATE - 77, CURRENT_DATE - 63, '*/*', 2, '019d39aa-fb5b-7180-a171-ecddfd2d2927'), -- 伟 王, « 三体 »
  ('12ef0061-e564-4d30-93e1-da127b5eb35b', 'a2203744-a55e-4435-9cb0-e964d22fa3f7', '5d42afb0-a03a-400a-bff1-0eb3f89fb65a', CURRENT_DATE - 130, CURRENT_DATE - 109, CURRENT_DATE - 101, '*/*', 0, '019c74fb-6c06-7fe6-bbf6-aacac39bc05a'), -- Siobhán O'Sullivan, « The Great Gatsby »
  ('421f7e94-ec45-4406-ae69-256bf337a27a', 'c724368b-f6a9-4a69-b590-7dbdc49ff204', '693f4c65-934a-42ca-afde-3c47278c783d', CURRENT_DATE - 120, CURRENT_DATE - 99, CURRENT_DATE - 105, '*/*', 0, NULL), -- Élodie de La Fontaine, « Le Petit Prince »
  ('0464d786-9c5b-4118-ae85-411261dce795', 'c724368b-f6a9-4a69-b590-7dbdc49ff204', '7e135aa6-e38d-4f4f-a138-22f68eef4e19', CURRENT_DATE - 120, CURRENT_DATE - 99, CURRENT_DATE - 105, '*/*', 0, NULL), -- Élodie de La Fontaine, « Le Lotus bleu »
  ('7ab3a1ce-233c-4555-9fb1-455daf6f6993', '52d46ff3-54a6-4b64-8622-81916d5abfe9', 'e741cac1-c2f9-4d50-8bd1-87ba9b5e9d02', CURRENT_DATE - 120, CURRENT_DATE - 99, CURRENT_DATE - 88, '*/*', 0, '019cb7fa-8c96-7521-b986-7f6f076d83f4'), -- Jean-Baptiste Le Gall, « Les Fleurs du mal »
  ('0fe2f730-a1a5-4b19-b4e5-2fe2940c8a82', 'c5ac6e9a-df19-45ea-8eee-a53744eb2452', 'a335bb00-20e3-45e8-92d0-3bae9ba8bb15', CURRENT_DATE - 111, CURRENT_DATE - 90, NULL, '*/*', 0, NULL), -- Maëlys Lefèvre-Dumoulin, « Belle du Seigneur »
  ('15158a1d-f6aa-4221-af20-ba5a42ade717', 'a1dfeef7-640f-46e5-84c9-3e05b49e0351', '16d69ec8-8e07-4685-adf2-83757b9e3b93', CURRENT_DATE - 100, CURRENT_DATE - 79, CURRENT_DATE - 77, '*/*', 0, '019cf212-d823-75c6-a525-1facee82ba18'), -- François-Xavier du Plessis-Bellière, « Phèdre »
  ('a5ea31d7-6ceb-407b-ad2c-56258afef094', 'a2203744-a55e-4435-9cb0-e964d22fa3f7', '2caf32d6-7dc9-4b4c-ba38-a5e76c547e77', CURRENT_DATE - 95, CURRENT_DATE - 74, CURRENT_DATE - 80, '*/*', 0, NULL), -- Siobhán O'Sullivan, « Things Fall Apart »
  ('6ab37cd7-1487-46a8-b4b9-c32c2d56fe2c', '727490c4-6b4f-44dd-a367-f8aee6744ec3', '2de4bfb3-1ddd-4e21-b7a6-455b2dda268c', CURRENT_DATE - 90, CURRENT_DATE - 69, CURRENT_DATE - 80, '*/*', 0, NULL), -- Théo Martin, « Le Petit Nicolas »
  ('2a7da00b-db41-4697-80bc-f9c62ffa0f6c', '51b4f8c7-088f-4c3f-9ec6-5e7b7752b4f5', 'e251b914-53a7-416c-9e0a-14a8b45539d3', CURRENT_DATE - 90, CURRENT_DATE - 69, CURRENT_DATE - 64, '*/*', 0, '019d3488-9272-7ddd-887b-dca2fc413dda'), -- محمد بن سعيد, « بين القصرين »
  ('d110b436-de65-457d-9a61-8350c3531ca3', '5114ddb4-4a5b-400a-982b-828e67d208c9', '61d04ae2-dc07-44e6-a333-face35af59af', CURRENT_DATE - 85, CURRENT_DATE - 64, CURRENT_DATE - 44, '*/*', 0, '019d9bc0-1c00-78ae-b876-457580cf52e4'), -- Aminata Ndiaye, « L'Enfant noir »
  ('d9944559-b6a5-458f-875f-a183821b75c5', 'c447a781-be60-416c-85e3-9f31383845f9', 'c37e1f2a-3266-48a8-9b31-84aa6c216665', CURRENT_DATE - 75, CURRENT_DATE - 54, CURRENT_DATE - 50, '*/*', 0, '019d7bc6-babc-7d05-bf6d-59ed48d6adb4'), -- 민준 김, « Maus »
  ('cb509ab6-2f5b-4d24-97d0-c2ec44e82b1c', '0b2593cd-12eb-4f0d-939b-59c381c3707d', '6647e748-a990-4818-bd73-5a8fdd8bbbe1', CURRENT_DATE - 64, CURRENT_DATE - 1, NULL, '*/*', 2, NULL), -- Иван Петров, « Преступление и наказание »
  ('3a233d70-5d12-4543-a342-6cbb2cedda96', 'a2203744-a55e-4435-9cb0-e964d22fa3f7', 'ad462b29-3810-485b-954e-cdbe381921a6', CURRENT_DATE - 63, CURRENT_DATE, NULL, '*/*', 2, NULL), -- Siobhán O'Sullivan, « Ulysses »
  ('bb3469f0-73a4-4dcb-9efb-dcf5287a934e', 'c724368b-f6a9-4a69-b590-7dbdc49ff204', 'd7439101-93f8-484e-a58c-f0222aedbfae', CURRENT_DATE - 60, CURRENT_DATE - 39, CURRENT_DATE - 30, '*/*', 0, '019de31c-7981-71d4-bb99-605279e0b7f4'), -- Élodie de La Fontaine, « Candide ou l'Optimisme »
  ('3915da4d-0162-4f40-8921-f46ecd1fd4d3', 'ba3ac373-76d3-4afa-92f3-d19139b90507', '5584f34f-b74e-41b5-ae99-69ee78cc4e66', CURRENT_DATE - 60, CURRENT_DATE - 39, CURRENT_DATE - 39, '*/*', 0, NULL), -- 伟 王, « 道德经 »
  ('d686aafe-6abf-4600-94a2-7914bde34a75', 'ba0eb1d0-7314-409d-8f20-d8ba36877e6a', '2e8cf457-afe8-42ac-bdd6-070af619f9ff', CURRENT_DATE - 60, CURRENT_DATE - 39, CURRENT_DATE - 46, '*/*', 0, NULL), -- Iñaki Etxeberria Muñoz, « Fictions »
  ('f0e390dc-281d-49ff-bbb9-8c019e5006df', 'c59e67d9-fa0d-475e-b625-b56a83cc9ebd', 'c03edc62-d1a8-4c96-b98e-6bd7f6cf6b4e', CURRENT_DATE - 50, CURRENT_DATE + 13, NULL, '*/*', 2, NULL), -- Zoë Œuvrard, « Du côté de chez Swann »
  ('2c3332aa-fa4d-4ee9-abcb-cdff2c22e3df', '38fe332f-dadc-4352-8ffc-31b63ea17d1a', '142e5c7d-c65d-46ec-9f4e-911493408b4e', CURRENT_DATE - 50, CURRENT_DATE - 29, CURRENT_DATE - 26, '*/*', 0, '019df837-bc2a-7a97-b925-0277217269f9'), -- Anaïs d'Almeida, « Hamlet »
  ('f21fd6da-2719-4006-9e18-4d8ef9be8935', '727490c4-6b4f-44dd-a367-f8aee6744ec3', '24469ca5-b896-4eac-aa18-2cb1a3a83ff1', CURRENT_DATE - 50, CURRENT_DATE - 8, NULL, '*/*', 1, NULL), -- Théo Martin, « 1984 »
  ('1396d02a-1f04-4fb8-b5eb-286c52ced7cd', 'a981332d-92e3-4e4a-9fef-19b4e8ad5ae8', '2debb932-033c-4f1b-9f80-33227288ffbc', CURRENT_DATE - 45, CURRENT_DATE - 24, CURRENT_DATE - 30, '*/*', 0, NULL), -- Camille Martin, « Astérix et Cléopâtre »
  ('b5ab0eb8-492a-45d5-80cb-309161546089', 'ba0eb1d0-7314-409d-8f20-d8ba36877e6a', '2c376667-469b-41f0-837f-c449bfd2e9f1', CURRENT_DATE - 45, CURRENT_DATE - 3, NULL, '*/*', 1, NULL), -- Iñaki Etxeberria Muñoz, « Cent ans de solitude »
  ('9fd9c451-2ac4-4a6f-8ad0-1688a5f79928', 'da14b6f4-8601-423e-bbdb-dabea60ff4e2', '39303d5d-407f-4ecf-a903-282a7ba39117', CURRENT_DATE - 43, CURRENT_DATE - 22, CURRENT_DATE - 14, '*/*', 0, '019e3524-2e87-7afc-b94c-877e8925e5a6'), -- Björn Åkesson, « Le Vieil Homme et la mer »
  ('f4a7f632-bbb1-4eb3-9d66-879a1b588d9d', 'ff91d0a8-8460-4849-a593-83444a55637a', 'bf9ea327-71a9-4366-a664-86ead747c912', CURRENT_DATE - 42, CURRENT_DATE, NULL, '*/*', 1, NULL), -- Linh N'Guyen, « Voyage au bout de la nuit »
  ('36d652f0-ad68-4bb0-8e6b-c502588f9259', '52d46ff3-54a6-4b64-8622-81916d5abfe9', 'ca1a822e-b428-4260-9a0b-a0a40cb2b6a5', CURRENT_DATE - 41, CURRENT_DATE - 20, NULL, '*/*', 0, NULL), -- Jean-Baptiste Le Gall, « Fondation »
  ('abf1842b-490c-438b-8f24-ea6540347423', 'd08d0f74-48db-4e8f-b335-9da31d269bdf', '90371e3d-ca02-4fb8-8ba4-455eaddb7d10', CURRENT_DATE - 41, CURRENT_DATE - 20, NULL, '*/*', 0, NULL), -- Ελένη Παπαδοπούλου, « Βίος και πολιτεία του Αλέξη Ζορμπά »
  ('c882a74e-b193-438b-a662-a73217f46d7a', '1c0d9e06-61ac-488d-b29b-24084ad1c798', 'f469f75c-cf2c-4665-8dec-392479f575e4', CURRENT_DATE - 41, CURRENT_DATE + 1, NULL, '*/*', 1, NULL), -- נועה כהן, « סיפור על אהבה וחושך »
  ('b3151ad4-05bf-4246-a534-34b47ee47790', 'a981332d-92e3-4e4a-9fef-19b4e8ad5ae8', 'afee10d2-8aa7-4a3a-9b9c-3ebdf7593565', CURRENT_DATE - 40, CURRENT_DATE + 2, NULL, '*/*', 1, NULL), -- Camille Martin, « Notre-Dame de Paris »
  ('a8965ff6-3aa2-472f-87a6-ea5a2c9ac5dc', '5114ddb4-4a5b-400a-982b-828e67d208c9', 'fa85d802-1cbc-4507-a1dd-1e12f79470ff', CURRENT_DATE - 40, CURRENT_DATE - 19, CURRENT_DATE - 20, '*/*', 0, NULL), -- Aminata Ndiaye, « Cahier d'un retour au pays natal »
  ('aa63cbd8-1743-45ad-8fa3-49e7326fb676', 'c42c5f9d-296b-4206-bed2-c3ab0b832a89', '1c05e951-d171-4c17-97da-893a0b6615b7', CURRENT_DATE - 33, CURRENT_DATE - 12, CURRENT_DATE - 33, '*/*', 0, NULL), -- Gaëtan L'Héritier, « Paroles »
  ('597f5aec-8e30-4409-ac05-b8beb10ac259', 'ba3ac373-76d3-4afa-92f3-d19139b90507', '672fd19e-878a-4b57-b1d7-b0cc21c511a9', CURRENT_DATE - 30, CURRENT_DATE + 12, NULL, '*/*', 1, NULL), -- 伟 王, « 红楼梦 »
  ('4ff89784-66d0-49d4-b77a-a17a17fc3997', 'c447a781-be60-416c-85e3-9f31383845f9', 'e85ca500-04d2-4776-977d-418e5e0f0e0b', CURRENT_DATE - 30, CURRENT_DATE - 9, CURRENT_DATE - 12, '*/*', 0, NULL), -- 민준 김, « ノルウェイの森 »
  ('f4259014-4484-4d1d-8775-b113f31c7c8c', '38fe332f-dadc-4352-8ffc-31b63ea17d1a', '9225fa8e-2dc3-46d3-9fae-6dedf379dc12', CURRENT_DATE - 29, CURRENT_DATE - 8, NULL, '*/*', 0, NULL), -- Anaïs d'Almeida, « Antigone »
  ('cbaf2731-2dd4-4cd1-ac5c-0db14f24bbe6', '38fe332f-dadc-4352-8ffc-31b63ea17d1a', '9c95417d-e477-4aed-b868-f91a6527da71', CURRENT_DATE - 29, CURRENT_DATE - 8, NULL, '*/*', 0, NULL), -- Anaïs d'Almeida, « Médée »
  ('f206deeb-bbe3-4e00-9e80-a9952d892dfb', '52d46ff3-54a6-4b64-8622-81916d5abfe9', '6c818df3-d4af-4727-b32d-fba3f74c151d', CURRENT_DATE - 24, CURRENT_DATE - 3, NULL, '*/*', 0, NULL), -- Jean-Baptiste Le Gall, « Dune »
  ('8b971e0d-8e83-4684-ac94-2f702df61ff3', 'da14b6f4-8601-423e-bbdb-dabea60ff4e2', '52abac62-2d36-4792-b50d-01d70d5dfb16', CURRENT_DATE - 22, CURRENT_DATE - 1, NULL, '*/*', 0, NULL), -- Björn Åkesson, « Pippi Långstrump »
  ('fe0123ad-a4c1-434a-a5ce-b23ac9e124e2', 'c59e67d9-fa0d-475e-b625-b56a83cc9ebd', '631a3458-f537-4e0d-8c20-c462c0c754b4', CURRENT_DATE - 21, CURRENT_DATE, NULL, '*/*', 0, NULL), -- Zoë Œuvrard, « La Peste »
  ('a253087a-928c-4cb3-b653-4f492eb12e77', 'c59e67d9-fa0d-475e-b625-b56a83cc9ebd', '026a601e-6ec1-47aa-8e81-37379e2b1f27', CURRENT_DATE - 20, CURRENT_DATE + 1, NULL, '*/*', 0, NULL), -- Zoë Œuvrard, « L'Œuvre au noir »
  ('be8eb93e-fd41-4613-ad7d-4120a7040528', 'a981332d-92e3-4e4a-9fef-19b4e8ad5ae8', '693f4c65-934a-42ca-afde-3c47278c783d', CURRENT_DATE - 19, CURRENT_DATE + 2, NULL, '*/*', 0, NULL), -- Camille Martin, « Le Petit Prince »
  ('1cf7b202-63e4-450f-bfce-5b18b2f2146b', 'a981332d-92e3-4e4a-9fef-19b4e8ad5ae8', 'd425b8cf-e802-48db-90c8-f2039af53a46', CURRENT_DATE - 19, CURRENT_DATE + 2, NULL, '*/*', 0, NULL), -- Camille Martin, « L'Étranger »
  ('fbd917e1-2b1b-4570-bf8c-8546bba950f4', 'a1dfeef7-640f-46e5-84c9-3e05b49e0351', 'd86fb405-3bcf-424f-8425-124fc4e2168a', CURRENT_DATE - 15, CURRENT_DATE + 6, NULL, '*/*', 0, NULL), -- François-Xavier du Plessis-Bellière, « La Princesse de Clèves »
  ('2b72a59f-14d2-4f9b-aae4-9337ba447d37', '51b4f8c7-088f-4c3f-9ec6-5e7b7752b4f5', '618e89e9-4ee3-4848-89b7-d83449651517', CURRENT_DATE - 14, CURRENT_DATE + 7, NULL, '*/*', 0, NULL), -- محمد بن سعيد, « ألف ليلة وليلة »
  ('ad651a66-e479-4009-a4b4-6a9c0a896199', '5114ddb4-4a5b-400a-982b-828e67d208c9', '9e4ad877-fc5f-4708-bbc8-ab94466c2b06', CURRENT_DATE - 12, CURRENT_DATE + 9, NULL, '*/*', 0, NULL), -- Aminata Ndiaye, « Une si longue lettre »
  ('2f589906-8a5b-4868-b3da-efa650d56f64', 'a981332d-92e3-4e4a-9fef-19b4e8ad5ae8', 'fffcd8cd-8fe8-4ed6-908e-42f15ac4139a', CURRENT_DATE - 10, CURRENT_DATE + 11, NULL, '*/*', 0, NULL), -- Camille Martin, « Germinal »
  ('668716c0-3b02-4ed0-b320-fe46a54d209b', '727490c4-6b4f-44dd-a367-f8aee6744ec3', '32b674bc-50bc-4394-809d-4faee405f356', CURRENT_DATE - 10, CURRENT_DATE + 11, NULL, '*/*', 0, NULL), -- Théo Martin, « Fahrenheit 451 »
  ('f6c12cd0-6f86-47d6-a976-7170ee183533', 'c42c5f9d-296b-4206-bed2-c3ab0b832a89', '44b3cc25-2430-4bb0-80ed-3beca80047cd', CURRENT_DATE - 7, CURRENT_DATE + 14, NULL, '*/*', 0, NULL), -- Gaëtan L'Héritier, « Cyrano de Bergerac »
  ('44125955-0840-40f0-b354-09030739eaac', '5114ddb4-4a5b-400a-982b-828e67d208c9', '693f4c65-934a-42ca-afde-3c47278c783d', CURRENT_DATE - 6, CURRENT_DATE + 15, NULL, '*/*', 0, NULL), -- Aminata Ndiaye, « Le Petit Prince »
  ('5dd466c7-25b1-444d-8d03-95c72865fae0', '0b2593cd-12eb-4f0d-939b-59c381c3707d', '56413dfc-cbb6-4981-a2b2-e467b943b52b', CURRENT_DATE - 5, CURRENT_DATE + 16, NULL, '*/*', 0, NULL), -- Иван Петров, « Мастер и Маргарита »
  ('c4ff8122-3553-4daa-9969-082e3918d342', 'a981332d-92e3-4e4a-9fef-19b4e8ad5ae8', '4892b657-f930-4259-82ee-20383d369e41', CURRENT_DATE - 3, CURRENT_DATE + 18, NULL, '*/*', 0, NULL), -- Camille Martin, « Persepolis »
  ('6f6a4605-f465-4868-b466-efed9f76cb8e', 'c447a781-be60-416c-85e3-9f31383845f9', 'f7a218ec-2545-4b30-bb01-8dcd5762a200', CURRENT_DATE - 2, CURRENT_DATE + 19, NULL, '*/*', 0, NULL), -- 민준 김, « 채식주의자 »
  ('470a1d9b-cb7e-42fa-9492-8a2ecca9f047', '51b4f8c7-088f-4c3f-9ec6-5e7b7752b4f5', '908d46f4-12fa-4e2c-aa13-ddc9fc8780e8', CURRENT_DATE, CURRENT_DATE + 21, NULL, '*/*', 0, NULL); -- محمد بن سعيد, « موسم الهجرة إلى الشمال »

COMMIT;
