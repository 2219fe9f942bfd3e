interface Client {
  middlewareStack: {
    add(
      middleware: (next: (args: object) => Promise<unknown>) => (args: object) => Promise<unknown>,
      options: { step: 'finalizeRequest'; priority: 'low'; name: string },
    ): void;
  };
}

/**
 * Node's own errors come from outside the sandbox that tests run in: there the SDK takes them for no
 * errors and drops their codes. Makes them the errors that they are everywhere else.
 */
export function withOwnErrors(client: unknown): void {
  (client as Client).middlewareStack.add(
    (next) => async (args) => {
      try {
        return await next(args);
      } catch (error) {
        if (error instanceof Error) throw error;
        const { name, message, code } = error as NodeJS.ErrnoException;
        throw Object.assign(new Error(message), { name, ...(code && { code }) });
      }
    },
    { step: 'finalizeRequest', priority: 'low', name: 'ownErrors' },
  );
}
