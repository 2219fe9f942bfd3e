import type { Asked } from './policy.ts';
import { arn } from './template.ts';

/** SES: what it checks before a mail goes. */

export interface Mailing {
  /** The address of the mail emulator, which receives what goes. */
  emulator: string;
  /** The domain that is verified. */
  domain: string;
  /** Whether the account is in the sandbox, from which mail goes to verified addresses alone. */
  sandbox: boolean;
  /** The addresses that are verified. */
  verified: string[];
  /** The set that the account uses where a mail names none. */
  configurationSet?: string;
}

interface Mail {
  FromEmailAddress: string;
  ConfigurationSetName?: string;
  Destination: { ToAddresses: string[] };
}

/** @returns the rights that the sender needs, and why SES would refuse the mail even so */
export function mailIsAllowed(
  { domain, sandbox, verified, configurationSet }: Mailing,
  { FromEmailAddress, ConfigurationSetName = configurationSet as string, Destination: { ToAddresses } }: Mail,
): { needed: Asked[]; rejected: string | undefined } {
  const identityOf = (address: string) =>
    verified.includes(address) ? address : address.endsWith(`@${domain}`) ? domain : undefined;
  const identities = [FromEmailAddress, ...(sandbox ? ToAddresses : [])];
  const unknown = identities.filter((address) => !identityOf(address));
  const resources = [
    ...identities.map((address) => `identity/${identityOf(address) ?? address}`),
    ...(ConfigurationSetName ? [`configuration-set/${ConfigurationSetName}`] : []),
  ];
  const needed = resources.map((resource) => ({
    action: 'ses:SendEmail',
    resource: arn('ses', resource),
    context: { 'ses:FromAddress': FromEmailAddress },
  }));
  const rejected = `Email address is not verified. The following identities failed the check: ${unknown.join(', ')}`;
  return { needed, rejected: unknown.length > 0 ? rejected : undefined };
}
