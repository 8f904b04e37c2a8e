/** What an import did. It stands in the import's own step, so that it can be read again (ANKI-52). */
export interface ImportReport {
  readonly fileName: string;
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  /** Changed on both sides; what the person wrote stays. */
  readonly keptMine: number;
  readonly cards: number;
  readonly reviews: number;
  readonly media: number;
  /** Each thing that could not be taken, and why. */
  readonly leftOut: readonly { readonly what: string; readonly why: string }[];
  readonly problems: readonly string[];
}
