import type { Server } from 'node:http';

type Start = typeof import('aws-ses-v2-local')['default'];

/** The mail emulator at the address that the code under test writes to. */
export async function startMail(): Promise<Server> {
  // It takes as long to load as all else that a suite needs, and most suites send no mail.
  const { default: emulator } = await import('aws-ses-v2-local');
  // The package is CommonJS: its default export is a member of what Node takes for the default, jest's set-up does not.
  const { default: ses = emulator as unknown as Start } = emulator as unknown as { default?: Start };
  const { hostname: host, port } = new URL(process.env.SES_ENDPOINT as string);
  return ses({ host, port: Number(port) });
}

export const stopMail = (server: Server) =>
  new Promise<void>((resolve) => {
    server.closeAllConnections();
    server.close(() => resolve());
  });

export interface Received {
  destination: { to: string[] };
  subject: string;
  body: { text: string; html: string };
}

/** Everything that has been received. */
export async function inbox(): Promise<Received[]> {
  const response = await fetch(`${process.env.SES_ENDPOINT}/store`);
  return ((await response.json()) as { emails: Received[] }).emails;
}

export const emptyInbox = () => fetch(`${process.env.SES_ENDPOINT}/clear-store`, { method: 'POST' });
