import { intervalRules1, optional } from '../shapes.ts';

/**
 * Of a body whose effects are intervals: the rules they were worked out by, where those are not the
 * present ones (MEMORY-23). Written by the upgrade of an older version alone, so that what the
 * program does now need not say so; when the rules change again, its version goes up, and the
 * upgrade names the rules of today.
 */
export const oldRules = optional(intervalRules1);

/** A body of before there were other rules. */
export function underRules1<Fields>(fields: Fields): Fields & { readonly rules: 1 } {
  return { ...fields, rules: 1 };
}
