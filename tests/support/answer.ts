/** What the API answered to a call of a test. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  // biome-ignore lint/suspicious/noExplicitAny: each test knows what it expects
  body: any;
}
