/** A name longer than this fills the sentence that it stands in. */
const MOST_SIGNS = 80;
const KEPT_AT_END = 17;

/** Letters and marks that are read from right to left, or that turn what is read. */
const TURNS =
  /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const OWN_ISOLATES = /[\u2066-\u2069]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is looked for
const CONTROL = /[\0-\u001f\u007f-\u009f\u2028\u2029]+/g;

/**
 * A name (of a deck, section, tag, file, field, type, exam, preset, search) as it stands in a
 * sentence: on one line, folded where it is long, and closed off from the writing around it where
 * its own could turn that. A plain short name is itself. Never used for what is stored or compared.
 */
export function named(name: string): string {
  // Nobody sees more, and a name may be as long as a book.
  const signs = [...name.slice(0, 20 * MOST_SIGNS).replace(CONTROL, ' ')];
  const isLong = signs.length > MOST_SIGNS;
  const end = isLong ? [...name.slice(-2 * KEPT_AT_END).replace(CONTROL, ' ')] : [];
  const shown = isLong
    ? [...signs.slice(0, MOST_SIGNS - KEPT_AT_END), ' … ', ...end.slice(-KEPT_AT_END)].join('')
    : signs.join('');
  // First strong isolate and its end (UAX 9): its end ends every embedding and override within.
  return TURNS.test(shown) ? `\u2068${shown.replace(OWN_ISOLATES, '')}\u2069` : shown;
}
