/** What was asked for cannot be done, and the message says what to do: nothing was read, sent or written. */
export class Refusal extends Error {}

/** The file that an import writes beside its own cannot be written. */
export const notWritable = (path: string, cause: unknown): Refusal =>
  new Refusal(
    `« ${path} » ne peut pas être écrit : le dossier du fichier doit être accessible en écriture, et le disque avoir de la place.`,
    { cause },
  );
