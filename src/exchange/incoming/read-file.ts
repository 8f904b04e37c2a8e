import { failed, ok, type Result } from '../../kernel/problem.ts';
import type { ClockReading } from '../../kernel/study-day.ts';
import { t } from '../../kernel/texts.ts';
import type { Watch } from '../../kernel/watch.ts';
import { BadPackage, inPackageWords } from '../anki/bad-package.ts';
import { entriesIn, isContainer } from '../anki/container/open-package.ts';
import { MOST_DATABASE_BYTES } from '../anki/limits.ts';
import { UntrustedDatabase } from '../anki/sqlite/untrusted-database.ts';
import { inFileWords } from '../collection-file/bad-file.ts';
import type { Bytes } from '../collection-file/zip-directory.ts';
import { broughtByMnemosyne } from '../mnemosyne/of-mnemosyne.ts';
import { isMnemosyne } from '../mnemosyne/read-database.ts';
import {
  type FileBeside,
  type MediaBeside,
  mediaInFolder,
  mnemosyneInZip,
} from '../mnemosyne/zipped.ts';
import type { Brought } from './brought.ts';
import { ofOtherBytes, ofOtherText, ofOtherZip } from './of-others.ts';
import { broughtByPackage } from './of-package.ts';
import { type RoundsFile, readRoundsFile } from './of-rounds.ts';
import { decodedText, isDeckFile } from './text-file.ts';

/** A file that was read, by what it is. */
export type ReadFile =
  | { readonly kind: 'anki' | 'mnemosyne'; readonly brought: Brought }
  | ({ readonly kind: 'text' } & TextFile)
  | ({ readonly kind: 'deck-file' } & TextFile)
  | { readonly kind: 'rounds'; readonly found: RoundsFile };

interface TextFile {
  readonly text: string;
  readonly problems: readonly string[];
}

/** A text or a spreadsheet of more than this is a database. */
const MOST_TEXT_BYTES = 256 * 1024 * 1024;
const NOTHING_TAKEN = t`Nothing was taken from it, and your cards are as they were.`;

/**
 * Reads the file `name`, whatever of the formats it is in: a package or collection of Anki's, a
 * database of Mnemosyne's, a collection or deck file of Rounds', text or CSV. Told by its bytes, not
 * by its name. Nothing is written. `watch` hears what is being read; Stopped is thrown where it stops it.
 * `beside`: what lies in its folder of media, where a whole folder was given.
 */
export async function readImportFile(
  bytes: Bytes,
  name: string,
  clock: ClockReading,
  watch?: Watch,
  beside: readonly FileBeside[] = [],
): Promise<Result<ReadFile>> {
  const head = await bytes.read(0, Math.min(16, bytes.size));
  if (startsWith(head, 'SQLite format 3')) {
    const media = () => (beside.length > 0 ? mediaInFolder(beside) : undefined);
    const read = await readDatabase(() => wholeOf(bytes), clock, media);
    // Under another ending it is hardly Mnemosyne's, and what is wrong with it helps nobody.
    return read.ok || /\.db$/i.test(name) ? read : NO_EXPORT;
  }
  const isNamedPackage = /\.(apkg|colpkg)$/i.test(name);
  // A page that a browser saved in a package's place is a text, and no table of notes.
  if (!startsWith(head, 'PK') && !isNamedPackage && !/\.rounds$/i.test(name)) {
    const other = ofOtherBytes(head, name);
    if (other) return other;
    if (bytes.size > MOST_TEXT_BYTES) {
      return failed(t`The file is too large to be a text.`, NOTHING_TAKEN, t`Choose another file.`);
    }
    return readText(await bytes.read(0, bytes.size), name);
  }
  const ofPackage = () =>
    inPackageWords(
      async (): Promise<ReadFile> => ({
        kind: 'anki',
        brought: await broughtByPackage(bytes, clock, watch),
      }),
    );
  if (isNamedPackage) return ofPackage();
  const ours = await inFileWords(
    async (): Promise<ReadFile> => ({ kind: 'rounds', found: await readRoundsFile(bytes) }),
  );
  if (ours.ok || ours.problem.fault !== 'another-program') return ours;
  const zipped = await inPackageWords(() => mnemosyneInZip(bytes));
  if (!zipped.ok) return zipped;
  if (!zipped.value) return (await ofZip(bytes, name)) ?? ofPackage();
  const { database, media } = zipped.value;
  return readDatabase(database, clock, () => media);
}

/** What is in a zip that is neither Rounds' nor Mnemosyne's; undefined: Anki's, or nothing known. */
async function ofZip(bytes: Bytes, name: string): Promise<Result<never> | undefined> {
  const read = await inPackageWords(async () => [...(await entriesIn(bytes)).keys()]);
  if (!read.ok) return read;
  return read.value.some((file) => isContainer(file)) ? undefined : ofOtherZip(read.value, name);
}

async function wholeOf(bytes: Bytes): Promise<readonly Uint8Array[]> {
  if (bytes.size > MOST_DATABASE_BYTES) {
    throw new BadPackage('too-large', 'The file is larger than a collection can be.');
  }
  return [await bytes.read(0, bytes.size)];
}

/** `media`: what lies beside the database. Names that lead out of it are refused, as everything is. */
async function readDatabase(
  pieces: () => Promise<readonly Uint8Array[]>,
  clock: ClockReading,
  media: () => MediaBeside | undefined,
): Promise<Result<ReadFile>> {
  const read = await inPackageWords(async (): Promise<ReadFile | undefined> => {
    const database = await UntrustedDatabase.open(await pieces());
    try {
      if (!isMnemosyne(database)) return undefined;
      return { kind: 'mnemosyne', brought: broughtByMnemosyne(database, clock, media()) };
    } finally {
      database.close();
    }
  });
  if (!read.ok) return read;
  return read.value ? ok(read.value) : NO_EXPORT;
}

const NO_EXPORT: Result<never> = failed(
  t`This is a database, and not what a program exports.`,
  NOTHING_TAKEN,
  t`In Anki choose File, Export, and there “Anki Collection Package”.`,
);

function readText(bytes: Uint8Array, name: string): Result<ReadFile> {
  const { text, problem } = decodedText(bytes);
  if (text.includes('\0')) {
    return failed(
      t`This is neither a text nor a file that Rounds knows.`,
      NOTHING_TAKEN,
      t`Choose a file of Anki’s (.apkg, .colpkg), a text, a CSV, a deck file or a .rounds file.`,
    );
  }
  const other = ofOtherText(text);
  if (other) return other;
  const problems = problem === undefined ? [] : [problem];
  return ok({ kind: isDeckFile(text, name) ? 'deck-file' : 'text', text, problems });
}

function startsWith(bytes: Uint8Array, text: string): boolean {
  return [...text].every((letter, at) => bytes[at] === letter.charCodeAt(0));
}
