/** A page of help, as the build makes it of docs/help (help.config.ts). */
export interface HelpPage {
  /** In its address: '#/help/exams'; '' for the list of pages. */
  readonly slug: string;
  readonly title: string;
  readonly sections: readonly HelpSection[];
}

/** What stands under one heading. */
export interface HelpSection {
  /** In its address: '#/help/exams?at=floors'; '' for what stands under the page's title. */
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly HelpBlock[];
}

export type HelpBlock =
  | { readonly kind: 'paragraph'; readonly words: HelpWords }
  | { readonly kind: 'list'; readonly isOrdered: boolean; readonly items: readonly HelpWords[] }
  | {
      readonly kind: 'table';
      readonly head: readonly HelpWords[];
      readonly rows: readonly (readonly HelpWords[])[];
    }
  | { readonly kind: 'code'; readonly text: string };

export type HelpWords = readonly HelpWord[];
export type HelpWord =
  | string
  | { readonly kind: 'strong' | 'em'; readonly words: HelpWords }
  /** What is typed, as a search. */
  | { readonly kind: 'code'; readonly text: string }
  /** A key as it is called on Windows and Linux before a person has changed it. */
  | { readonly kind: 'key'; readonly label: string }
  /** Keys in brackets, which a sentence reads well without. */
  | { readonly kind: 'keys'; readonly words: HelpWords }
  /** `to`: a place in the program, as '/help/exams?at=floors'. */
  | { readonly kind: 'link'; readonly to: string; readonly words: HelpWords };

/** All that is read in `words`. */
export function plainWords(words: HelpWords): string {
  return words
    .map((word) => {
      if (typeof word === 'string') return word;
      if (word.kind === 'key') return word.label;
      return word.kind === 'code' ? word.text : plainWords(word.words);
    })
    .join('');
}
