/** The parts of `npm test`, by name: where their tests lie. */
export const PARTS: Readonly<
  Record<'unit' | 'layers' | 'shell' | 'browser' | 'faults' | 'e2e', RegExp>
>;

export interface Chosen {
  readonly part: string;
  /** undefined: all of the part's. */
  readonly files: readonly string[] | undefined;
  /** A regular expression of tests' names; '': every test. */
  readonly pattern: string;
  readonly passedOn: readonly string[];
}

/** Throws an Error for a person where a word names nothing. */
export function choose(
  args: readonly string[],
  tests: { readonly files: readonly string[]; readonly read: (file: string) => string },
): Chosen[];
