/** How a table's columns become notes. */
export interface TableChoices {
  readonly separator: string;
  /** The first row names the columns, and is no note. */
  readonly hasNames: boolean;
  readonly isHtml: boolean;
  readonly noteTypeId: string;
  /** A path; made where there is none. */
  readonly deckName: string;
  /** For each column: the id of a field of the type, or what else it is. */
  readonly columns: readonly ColumnUse[];
}

export type ColumnUse =
  | { readonly use: 'field'; readonly fieldId: string }
  | { readonly use: 'tags' | 'deck' | 'note-type' | 'guid' | 'nothing' };
