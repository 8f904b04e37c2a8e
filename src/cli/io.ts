/** Everything a command may touch outside itself: one reader and the two streams. */
export interface CliIo {
  /** The text of the file at `path`; rejects where it is missing or unreadable. */
  readonly readText: (path: string) => Promise<string>;
  /** Writes `text` and a line end to standard output. */
  readonly out: (text: string) => void;
  /** Writes `text` and a line end to standard error. */
  readonly err: (text: string) => void;
}
