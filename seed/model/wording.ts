/** What a table or a view has to say that each engine says in its own way. All of it is SQL text. */
export interface Wording {
  now: string;
  today: string;
  newId: string;
  daysFromToday(days: number): string;
  daysUntilToday(day: string): string;

  length(text: string): string;
  number(text: string): string;
  /** @param set a bracket expression whose hyphen comes first, `[^-a-z]` */
  contains(text: string, set: string): string;
  beginsWith(text: string, set: string): string;
  before(text: string, separator: string): string;
  after(text: string, separator: string): string;
}
