import { named } from '../../../kernel/named.ts';
import { safeNameFrom } from '../../../domain/media/name.ts';
import type { MediaName } from '../../../domain/media/media-file.ts';
import { BadPackage } from '../bad-package.ts';
import { BadWire, WireMessage } from './wire.ts';

/** A file of a package's list. */
export interface ListedMedia {
  /** Its name in the zip. */
  readonly zipName: string;
  /** As notes refer to it. */
  readonly name: string;
  /** What the list says of it, where it says so. */
  readonly bytes?: number;
  /** SHA-1, 20 bytes. */
  readonly sha1?: Uint8Array;
}

/** The list of media as Anki has written it up to 2022: `{"0": "a.png"}`; gaps are none. */
export function readJsonList(text: string): readonly ListedMedia[] {
  let list: unknown;
  try {
    list = JSON.parse(text === '' ? '{}' : text);
  } catch {
    throw damaged('it cannot be read');
  }
  if (typeof list !== 'object' || list === null || Array.isArray(list)) {
    throw damaged('it is no list');
  }
  return Object.entries(list).map(([zipName, name]) => {
    if (typeof name !== 'string') throw damaged(`“${zipName}” has no name`);
    return { zipName, name: checkedName(name) };
  });
}

/** The list of media as Anki writes it now. */
export function readProtobufList(bytes: Uint8Array): readonly ListedMedia[] {
  try {
    return new WireMessage(bytes).messages(1).map((entry, index): ListedMedia => {
      const message = new WireMessage(entry);
      const sha1 = message.bytes(3);
      const zipName = String(message.count(255) ?? index);
      const size = message.count(2) ?? 0;
      const name = checkedName(message.text(1));
      return { zipName, name, bytes: size, ...(sha1?.length === 20 ? { sha1 } : {}) };
    });
  } catch (error) {
    if (error instanceof BadWire) throw damaged(error.message);
    throw error;
  }
}

/** `name`, which leads to no other folder. Throws BadPackage. */
function checkedName(name: string): string {
  const isPlain = name !== '' && name !== '.' && name !== '..' && !/[/\\\0]/.test(name);
  if (isPlain && !/^[a-z]:/i.test(name)) return name;
  throw new BadPackage(
    'strange-names',
    `A picture or sound in the file is called “${named(name)}”, which would lead out of the collection.`,
  );
}

/** A file of the list under the name that it can have in Rounds. */
export interface NamedMedia extends ListedMedia {
  readonly ownName: MediaName;
}

/**
 * The list with names that every system can keep: another composition of letters, signs that are
 * reserved, and names that differ in case alone get one of their own; notes have to follow.
 */
export function namesForMedia(list: readonly ListedMedia[]): readonly NamedMedia[] {
  const given = new Set<string>();
  for (const { name } of list) {
    if (given.has(name)) {
      throw new BadPackage('strange-names', `The file holds “${named(name)}” twice.`);
    }
    given.add(name);
  }
  const taken = new Set<string>();
  const counts = new Map<string, number>();
  // Names that stay as they are come first, so that no other takes one.
  const order = list.map((file, at) => ({ file, at, safe: safeNameFrom(file.name) }));
  order.sort((a, b) => Number(a.file.name !== a.safe) - Number(b.file.name !== b.safe));
  const found: NamedMedia[] = [];
  for (const { file, at, safe } of order) {
    let ownName = safe;
    while (taken.has(ownName.toLowerCase())) {
      const count = (counts.get(safe.toLowerCase()) ?? 1) + 1;
      counts.set(safe.toLowerCase(), count);
      ownName = numberedName(safe, count);
    }
    taken.add(ownName.toLowerCase());
    found[at] = { ...file, ownName };
  }
  return found;
}

function numberedName(name: string, count: number): MediaName {
  const dot = name.lastIndexOf('.');
  const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  return safeNameFrom(`${stem.slice(0, 60)}-${count}${ending}`);
}

function damaged(why: string): BadPackage {
  return new BadPackage('damaged', `The list of pictures and sounds is damaged: ${why}.`);
}
