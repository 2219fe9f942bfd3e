/** What was asked for cannot be done, and the message says what to do: nothing was read, sent or written. */
export class Refusal extends Error {}
