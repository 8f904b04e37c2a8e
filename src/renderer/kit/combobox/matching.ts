import { t, thousands } from '../../../kernel/texts.ts';

export interface PickerOption {
  readonly id: string;
  readonly name: string;
  /** A word beside the name. */
  readonly note?: string;
}

/** More are not listed, which the last one says: a few letters find any of them. */
const MOST_LISTED = 200;

/**
 * Those whose name has the typed letters, at most 200: the very name first, then those that begin
 * with them, then those a part of which does. `newName`: what a name that is not there yet would be
 * called in the list; its id is `new:name`.
 */
export function matching(
  options: readonly PickerOption[],
  typed: string,
  newName?: (typed: string) => string,
): readonly PickerOption[] {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') return firstOf(options);
  const found = firstOf(
    options
      .map((option) => ({ option, at: option.name.toLowerCase().indexOf(wanted) }))
      .filter(({ at }) => at !== -1)
      .sort((a, b) => rankOf(a, wanted) - rankOf(b, wanted))
      .map(({ option }) => option),
  );
  const isThere = options.some(({ name }) => name.toLowerCase() === wanted);
  if (newName && !isThere) found.push({ id: `new:${typed.trim()}`, name: newName(typed.trim()) });
  return found;
}

function firstOf(found: readonly PickerOption[]): PickerOption[] {
  const more = found.length - MOST_LISTED;
  if (more <= 0) return [...found];
  const note = t`and ${thousands(more)} more, which a few letters find`;
  return found
    .slice(0, MOST_LISTED)
    .map((option, index) => (index === MOST_LISTED - 1 ? { ...option, note } : option));
}

/** The name that is new, where `chosen` stands for one. */
export function newNameIn(chosen: string): string | undefined {
  return chosen.startsWith('new:') ? chosen.slice('new:'.length) : undefined;
}

/** `at`: where in the name the letters are. */
function rankOf(
  { option, at }: { readonly option: PickerOption; readonly at: number },
  wanted: string,
): number {
  if (at === 0) return option.name.length === wanted.length ? 0 : 1;
  return /[\s:]/.test(option.name.charAt(at - 1)) ? 2 : 3;
}
