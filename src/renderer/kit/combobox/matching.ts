export interface PickerOption {
  readonly id: string;
  readonly name: string;
}

/** More are not listed: a few letters find any of them. */
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
  if (wanted === '') return options.slice(0, MOST_LISTED);
  const found = options
    .map((option) => ({ option, at: option.name.toLowerCase().indexOf(wanted) }))
    .filter(({ at }) => at !== -1)
    .sort((a, b) => rankOf(a, wanted) - rankOf(b, wanted))
    .map(({ option }) => option)
    .slice(0, MOST_LISTED);
  const isThere = options.some(({ name }) => name.toLowerCase() === wanted);
  if (newName && !isThere) found.push({ id: `new:${typed.trim()}`, name: newName(typed.trim()) });
  return found;
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
