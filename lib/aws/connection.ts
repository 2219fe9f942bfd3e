/** The error below a failed request. Several `errors` mean that several addresses were tried. */
type ConnectionError = NodeJS.ErrnoException & { errors?: ConnectionError[] };

/**
 * Tells whether a request failed because it never had a connection, so that nothing came of it. A request
 * that broke off later failed in another system call.
 */
export function neverConnected({ code, syscall = '', errors = [], message }: ConnectionError): boolean {
  if (errors.length > 0) return errors.every(neverConnected);
  return (
    ['getaddrinfo', 'connect'].includes(syscall) ||
    // `fetch` has a code for the time-out of a connection; the SDK has only this message.
    code === 'UND_ERR_CONNECT_TIMEOUT' ||
    message.includes('did not establish a connection')
  );
}
