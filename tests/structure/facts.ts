import { ASSOCIATIONS } from '../../seed/model/associations.ts';
import { TABLES } from '../../seed/model/tables.ts';
import * as source from './sources.ts';

/**
 * The numbers that stand in the pages, each with its source. `#` is a number, in digits or in French words: where a page
 * has these words, it has this number, and some page has them.
 */
export type Fact = [is: number | number[], ...said: string[]];

const { after, constant, timeoutOf, triedFor } = source;

const ms = (file: string, name: string): number => constant(file, name) / 1000;
const dynamodb = 'lib/aws/dynamodb/client.ts';
const pool = 'functions/identity/service.yml';
const keys = 'lib/entry/http/keys.ts';
const search = 'lib/books/store/search.ts';
const cut = ms('lib/entry/http/stack.ts', 'TIME_TO_ANSWER');
const lease = ms('lib/loans/process.ts', 'LEASE_MS');
const mails = after('COURRIELS_PAR_SECONDE, ', 'serverless.yml');
const readUnits = after('param:read_units', 'serverless.yml');
const writeUnits = after('param:write_units', 'serverless.yml');
const readPrice = source.price('DynamoDB, unités lues');
const writePrice = source.price('DynamoDB, unités écrites');
const noticesIn = (seconds: number): number => seconds * mails;
/** The hour of the job whose cron expression has these minutes. */
const atHour = (minutes: string): number => after(`cron\\(${minutes} `, 'functions/loans/service.yml');
const hourly = (units: number, dollars: number): number => Math.round((units * 3600 * dollars) / 1e4) / 100;

