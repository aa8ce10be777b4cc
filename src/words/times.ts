/** Moments as people say them: how long ago for a week, then the date. */
import type { Language } from './language.ts';

const TAGS: Readonly<Record<Language, string>> = { en: 'en-GB', zh: 'zh-CN' };
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const RELATIVE_DAYS = 7;

export interface Times {
  /** `3 hours ago`, `yesterday`, `4 March 2026`; both in milliseconds since 1970. */
  readonly ago: (time: number, now: number) => string;
  /** With hour and minute. */
  readonly exact: (time: number) => string;
}

export function timesFor(language: Language): Times {
  const tag = TAGS[language];
  const relative = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' });
  const date = new Intl.DateTimeFormat(tag, { dateStyle: 'long' });
  const exact = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeStyle: 'short' });
  return {
    ago: (time, now) => {
      const passed = Math.max(0, now - time);
      if (passed < MINUTE) return relative.format(0, 'second');
      if (passed < HOUR) return relative.format(-Math.floor(passed / MINUTE), 'minute');
      if (passed < DAY) return relative.format(-Math.floor(passed / HOUR), 'hour');
      const days = Math.floor(passed / DAY);
      return days < RELATIVE_DAYS ? relative.format(-days, 'day') : date.format(time);
    },
    exact: (time) => exact.format(time),
  };
}
