import { ASSOCIATIONS } from '../../seed/model/associations.ts';
import { TABLES } from '../../seed/model/tables.ts';
import * as source from './sources.ts';

/**
 * The numbers that stand in the pages, each with its source. `#` is a number, in digits or in French words: where a page
 * has these words, it has this number, and some page has them.
 */
export type Fact = [name: string, is: number | number[], ...said: string[]];

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
  [
    'operations of the services',
    [source.users, source.books, source.loans].map(source.operationsIn),
    'opérations HTTP \\| # \\| # \\| #',
  ],
  ['functions of books', source.books.size, 'Livres\n# fonctions'],
  ['functions of loans', source.loans.size, 'Emprunts\n# fonctions'],
  ['functions of users', source.users.size, 'Utilisateurs\n# fonctions'],
  ['commands to books', source.commandsIn(source.books), '# commandes :<br/>books'],
  // One of them is for the identity.
  ['commands to users', source.commandsIn(source.users) - 1, '# commandes :<br/>users'],
  ['private commands', source.commands, '# commandes privées'],
  ['alarms', source.alarms, '# alarmes'],
  ['schedules', source.schedules, '# plannings'],
  ['tables', source.tables, '# tables DynamoDB', 'dans les # tables, et un élément'],

  ['fee of a late day', source.rule.amende_par_jour, '# € par jour'],
  ['highest fee', source.rule.amende_maximale, '# € au plus'],
  ['price of a loss', source.loss, 'montant donné, ou # €'],
  ['debt that is allowed', source.debt, '# € par défaut'],
  ['days of a loan', source.rule.jours, '(?<!de )# jours par défaut'],
  ['days of a renewal', source.rule.jours_par_prolongation, 'de # jours par défaut'],
  ['renewals', source.rule.prolongations, "jusqu'à un jour ouvert, # fois\\s+au plus"],
  [
    'days before a loan forgets',
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
  [
    'longest queue',
    constant('lib/loans/decide.ts', 'LONGEST_QUEUE'),
    '# réservations au plus',
    'réservations ouvertes, # au plus',
  ],
  [
    'copies of a title',
    constant('lib/books/rules.ts', 'MOST_COPIES'),
    '# exemplaires au plus',
    ': # exemplaires tiennent',
  ],
  [
    'payments of a penalty',
    constant('lib/users/money.ts', 'MOST_PAYMENTS'),
    '# paiements au plus',
    'au plus # paiements',
  ],
  ['words of a name', constant('lib/users/names.ts', 'MOST_WORDS'), 'ensemble # mots au plus'],
  ['words of a book', constant('lib/books/words.ts', 'MAX_WORDS'), 'ensemble # mots différents'],

  ['a page of a search', [constant(search, 'QUERIES'), constant(search, 'UNITS')], '# Query et (?:à )?# unités'],
  [
    'index units of a search',
    [constant(search, 'QUERIES'), constant(search, 'INDEX_UNITS')],
    '# Query au plus, # unités',
  ],
  ['a page of people', constant('lib/users/store/directory.ts', 'QUERIES'), 'Une page prend # Query', '1 à # Query'],

  [
    'time of functions',
    [timeoutOf('loans-create'), timeoutOf('users-create'), timeoutOf('loans-reconcile')],
    '\\| # s ; # s ; # s \\|',
  ],
  ['time of a loan function', timeoutOf('loans-create'), 'emprunts vit # s au plus'],
  [
    'time of the token function',
    [timeoutOf('identity-token'), ms('lib/identity/peers.ts', 'ANSWER_MS')],
    'users-owner \\| # s ; # s',
  ],
  ['answer before the end', cut, 'avant la coupure \\| # s'],
  ['when a loan function gives up', timeoutOf('loans-create') - cut, 'À # s, la fonction répond'],
  [
    'a request to DynamoDB',
    [ms(dynamodb, 'connectionTimeout'), ms(dynamodb, 'requestTimeout'), constant(dynamodb, 'MAX_ATTEMPTS')],
    'réponse, essais \\| # s, # s, #',
  ],
  ['conflicts of transactions', constant(dynamodb, 'CONFLICT_ATTEMPTS'), '# essais, attente'],
  ['deciding anew', constant('lib/aws/dynamodb/retry.ts', 'ATTEMPTS'), '# essais, 6 s environ'],
  ['asking anew', constant('lib/loans/process.ts', 'ROUNDS'), '# essais, dans le temps'],
  [
    'a command',
    [ms('lib/aws/command.ts', 'ANSWER_MS'), constant('lib/aws/command.ts', 'ADMISSION_ATTEMPTS')],
    'commande \\| # s, 1 envoi ; # si',
  ],
  [
    'forgetting a person',
    [ms('functions/loans/forget.ts', 'TIME_MS'), ms('lib/users/deletion.ts', 'MARK_MS') / 60],
    "l'effacer \\| # s ; # min",
  ],
  [
    'how much longer a pointer is kept',
    constant('lib/aws/dynamodb/answers.ts', 'LONGER_DAYS'),
    'expire # jours après la réponse',
  ],
  ['a mail', ms('lib/loans/notices/mail.ts', 'ANSWER_MS'), 'entre deux \\| # s'],
  ['mails a second', mails, '# courriels par seconde'],
  [
    'starting a scheduled job, in minutes',
    [triedFor('notifyDashdaily'), triedFor('notifyDashholds'), triedFor('sweepDashholds'), triedFor('reconcile')],
    "# min pour les rappels, # min pour les avis de réservation, # min pour la tâche de la nuit, un jour pour l'oubli, # min",
  ],
  ['lease', lease, 'moins de # s', 'au plus tôt # s', 'Défaire prend # s'],
  [
    'reserved key of cut work',
    [2 * lease, ms('lib/loans/moment.ts', 'CALL_OVER_MS')],
    "d'elle-même : après # s, le temps que le réconciliateur le défasse ; après # s",
  ],
  [
    'a first answer is kept, in hours',
    constant('lib/aws/dynamodb/idempotency.ts', 'KEPT_SECONDS') / 3600,
    'gardée # heures',
    'une opération, # heures',
  ],
  [
    'an import may be taken up again, in hours',
    constant('dev/import/journal.ts', 'KEYS_KEPT_MS') / 3_600_000,
    'dans les # heures',
  ],

  [
    'public keys asked again, in minutes',
    ms(keys, 'REFRESH_MS') / 60,
    "clés publiques de l'émetteur,? (?:redemandées )?toutes les # minutes",
    '^2\\. # minutes plus tard',
    'rouvrez # minutes après',
  ],
  ['public keys are good, in hours', ms(keys, 'GOOD_MS') / 3600, 'bonnes # heures? au plus'],
  ['the issuer answers', ms(keys, 'ANSWER_MS'), 'attend sa réponse # s'],
  ['local token, in days', after("setExpirationTime\\('", 'dev/local/keys.ts'), 'un jeton de # jours'],
  [
    'a token of the pool, in hours',
    after('AccessTokenValidity:', pool) / 60,
    'Il vaut # heure',
    'jeton vaut encore # heure',
    'jeton suivant, # heure',
  ],
  ['signed in at the desk, in hours', after('RefreshTokenValidity:', pool), 'connectée # heures'],
  [
    'signed in at home, in days',
    after('ClientName: adherents[\\s\\S]*?RefreshTokenValidity:', pool),
    'connecté # jours',
  ],
  [
    'first password, in days',
    after('TemporaryPasswordValidityDays:', pool),
    'provisoire, qui vaut # jours',
    "l'invitation a plus de # jours",
  ],
  ['length of a password', after('MinimumLength:', pool), 'autre, de # caractères'],

  [
    'throttle',
    [after('ThrottlingRateLimit:', 'serverless.yml'), after('ThrottlingBurstLimit:', 'serverless.yml')],
    '# requêtes par seconde, pointes de #',
  ],
  ['logs are kept, in days', after('logRetentionInDays:', 'serverless.yml'), 'journaux gardés # jours'],
  ['memory', after('memorySize:', 'serverless.yml'), 'Les fonctions ont # Mo'],
  ['Node of the functions', after('runtime: nodejs', 'serverless.yml'), 'arm64, Node #', 'le Node # que'],
  ['oldest Node', constant('dev/local/installed.mjs', 'OLDEST_NODE'), 'Node # ou plus récent', 'with Node # and'],
  ['oldest Java', constant('dev/local/checks.ts', 'OLDEST_JAVA'), 'Java # ou plus récent', 'Java # or later'],
  ['caps of a table', [readUnits, writeUnits], '\\| # et # : au plus'],
  [
    'price of an hour at the caps',
    [hourly(readUnits, readPrice), hourly(writeUnits, writePrice)],
    'au plus # \\$ et # \\$ par heure',
  ],
  ['price of written units', writePrice, 'écritures \\| .*\\| # \\$ / M'],
  ['price of read units', readPrice, 'lectures \\| .*\\| # \\$ / M'],
  ['price of calls', source.price('API Gateway HTTP'), "M d'appels \\| # \\$ / M"],
  ['price of a function', source.price('Lambda, durée'), '\\| # \\$ / Go·s'],
  ['price of logs', source.price('CloudWatch Logs'), '# \\$ / Go \\|'],
  ['units of a search', constant(search, 'UNITS'), 'up to # units'],
  [
    'mails of a call and of a run',
    [
      noticesIn(ms('functions/loans/notify-overdue.ts', 'TIME_MS')),
      noticesIn(timeoutOf('loans-notify-daily') - ms('lib/entry/job.ts', 'TIME_TO_FINISH')),
    ],
    '# par appel, # par exécution',
  ],
  ['steps of the reminders', source.steps, 'étapes?[^(]*\\(J-#, J\\+#, J\\+#, J\\+#, J\\+#'],
  ['hour of the reminders', atHour('0/15'), 'loans-notify-daily, à # h', 'rappels de # h', 'fait à # heures'],
  ['hour of the forgetting', atHour('0'), 'loans-forget-old, à # h', 'tâche de # h'],
  [
    'times of the notices of holds',
    [
      after('notify-holds[\\s\\S]*?cron\\(0/', 'functions/loans/service.yml'),
      atHour('0/10'),
      after('cron\\(0/10 8-', 'functions/loans/service.yml'),
    ],
    'toutes les # minutes, de # h à # h 50',
  ],
  ['entities and associations', [TABLES.length, ASSOCIATIONS.length], '# entités, # associations'],
  ['tables of the model', TABLES.length, 'logique : # tables', 'en # entités', 'en # tables'],
  ['port of the API', after('\\n  PORT: env.PORT', 'dev/local/stage.ts'), 'localhost:#/docs'],
  [
    'port of the inbox',
    after('MAIL_PORT: env.MAIL_PORT', 'dev/local/stage.ts'),
    'partis : http://localhost:#',
    'boîte, http://localhost:#',
  ],

  // What AWS says of itself, and what follows from the commands of a loan: pages agree with each other.
  ['functions at once in a new account', 10, '# sur un compte neuf', "n'exécute que # fonctions"],
  ['functions at once of a loan', 3, 'un prêt en occupe #'],
  ['mails of Cognito a day', 50, 'Cognito les envoie, # par jour', 'ses # courriels du jour'],
];
