import * as z from 'zod/mini';

/**
 * What a private command answers that has nothing to tell but that it was done. The service that obeys and the one
 * that commands share it.
 */
export const Done = z.object({ resultat: z.literal('fait') });

/** `deplace`: what was decided on has another version by now, or is gone; the decision must be taken anew. */
export const DoneOrMoved = z.object({ resultat: z.enum(['fait', 'deplace']) });

export const done: z.infer<typeof Done> = { resultat: 'fait' };
const moved: z.infer<typeof DoneOrMoved> = { resultat: 'deplace' };

export const doneOrMoved = (isDone: boolean): z.infer<typeof DoneOrMoved> => (isDone ? done : moved);
