import { neverConnected } from '../../aws/connection.ts';
import { post } from '../../aws/signed-post.ts';
import { given } from '../../runtime/config.ts';

export interface Mail {
  to: string;
  subject: string;
  text: string;
  html: string;
}

/**
 * The outcome of a mail: it went; SES refused this mail (`refuse`); SES takes no mail now
 * (`indisponible`); or the answer was lost and the outcome is unknown.
 */
export type Dispatch = 'envoye' | 'refuse' | 'indisponible' | 'inconnu';

const ENDPOINT = given('SES_ENDPOINT');
const SENDER = given('EXPEDITEUR');
const ANSWER_MS = 5_000;

const content = (text: string) => ({ Data: text, Charset: 'UTF-8' });

/** Sends a mail from the library's address. It never throws, because each outcome needs its own treatment. */
export async function sendMail({ to, subject, text, html }: Mail): Promise<{ dispatch: Dispatch; cause?: string }> {
  const mail = {
    FromEmailAddress: SENDER,
    Destination: { ToAddresses: [to] },
    Content: { Simple: { Subject: content(subject), Body: { Text: content(text), Html: content(html) } } },
  };
  try {
    const answer = await post('ses', ENDPOINT, '/v2/email/outbound-emails', mail, ANSWER_MS);
    if (answer.status === 200) return { dispatch: 'envoye' };
    // The header is `MessageRejected:http://…`, with the name of the exception first.
    const cause = answer.headers.get('x-amzn-errortype')?.split(':')[0] ?? `HTTP ${answer.status}`;
    if (NONE_GOES.statuses.includes(answer.status) || NONE_GOES.names.includes(cause)) {
      return { dispatch: 'indisponible', cause };
    }
    return { dispatch: answer.status < 500 ? 'refuse' : 'inconnu', cause };
  } catch (error) {
    const cause = ((error as Error).cause ?? error) as NodeJS.ErrnoException;
    return { dispatch: neverConnected(cause) ? 'indisponible' : 'inconnu', cause: cause.code ?? cause.name };
  }
}

/** Answers that are not about this mail: SES would refuse every other mail as well. */
const NONE_GOES = {
  statuses: [403, 429],
  names: [
    'AccountSuspendedException',
    'LimitExceededException',
    'MailFromDomainNotVerifiedException',
    'SendingPausedException',
    'ThrottlingException',
  ],
};
