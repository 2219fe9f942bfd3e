import { SESv2Client, SESv2ServiceException, SendEmailCommand } from '@aws-sdk/client-sesv2';

export interface Mail {
  to: string;
  subject: string;
  text: string;
  html: string;
}

/** What is known of a mail: it went, it did not, or the answer was lost and nobody can tell. */
export type Dispatch = 'envoye' | 'refuse' | 'inconnu';

/** One attempt: a mail whose answer was lost must not be sent a second time. */
export const ses = new SESv2Client({
  ...(process.env.SES_ENDPOINT && { endpoint: process.env.SES_ENDPOINT }),
  maxAttempts: 1,
  requestHandler: { connectionTimeout: 1_000, requestTimeout: 5_000, throwOnRequestTimeout: true },
});

const content = (text: string) => ({ Data: text, Charset: 'UTF-8' });

/** Sends a mail from the library's address. Never throws: each outcome asks for something else. */
export async function sendMail({ to, subject, text, html }: Mail): Promise<{ dispatch: Dispatch; cause?: unknown }> {
  try {
    await ses.send(
      new SendEmailCommand({
        FromEmailAddress: process.env.EXPEDITEUR,
        Destination: { ToAddresses: [to] },
        Content: { Simple: { Subject: content(subject), Body: { Text: content(text), Html: content(html) } } },
      }),
    );
    return { dispatch: 'envoye' };
  } catch (cause) {
    return { dispatch: wasRefused(cause) ? 'refuse' : 'inconnu', cause };
  }
}

/** Refused by SES in words, or never handed over at all. */
const wasRefused = (error: unknown): boolean =>
  (error instanceof SESv2ServiceException && (error.$metadata.httpStatusCode ?? 500) < 500) ||
  ['ECONNREFUSED', 'ENOTFOUND'].includes((error as NodeJS.ErrnoException).code ?? '');
