export interface Served {
  /** With a slash at its end: 'http://127.0.0.1:4747/'. */
  readonly address: string;
  readonly port: number;
  /** Ends every connection and stops; resolves once the port is free again. */
  close(): Promise<void>;
}

/** By this name in the `server` header one Rounds knows another. */
export const SERVER_NAME: string;

/** The folder out/renderer of this checkout. */
export const builtRenderer: string;

/** Serves `root` (the built renderer) on 127.0.0.1 at `port` (0, the default: any free one). */
export function serve(options?: { root?: string; port?: number }): Promise<Served>;

/** The file under `root` that a request's target means, or undefined where it is refused. */
export function fileFor(root: string, target: string): string | undefined;
