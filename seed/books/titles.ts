import type { Faker } from '@faker-js/faker';

/** Plausible French titles, put together from these words at random. */

type Gender = 'm' | 'f';
interface Noun {
  word: string;
  gender: Gender;
}

const nouns = (gender: Gender, words: string): Noun[] => words.split(' ').map((word) => ({ word, gender }));

const NOUNS: readonly Noun[] = [
  ...nouns('m', 'jardin voyage silence château miroir fleuve amour automne hiver orage secret mariage notaire cheval'),
  ...nouns('m', 'cœur royaume désert village œil enfant océan été chemin fantôme horloger train pont bal masque pain'),
  ...nouns(
    'm',
    'quai vent verger hôpital empire crime procès fils père marin poète soleil songe sable feu théâtre loup',
  ),
  ...nouns(
    'f',
    'maison nuit mer forêt ombre île étoile lumière mémoire promesse guerre école lettre rivière neige fille',
  ),
  ...nouns('f', 'mère rose chambre montagne vie mort enfance absence aurore voix ville fenêtre saison sœur peur vigne'),
  ...nouns(
    'f',
    'route clef pluie espérance horloge reine bataille cendre colline danse veuve tempête herbe œuvre faim',
  ),
];

const ADJECTIVES: readonly Record<Gender, string>[] = [
  ...'secret/secrète perdu/perdue bleu/bleue noir/noire ancien/ancienne invisible/invisible oublié/oubliée'.split(' '),
  ...'interdit/interdite immobile/immobile vert/verte blanc/blanche éternel/éternelle lointain/lointaine'.split(' '),
  ...'sauvage/sauvage brûlé/brûlée imparfait/imparfaite étranger/étrangère simple/simple'.split(' '),
].map((pair) => {
  const [m = '', f = ''] = pair.split('/');
  return { m, f };
});

const startsWithVowel = (word: string) => /^[aeiouyhœéèêîô]/i.test(word);
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const the = ({ word, gender }: Noun) =>
  startsWithVowel(word) ? `l'${word}` : `${gender === 'm' ? 'le' : 'la'} ${word}`;
const a = ({ word, gender }: Noun) => `${gender === 'm' ? 'un' : 'une'} ${word}`;
const ofThe = (noun: Noun) =>
  !startsWithVowel(noun.word) && noun.gender === 'm' ? `du ${noun.word}` : `de ${the(noun)}`;
const of = (name: string) => (startsWithVowel(name) ? `d'${name}` : `de ${name}`);

/** How many of a hundred titles have each form. */
const FORMS: readonly [weight: number, form: (faker: Faker) => string][] = [
  [14, (f) => the(noun(f))],
  [18, (f) => qualified(f, the)],
  [6, (f) => qualified(f, a)],
  [18, (f) => `${the(noun(f))} ${ofThe(noun(f))}`],
  [12, (f) => `${the(noun(f))} et ${the(noun(f))}`],
  [8, (f) => `${the(noun(f))} ${of(city(f))}`],
  [8, (f) => `${f.person.firstName()} et ${the(noun(f))}`],
  [6, (f) => `mémoires ${of(`${f.person.firstName()} ${f.person.lastName()}`)}`],
  [4, (f) => `${the(noun(f))}, tome ${f.number.int({ min: 1, max: 12 })}`],
  [6, long],
];

const noun = (faker: Faker): Noun => faker.helpers.arrayElement(NOUNS);

/** A city before whose name `de` and `à` do not change, as they would before `Le Havre`. */
function city(faker: Faker): string {
  const name = faker.location.city();
  return /^Les? /.test(name) ? city(faker) : name;
}

function qualified(faker: Faker, article: (noun: Noun) => string): string {
  const subject = noun(faker);
  return `${article(subject)} ${faker.helpers.arrayElement(ADJECTIVES)[subject.gender]}`;
}

function long(faker: Faker): string {
  const hero = `${faker.person.firstName()} ${faker.person.lastName()}`;
  const chapters = faker.helpers.multiple(() => qualified(faker, the), { count: { min: 2, max: 5 } });
  return `histoire véritable ${of(hero)}, où l'on verra ${chapters.join(', ')} et ce qu'il en advint à ${city(faker)}`;
}

export const titleOf = (faker: Faker): string =>
  capital(faker.helpers.weightedArrayElement(FORMS.map(([weight, value]) => ({ weight, value })))(faker));
