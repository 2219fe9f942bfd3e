/** What went wrong below a request; one address after the other was tried, when there are `errors`. */
type ConnectionError = NodeJS.ErrnoException & { errors?: ConnectionError[] };

/**
 * Whether a request failed for want of a connection, so that nothing can have come of it. One that broke
 * off later, or in which nobody answered, failed in another system call.
 */
export function neverConnected({ code, syscall = '', errors = [], message }: ConnectionError): boolean {
  if (errors.length > 0) return errors.every(neverConnected);
  return (
    ['getaddrinfo', 'connect'].includes(syscall) ||
    // Who gives up waiting for one: `fetch`, and the SDK, which tells it by the message alone.
    code === 'UND_ERR_CONNECT_TIMEOUT' ||
    message.includes('did not establish a connection')
  );
}
