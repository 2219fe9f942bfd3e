import { lazy } from '../values/lazy.ts';
import { environment } from './config.ts';

const calendar = lazy(
  () =>
    new Intl.DateTimeFormat('en-CA', {
      timeZone: environment.FUSEAU_HORAIRE,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    }),
);

/** The calendar day `YYYY-MM-DD` of an instant, in the library's time zone. @throws RangeError when there is no such zone */
export const dayOf = (instant: Date): string => calendar().format(instant);

export const today = (): string => dayOf(new Date());
