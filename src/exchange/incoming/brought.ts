import type { IncomingRows } from '../../domain/import/incoming.ts';
import type { MediaName } from '../../domain/media/media-file.ts';
import { thousands } from '../../kernel/texts.ts';

/** All that a file brings, in Rounds' words; nothing is decided yet about what is here already. */
export interface Brought extends IncomingRows {
  readonly media: readonly BroughtMedia[];
  /** Lines of its log. */
  readonly reviews: number;
  /** Whether it has dates, memories or a log. */
  readonly hasSchedule: boolean;
  /** Note types that bring scripts, and what those would have shown. */
  readonly scripts: readonly { readonly name: string; readonly shows: readonly string[] }[];
  /** What is wrong in it and was let be: each a sentence. */
  readonly problems: readonly string[];
  /** What comes otherwise than it is in the file, or not at all, likewise. */
  readonly otherwise: readonly string[];
}

/** A picture, sound, film or other file that it brings. */
export interface BroughtMedia {
  /** As the notes above refer to it. */
  readonly name: MediaName;
  /** What its list says of it; undefined: nothing. */
  readonly bytes: number | undefined;
  /** Its content, compared with what its list says. Throws BadPackage or BadFile where it differs. */
  read(): Promise<Uint8Array>;
}

/** `count` of a thing in words: '1 card is', '3 cards are'. */
export function several(count: number, one: string, many: string): string {
  return `${thousands(count)} ${count === 1 ? one : many}`;
}
