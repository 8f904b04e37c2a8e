import { failed, ok, type Result } from '../../kernel/problem.ts';
import { t } from '../../kernel/texts.ts';
import type { Marks } from './find-matches.ts';

/** What a match is replaced with: text as it is, and groups by number. */
export type Replacement = readonly (string | number)[];

/**
 * Reads $1, $<name> and ${name}, $0 or $& (the whole match) and $$ (a dollar). Of $12 the group is
 * 12 where there is one, else 1. Any other $ is a dollar.
 */
export function readReplacement(
  text: string,
  groupCount: number,
  groupNames: ReadonlyMap<string, number>,
): Result<Replacement> {
  const parts: (string | number)[] = [];
  let from = 0;
  for (const match of text.matchAll(REFERENCE)) {
    const [whole, digits, name = match[3]] = match;
    parts.push(text.slice(from, match.index));
    from = match.index + whole.length;
    if (whole === '$$') parts.push('$');
    else if (whole === '$&') parts.push(0);
    else if (digits !== undefined) {
      const used = Number(digits) > groupCount ? digits.slice(0, 1) : digits;
      if (Number(used) > groupCount) return noGroup(`$${used}`);
      parts.push(Number(used), digits.slice(used.length));
    } else {
      const group = /^\d+$/.test(name ?? '') ? Number(name) : groupNames.get(name ?? '');
      if (group === undefined || group > groupCount) return noGroup(whole);
      parts.push(group);
    }
  }
  parts.push(text.slice(from));
  return ok(parts.filter((part) => part !== ''));
}

/** The replacement of the match at `marks`; a group that took no part is empty, others are `written`. */
export function replacementOf(
  replacement: Replacement,
  text: string,
  marks: Marks,
  written: (group: string) => string = (group) => group,
): string {
  return replacement
    .map((part) => {
      if (typeof part === 'string') return part;
      const start = marks[2 * part] ?? -1;
      return start < 0 ? '' : written(text.slice(start, marks[2 * part + 1]));
    })
    .join('');
}

const REFERENCE = /\$(?:\$|&|(\d{1,2})|<([^<>$]{1,50})>|\{([^{}$]{1,50})\})/g;

function noGroup(reference: string): Result<never> {
  return failed(
    t`The replacement uses ${reference}, and the pattern has no such group.`,
    t`Nothing was changed.`,
    t`Put the part to keep in ( ), or write $$ for a dollar sign.`,
  );
}
