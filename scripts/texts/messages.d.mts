/** A text as it stands in the code. */
export interface Message {
  readonly kind: 't' | 'phrase' | 'plural';
  /** The text with `{0}` and `<0>…</0>` for what is in it; of `plural` both forms. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
  /** What stands for `{0}` and so on, as it is written in the code. */
  readonly values?: readonly string[];
  /** The names of the values of `plural`. */
  readonly names?: readonly string[];
}

/** What a translator hands back. */
export interface Catalogue {
  readonly language: string;
  readonly texts: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
}

export function messagesIn(path: string, code: string): readonly Message[];
export function compiled(
  path: string,
  code: string,
  said: (key: string, kind: string) => string | Readonly<Record<string, string>> | undefined,
): string | undefined;
