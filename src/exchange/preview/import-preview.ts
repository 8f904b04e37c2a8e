import { failed, type Result } from '../../kernel/problem.ts';
import type { ClockReading } from '../../kernel/study-day.ts';
import { inPackageWords } from '../anki/bad-package.ts';
import { inFileWords } from '../collection-file/bad-file.ts';
import type { Bytes } from '../collection-file/zip-directory.ts';
import { previewOfPackage } from './of-package.ts';
import { previewOfRounds } from './of-rounds.ts';
import { previewOfText } from './of-text.ts';

/** What a file would bring (ANKI-13); nothing is written to find out. */
export interface ImportPreview {
  readonly notes: number;
  readonly cards: number;
  readonly reviews: number;
  readonly media: number;
  /** Note types. */
  readonly types: number;
  /** Decks; filtered ones, and an empty “Default”, are none that comes. */
  readonly decks: number;
  /** What comes otherwise than it is there, or not at all: each a sentence. */
  readonly problems: readonly string[];
}

/** A text or a spreadsheet of more than this is a database. */
const MOST_TEXT_BYTES = 256 * 1024 * 1024;
const NOTHING_TAKEN = 'Nothing was taken from it, and your cards are as they were.';

/**
 * What the file `name` would bring, whatever of the formats it is in: a package or collection of
 * Anki's, a collection or deck file of Rounds', text or CSV. Told by its bytes, not by its name.
 */
export async function previewImport(
  bytes: Bytes,
  name: string,
  clock: ClockReading,
): Promise<Result<ImportPreview>> {
  const head = await bytes.read(0, Math.min(16, bytes.size));
  if (startsWith(head, 'SQLite format 3')) {
    return failed(
      'This is a database, and not what a program exports.',
      NOTHING_TAKEN,
      'In Anki choose File, Export, and there “Anki Collection Package”.',
    );
  }
  if (!startsWith(head, 'PK')) {
    if (bytes.size > MOST_TEXT_BYTES) {
      return failed('The file is too large to be a text.', NOTHING_TAKEN, 'Choose another file.');
    }
    return previewOfText(await bytes.read(0, bytes.size), name);
  }
  if (/\.(apkg|colpkg)$/i.test(name)) {
    return inPackageWords(() => previewOfPackage(bytes, clock));
  }
  const ours = await inFileWords(() => previewOfRounds(bytes));
  if (ours.ok || ours.problem.fault !== 'another-program') return ours;
  return inPackageWords(() => previewOfPackage(bytes, clock));
}

function startsWith(bytes: Uint8Array, text: string): boolean {
  return [...text].every((letter, at) => bytes[at] === letter.charCodeAt(0));
}
