/** This checkout's folder. */
export const checkout: string;

/** What the build is made from, as paths in the checkout: folders and files. */
export const SOURCES: readonly string[];

/** Builds out/ where it is missing or stale, or in any case where `always`. Throws when it fails. */
export function build(options?: { always?: boolean; say?: (line: string) => void }): void;

/** What the build is made from, as a hash of names and contents: of this checkout, or of `root`. */
export function hashOfSources(root?: string, language?: string): string;
