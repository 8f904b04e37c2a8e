import type { FieldId, Slot } from '../../kernel/ids.ts';
import type { RuleId } from './rules.ts';

/** What a rule found: one sentence on what, one on how to better it. */
export interface Finding {
  readonly ruleId: RuleId;
  readonly message: string;
  /** The card it is about; absent where it is about the note. */
  readonly slot?: Slot;
  readonly fieldId?: FieldId;
  /** The words it is about, at most 80 characters; absent where there are none. */
  readonly excerpt?: string | undefined;
}

const MAX_EXCERPT = 80;

/** The words of `text` that a finding shows; undefined where it has none. */
export function excerptOf(text: string): string | undefined {
  const line = text
    .slice(0, 4 * MAX_EXCERPT)
    .replace(/\s+/g, ' ')
    .trim();
  if (line === '') return undefined;
  return line.length <= MAX_EXCERPT ? line : `${line.slice(0, MAX_EXCERPT - 1).trimEnd()}…`;
}
