/**
 * The one place through which every text goes that a person reads or hears. What stands in the code is
 * English, and is its own name in a catalogue; a build in another language puts that language's text in
 * its place (texts.config.ts), so nothing is looked up while the program runs.
 */

/** The language of this build, as Intl knows it. A build in another one puts its own here. */
export const LANGUAGE: string = 'en';

/** A text: t`Due on ${day}`. Each value stands whole; what depends on a number is `plural`. */
export function t(texts: TemplateStringsArray, ...values: readonly (string | number)[]): string {
  return texts.reduce((text, next, place) => `${text}${values[place - 1]}${next}`);
}

/** What stands for `{name}` in a text with forms. */
export type TextValues = Readonly<Record<string, string | number>>;

/**
 * A text that depends on a number, whole in each form: plural(3, '# card is due', '# cards are due')
 * is '3 cards are due', and plural(3, '# card') is '3 cards'. `#` is the number as it is written,
 * `{name}` one of `values`.
 */
export function plural(
  number: number,
  one: string,
  other: string = `${one}s`,
  values?: TextValues,
): string {
  return (number === 1 ? one : other).replace(/#|\{(\w+)\}/g, (_, name) =>
    name ? `${values?.[name]}` : thousands(number),
  );
}

/** The same for a language with forms of its own, by their names in CLDR. Only builds write it. */
export function pluralIn(
  number: number,
  forms: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>,
  values?: TextValues,
): string {
  const form = new Intl.PluralRules(LANGUAGE).select(number);
  const text = forms[form] ?? forms.other ?? '';
  return plural(number, text, text, values);
}

/** '1,200', and '0.5': a number as it is written in the language. */
export function thousands(number: number): string {
  return number.toLocaleString(LANGUAGE);
}
