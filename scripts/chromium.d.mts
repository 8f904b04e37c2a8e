export interface FoundChromium {
  readonly path: string;
  /** For a person: 'installed on this machine', 'named by ROUNDS_CHROMIUM', … */
  readonly how: string;
}

/** Quiet, offline and without a GPU: what every automated run of Chromium here is given. */
export const chromiumArguments: string[];

/** The Chromium to use, or undefined where this machine has none. Throws where the environment names a missing file. */
export function findChromium(options?: { onlyInstalled?: boolean }): FoundChromium | undefined;

/** As findChromium, but installs one where none is found. Rejects with what to install when it cannot. */
export function obtainChromium(say?: (line: string) => void): Promise<FoundChromium>;

/** Chromium without windows of its own: the same engine for less processor time. Undefined where there is none. */
export function findHeadlessShell(): FoundChromium | undefined;

/** As findHeadlessShell, but installs Debian's beside Debian's Chromium where it can. */
export function obtainHeadlessShell(
  chromium: FoundChromium,
  say?: (line: string) => void,
): FoundChromium | undefined;
