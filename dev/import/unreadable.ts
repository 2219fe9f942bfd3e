/** Nothing of a file can be read; the message says to a librarian, in French, what to do about it. */
export class UnreadableFile extends Error {}
