/** Everything a command may touch outside itself: one reader and the two streams. */
export interface CliIo {
  /** The text of the file at `path`; rejects where it is missing or unreadable. */
  readonly readText: (path: string) => Promise<string>;
  /** The file at `path`, read in pieces; rejects where it is missing or unreadable. */
  readonly openFile: (path: string) => Promise<FileOnDisk>;
  /** Writes `text` and a line end to standard output. */
  readonly out: (text: string) => void;
  /** Writes `text` and a line end to standard error. */
  readonly err: (text: string) => void;
}

export interface FileOnDisk {
  readonly size: number;
  read(from: number, to: number): Promise<Uint8Array>;
  close(): Promise<void>;
}
