/** What a deploy is given: read from where serverless.yml keeps it, and checked before anything is packaged. */
export interface Parameters {
  stage: string;
  /** The origins whose pages may call; `*` for all. */
  origins: string[];
  /** The address that mails come from. */
  sender: string;
  /** Who is told of alarms; empty for nobody. */
  alarmEmail: string;
  /** US dollars a month; empty for no budget. */
  budget: string;
  tracing: string;
  /** Units a second, of each table and each of its global indexes. */
  readUnits: string;
  writeUnits: string;
}

/** With more, the longest name of a function would pass the 64 characters that AWS allows. */
export const STAGE = /^[a-z][a-z0-9-]{0,19}$/;
const ADDRESS = /^[^\s@<>"',;]+@[^\s@<>"',;]+\.[^\s@<>"',;]+$/;
const WHOLE = /^[1-9]\d{0,6}$/;

const isOrigin = (text: string) => URL.canParse(text) && new URL(text).origin === text && /^https?:/.test(text);

/** Each rule, with what is said of a value that breaks it. */
const RULES: [isKept: (given: Parameters) => boolean, fault: (given: Parameters) => string][] = [
  [
    ({ stage }) => STAGE.test(stage),
    ({ stage }) =>
      `--stage « ${stage} » : de 1 à 20 lettres minuscules, chiffres ou tirets, en commençant par une lettre`,
  ],
  [
    ({ origins }) => origins.join() === '*' || (origins.length > 0 && origins.every(isOrigin)),
    ({ origins }) =>
      `cors_origins « ${origins.join(',')} » : « * », ou des origines comme https://exemple.fr, sans barre à la fin, séparées par des virgules`,
  ],
  [
    ({ sender }) => ADDRESS.test(sender),
    ({ sender }) => `sender « ${sender} » : une adresse e-mail seule, comme bibliotheque@exemple.fr`,
  ],
  [
    ({ alarmEmail }) => alarmEmail === '' || ADDRESS.test(alarmEmail),
    ({ alarmEmail }) => `alarm_email « ${alarmEmail} » : une adresse e-mail seule, comme garde@exemple.fr`,
  ],
  [
    ({ budget }) => budget === '' || WHOLE.test(budget),
    ({ budget }) => `budget « ${budget} » : un nombre entier de dollars par mois`,
  ],
  [
    ({ budget, alarmEmail }) => budget === '' || alarmEmail !== '',
    () => 'budget : donnez aussi alarm_email, l’adresse qui sera prévenue',
  ],
  [
    ({ tracing }) => ['none', 'xray'].includes(tracing),
    ({ tracing }) => `tracing « ${tracing} » : « none » ou « xray »`,
  ],
  [
    ({ readUnits, writeUnits }) => WHOLE.test(readUnits) && WHOLE.test(writeUnits),
    ({ readUnits, writeUnits }) =>
      `read_units « ${readUnits} », write_units « ${writeUnits} » : des nombres entiers d’unités par seconde`,
  ],
];

/** One line for each value that cannot be deployed. */
export const faultsOf = (given: Parameters): string[] =>
  RULES.filter(([isKept]) => !isKept(given)).map(([, fault]) => fault(given));

/** The parameter `cors_origins`, separated by commas, as the list that API Gateway takes. */
export async function origins({ resolveVariable }: { resolveVariable: (name: string) => Promise<string> }) {
  const text = await resolveVariable('param:cors_origins');
  return text.split(',').map((origin) => origin.trim());
}