export const FACTS: Fact[] = [
  [[source.users, source.books, source.loans].map(source.operationsIn), 'opérations HTTP \\| # \\| # \\| #'],
  [source.books.size, 'Livres\n# fonctions'],
  [source.loans.size, 'Emprunts\n# fonctions'],
  [source.users.size, 'Utilisateurs\n# fonctions'],
  [source.commandsIn(source.books), '# commandes :<br/>books'],
  // One of them is for the identity.
  [source.commandsIn(source.users) - 1, '# commandes :<br/>users'],
  [source.commands, '# commandes privées'],
  [source.alarms, '# alarmes'],
  [source.schedules, '# plannings'],
  [source.tables, '# tables DynamoDB', 'dans les # tables, et un élément'],

  [source.rule.amende_par_jour, '# € par jour'],
  [source.rule.amende_maximale, '# € au plus'],
  [source.loss, 'montant donné, ou # €'],
  [source.debt, '# € par défaut'],
  [source.rule.jours, '(?<!de )# jours par défaut'],
  [source.rule.jours_par_prolongation, 'de # jours par défaut'],
  [source.rule.prolongations, "jusqu'à un jour ouvert, # fois\\s+au plus"],
  [
    source.forgottenAfter,
    'emprunteur après # jours',
    "d'avant # jours",
    'closes de # jours',
    'retours de # jours',
    '[Cc]lose depuis # jours',
    'ou # jours après le retour',
    'oublie son emprunteur \\(# jours',
    'le #e jour',
  ],
  [constant('lib/loans/decide.ts', 'LONGEST_QUEUE'), '# réservations au plus', 'réservations ouvertes, # au plus'],
  [constant('lib/books/rules.ts', 'MOST_COPIES'), '# exemplaires au plus', ': # exemplaires tiennent'],
  [constant('lib/users/money.ts', 'MOST_PAYMENTS'), '# paiements au plus', 'au plus # paiements'],
  [constant('lib/users/names.ts', 'MOST_WORDS'), 'ensemble # mots au plus'],
  [constant('lib/books/words.ts', 'MAX_WORDS'), 'ensemble # mots différents'],

  [[constant(search, 'QUERIES'), constant(search, 'UNITS')], '# Query et (?:à )?# unités'],
  [[constant(search, 'QUERIES'), constant(search, 'INDEX_UNITS')], '# Query au plus, # unités'],
  [constant('lib/users/store/directory.ts', 'QUERIES'), 'Une page prend # Query', '1 à # Query'],

  [[timeoutOf('loans-create'), timeoutOf('users-create'), timeoutOf('loans-reconcile')], '\\| # s ; # s ; # s \\|'],
  [timeoutOf('loans-create'), 'emprunts vit # s au plus'],
  [[timeoutOf('identity-token'), ms('lib/identity/peers.ts', 'ANSWER_MS')], 'users-owner \\| # s ; # s'],
  [cut, 'avant la coupure \\| # s'],
  [timeoutOf('loans-create') - cut, 'À # s, la fonction répond'],
  [
    [ms(dynamodb, 'connectionTimeout'), ms(dynamodb, 'requestTimeout'), constant(dynamodb, 'MAX_ATTEMPTS')],
    'réponse, essais \\| # s, # s, #',
  ],
  [constant(dynamodb, 'CONFLICT_ATTEMPTS'), '# essais, attente'],
  [constant('lib/aws/dynamodb/retry.ts', 'ATTEMPTS'), '# essais, 6 s environ'],
  [constant('lib/loans/process.ts', 'ROUNDS'), '# essais, dans le temps'],
  [
    [ms('lib/aws/command.ts', 'ANSWER_MS'), constant('lib/aws/command.ts', 'ADMISSION_ATTEMPTS')],
    'commande \\| # s, 1 envoi ; # si',
  ],
  [
    [ms('functions/loans/forget.ts', 'TIME_MS'), ms('lib/users/deletion.ts', 'MARK_MS') / 60],
    "l'effacer \\| # s ; # min",
  ],
  [constant('lib/aws/dynamodb/answers.ts', 'LONGER_DAYS'), 'expire # jours après la réponse'],
  [ms('lib/loans/notices/mail.ts', 'ANSWER_MS'), 'entre deux \\| # s'],
  [mails, '# courriels par seconde'],
  [
    [triedFor('notifyDashdaily'), triedFor('notifyDashholds'), triedFor('sweepDashholds'), triedFor('reconcile')],
    "# min pour les rappels, # min pour les avis de réservation, # min pour la tâche de la nuit, un jour pour l'oubli, # min",
  ],
  [lease, 'moins de # s', 'au plus tôt # s', 'Défaire prend # s'],
  [
    [2 * lease, ms('lib/loans/moment.ts', 'CALL_OVER_MS')],
    "d'elle-même : après # s, le temps que le réconciliateur le défasse ; après # s",
  ],
  [constant('lib/aws/dynamodb/idempotency.ts', 'KEPT_SECONDS') / 3600, 'gardée # heures', 'une opération, # heures'],
  [constant('dev/import/journal.ts', 'KEYS_KEPT_MS') / 3_600_000, 'dans les # heures'],

  [
    ms(keys, 'REFRESH_MS') / 60,
    "clés publiques de l'émetteur,? (?:redemandées )?toutes les # minutes",
    '^2\\. # minutes plus tard',
    'rouvrez # minutes après',
  ],
  [ms(keys, 'GOOD_MS') / 3600, 'bonnes # heures? au plus'],
  [ms(keys, 'ANSWER_MS'), 'attend sa réponse # s'],
  [after("setExpirationTime\\('", 'dev/local/keys.ts'), 'un jeton de # jours'],
  [after('AccessTokenValidity:', pool) / 60, 'Il vaut # heure', 'jeton vaut encore # heure', 'jeton suivant, # heure'],
  [after('RefreshTokenValidity:', pool), 'connectée # heures'],
  [after('ClientName: adherents[\\s\\S]*?RefreshTokenValidity:', pool), 'connecté # jours'],
  [after('TemporaryPasswordValidityDays:', pool), 'provisoire, qui vaut # jours', "l'invitation a plus de # jours"],
  [after('MinimumLength:', pool), 'autre, de # caractères'],

  [
    [after('ThrottlingRateLimit:', 'serverless.yml'), after('ThrottlingBurstLimit:', 'serverless.yml')],
    '# requêtes par seconde, pointes de #',
  ],
  [after('logRetentionInDays:', 'serverless.yml'), 'journaux gardés # jours'],
  [after('memorySize:', 'serverless.yml'), 'Les fonctions ont # Mo'],
  [after('runtime: nodejs', 'serverless.yml'), 'arm64, Node #', 'le Node # que'],
  [constant('dev/local/installed.mjs', 'OLDEST_NODE'), 'Node # ou plus récent', 'with Node # and'],
  [constant('dev/local/checks.ts', 'OLDEST_JAVA'), 'Java # ou plus récent', 'Java # or later'],
  [[readUnits, writeUnits], '\\| # et # : au plus'],
  [[hourly(readUnits, readPrice), hourly(writeUnits, writePrice)], 'au plus # \\$ et # \\$ par heure'],
  [writePrice, 'écritures \\| .*\\| # \\$ / M'],
  [readPrice, 'lectures \\| .*\\| # \\$ / M'],
  [source.price('API Gateway HTTP'), "M d'appels \\| # \\$ / M"],
  [source.price('Lambda, durée'), '\\| # \\$ / Go·s'],
  [source.price('CloudWatch Logs'), '# \\$ / Go \\|'],
  [constant(search, 'UNITS'), 'up to # units'],
  [
    [
      noticesIn(ms('functions/loans/notify-overdue.ts', 'TIME_MS')),
      noticesIn(timeoutOf('loans-notify-daily') - ms('lib/entry/job.ts', 'TIME_TO_FINISH')),
    ],
    '# par appel, # par exécution',
  ],
  [source.steps, 'étapes?[^(]*\\(J-#, J\\+#, J\\+#, J\\+#, J\\+#'],
  [atHour('0/15'), 'loans-notify-daily, à # h', 'rappels de # h', 'fait à # heures'],
  [atHour('0'), 'loans-forget-old, à # h', 'tâche de # h'],
  [
    [
      after('notify-holds[\\s\\S]*?cron\\(0/', 'functions/loans/service.yml'),
      atHour('0/10'),
      after('cron\\(0/10 8-', 'functions/loans/service.yml'),
    ],
    'toutes les # minutes, de # h à # h 50',
  ],
  [[TABLES.length, ASSOCIATIONS.length], '# entités, # associations'],
  [TABLES.length, 'logique : # tables', 'en # entités', 'en # tables'],
  [after('\\n  PORT: env.PORT', 'dev/local/stage.ts'), 'localhost:#/docs'],
  [after('MAIL_PORT: env.MAIL_PORT', 'dev/local/stage.ts'), 'partis : http://localhost:#', 'boîte, http://localhost:#'],

  // What AWS says of itself, and what follows from the commands of a loan: pages agree with each other.
  [10, '# sur un compte neuf', "n'exécute que # fonctions"],
  [3, 'un prêt en occupe #'],
  [50, 'Cognito les envoie, # par jour', 'ses # courriels du jour'],
];
