import { t } from '../../../kernel/texts.ts';

/** What is said of an exam that no day is left to plan for; undefined: there is one. */
export function noDayLeft(
  daysLeft: number,
  hasBegun: boolean,
): { readonly what: string; readonly todo: string } | undefined {
  if (daysLeft > 0 && !hasBegun) return undefined;
  if (daysLeft < 0) {
    return {
      what: t`That date is in the past, so there is nothing left to plan.`,
      todo: t`Choose a later date. If the date is right, check this computer’s clock.`,
    };
  }
  return hasBegun
    ? {
        what: t`The exam’s hour has passed, so there is nothing left to plan.`,
        todo: t`If it is later or on another day, change its date or time.`,
      }
    : {
        what: t`The exam is today: there is no day left to plan.`,
        todo: t`You can still cram its cards now. If it is on another day, change the date.`,
      };
}
