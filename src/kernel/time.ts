/** A day is 24 hours: days that the clocks change are lengthened or shortened by the UTC offset. */
export const MINUTES_PER_DAY = 1440;
export const MILLIS_PER_MINUTE = 60_000;
export const MILLIS_PER_HOUR = 60 * MILLIS_PER_MINUTE;
export const MILLIS_PER_DAY = MINUTES_PER_DAY * MILLIS_PER_MINUTE;
