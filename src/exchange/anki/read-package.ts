import { named } from '../../kernel/named.ts';
import { t, thousands } from '../../kernel/texts.ts';
import type { Watch } from '../../kernel/watch.ts';
import type { Bytes } from '../collection-file/zip-directory.ts';
import { BadFile, Stopped } from '../collection-file/bad-file.ts';
import type { AnkiCollection } from './anki-collection.ts';
import { BadPackage } from './bad-package.ts';
import type { NamedMedia } from './container/media-list.ts';
import { openAnkiPackage, type OpenedPackage } from './container/open-package.ts';
import { readAnkiCollection } from './read-collection.ts';
import { sha1Of } from './sha1.ts';

/** A package that has been read: its collection whole, its media one by one when asked for. */
export interface AnkiPackage {
  readonly collection: AnkiCollection;
  readonly opened: OpenedPackage;
  /** What is wrong and was let be, each a sentence for a person. */
  readonly problems: readonly string[];
}

/** So many names are named in a sentence. */
const MOST_NAMED = 5;

/** Reads .apkg and .colpkg (ANKI-1). Throws BadPackage, BadFile and Stopped. */
export async function readAnkiPackage(
  bytes: Bytes,
  nowMillis: number,
  watch: Watch = () => true,
): Promise<AnkiPackage> {
  const begin = async (phase: string): Promise<void> => {
    if (!(await watch(0, 0, phase))) throw new Stopped();
  };
  await begin(t`Opening the package`);
  const opened = await openAnkiPackage(bytes);
  await begin(t`Unpacking its database`);
  const database = await opened.database();
  await begin(t`Reading notes, cards and answers`);
  const collection = await readAnkiCollection(database, opened.container, nowMillis);
  await begin(t`Working out dates and memories`);
  const problems = [...collection.problems];
  const say = (names: readonly string[], one: string, many: string): void => {
    if (names.length > 0) problems.push(namedList(names, one, many));
  };
  say(
    opened.missing.map(({ name }) => name),
    t`file is listed and not there`,
    t`files are listed and not there`,
  );
  say(
    opened.media
      .filter(({ name, ownName }) => name.normalize('NFC') !== ownName)
      .map(({ name }) => name),
    t`file gets another name, which notes follow`,
    t`files get other names, which notes follow`,
  );
  say(
    opened.strangers,
    t`thing in the file is not in its list, and is left out`,
    t`things in the file are not in its list, and are left out`,
  );
  return { collection, opened, problems };
}

/** A picture, sound or film, and whether it is what the list says. */
export interface CheckedMedia {
  readonly file: NamedMedia;
  readonly content: Uint8Array;
}

/**
 * The media of a package one by one, each compared with its sizes and SHA-1; a damaged one is
 * passed over, with its name in `damaged`. Throws BadPackage where the whole is too much; Stopped.
 */
export async function* checkedMedia(
  opened: OpenedPackage,
  damaged: string[],
  watch: Watch = () => true,
): AsyncGenerator<CheckedMedia> {
  const { media } = opened;
  for (const [index, file] of media.entries()) {
    if (!(await watch(index, media.length))) throw new Stopped();
    let content: Uint8Array;
    try {
      content = await readCheckedMedia(opened, file);
    } catch (error) {
      if (!isOfOneFile(error)) throw error;
      damaged.push(file.name);
      continue;
    }
    yield { file, content };
  }
}

/** One of the media, compared likewise. Throws BadPackage and BadFile. */
export async function readCheckedMedia(
  { read }: OpenedPackage,
  file: NamedMedia,
): Promise<Uint8Array> {
  const content = await read(file);
  if (file.sha1 && !isSame(file.sha1, await sha1Of(content))) {
    const name = named(file.name);
    throw new BadPackage('damaged', `“${name}” in the file is not what its list says.`);
  }
  return content;
}

/** Whether what was thrown is about one file alone: the rest of the package may be sound. */
export function isOfOneFile(error: unknown): error is Error {
  const isOfFile = error instanceof BadPackage || error instanceof BadFile;
  return isOfFile && error.fault !== 'too-large' && error.fault !== 'unreadable';
}

/** '3 files are damaged: “a.png”, “b.png” and 1 more.' */
export function namedList(names: readonly string[], one: string, many: string): string {
  const shown = names.slice(0, MOST_NAMED).map((name) => `“${named(name)}”`);
  if (names.length > MOST_NAMED) shown.push(t`and ${names.length - MOST_NAMED} more`);
  return `${thousands(names.length)} ${names.length === 1 ? one : many}: ${shown.join(', ')}.`;
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}
