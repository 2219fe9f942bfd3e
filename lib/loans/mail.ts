import { post } from '../aws.ts';

export interface Mail {
  to: string;
  subject: string;
  text: string;
  html: string;
}

/** What is known of a mail: it went, it did not, or the answer was lost and nobody can tell. */
export type Dispatch = 'envoye' | 'refuse' | 'inconnu';

const ANSWER_MS = 5_000;

const content = (text: string) => ({ Data: text, Charset: 'UTF-8' });

/** Sends a mail from the library's address. Never throws: each outcome asks for something else. */
export async function sendMail({ to, subject, text, html }: Mail): Promise<{ dispatch: Dispatch; cause?: string }> {
  const mail = {
    FromEmailAddress: process.env.EXPEDITEUR,
    Destination: { ToAddresses: [to] },
    Content: { Simple: { Subject: content(subject), Body: { Text: content(text), Html: content(html) } } },
  };
  try {
    const answer = await post('ses', process.env.SES_ENDPOINT as string, '/v2/email/outbound-emails', mail, ANSWER_MS);
    if (answer.status === 200) return { dispatch: 'envoye' };
    // `MessageRejected:http://…`: the name of SES's exception comes first.
    const cause = answer.headers.get('x-amzn-errortype')?.split(':')[0] ?? `HTTP ${answer.status}`;
    return { dispatch: answer.status < 500 ? 'refuse' : 'inconnu', cause };
  } catch (error) {
    const { code = (error as Error).name } = ((error as Error).cause ?? error) as NodeJS.ErrnoException;
    return { dispatch: NEVER_HANDED_OVER.includes(code) ? 'refuse' : 'inconnu', cause: code };
  }
}

const NEVER_HANDED_OVER = ['ECONNREFUSED', 'ENOTFOUND'];
