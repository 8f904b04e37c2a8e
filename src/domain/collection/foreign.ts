/**
 * What another program's file says of a row, in that program's own words: all of it, also what
 * Rounds has no word for, so that it can be given back as it was. Read by `exchange` alone.
 */
export interface Foreign {
  readonly program: 'anki' | 'mnemosyne';
  /** JSON. Of a note: its own row and those of its cards, by slot. */
  readonly row: string;
}
