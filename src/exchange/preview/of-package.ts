import { named } from '../../kernel/named.ts';
import type { ClockReading } from '../../kernel/study-day.ts';
import { changedNames } from '../anki/mapping/media-names.ts';
import { mapCollection } from '../anki/mapping/map-collection.ts';
import { scriptsOf } from '../anki/mapping/scripts.ts';
import { checkedMedia, namedList, readAnkiPackage } from '../anki/read-package.ts';
import type { Bytes } from '../collection-file/zip-directory.ts';
import type { ImportPreview } from './import-preview.ts';

/** Types whose scripts are told of one by one, and how much of each. */
const MOST_TYPES_TOLD = 10;
const MOST_SHOWN = 8;

/** What a package of Anki's would bring, every file in it read. Throws BadPackage and BadFile. */
export async function previewOfPackage(bytes: Bytes, clock: ClockReading): Promise<ImportPreview> {
  const { collection, opened, problems } = await readAnkiPackage(bytes, clock.atMillis);
  const mapped = mapCollection(collection, clock, changedNames(opened.media));
  const damaged: string[] = [];
  let media = 0;
  for await (const _ of checkedMedia(opened, damaged)) media++;
  const told = [...problems];
  if (damaged.length > 0) {
    told.push(namedList(damaged, 'file is damaged and left out', 'files are damaged and left out'));
  }
  const scripts = mapped.types.flatMap((type) => scriptsOf(type) ?? []);
  if (scripts.length > 0) {
    const rest = 'which Rounds never runs';
    const names = scripts.map(({ name }) => name);
    told.push(
      namedList(names, `note type brings scripts, ${rest}`, `note types bring scripts, ${rest}`),
    );
    for (const { name, shows } of scripts.slice(0, MOST_TYPES_TOLD)) {
      if (shows.length > 0) {
        const first = shows.slice(0, MOST_SHOWN).join('; ');
        const more = shows.length > MOST_SHOWN ? `; and ${shows.length - MOST_SHOWN} more` : '';
        told.push(`The script of “${named(name)}” would have shown: ${first}${more}.`);
      }
    }
  }
  const cardless = collection.notes.length - mapped.notes.length;
  if (cardless > 0)
    told.push(
      `${several(cardless, 'note has no card and is', 'notes have no cards and are')} left out.`,
    );
  const blank = mapped.cards.filter(({ absent }) => absent).length;
  if (blank > 0) {
    told.push(
      `${several(blank, 'card', 'cards')} would ask nothing: their history comes, and they are not studied.`,
    );
  }
  if (mapped.elsewhere.size > 0) {
    const one = 'card lies in another deck than most of its note, and is';
    const many = 'cards lie in another deck than most of their note, and are';
    told.push(`${several(mapped.elsewhere.size, one, many)} studied there.`);
  }
  return {
    notes: mapped.notes.length,
    cards: mapped.cards.length,
    reviews: collection.reviews.length,
    media,
    types: mapped.types.length,
    decks: mapped.decks.length,
    problems: told,
  };
}

function several(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}
