import { tagsOf } from '../content/note.ts';
import { speltAs } from '../text/same-name.ts';
import { allTypes } from '../content/stock.ts';
import type { Vocabulary } from '../search/complete.ts';
import type { Collection } from './collection.ts';
import { compareTexts } from './rows/text-ranks.ts';
import { pathAndAbove } from '../../kernel/path.ts';
import { presetOf } from '../collection/presets.ts';

/** The names a search can use. */
export function vocabularyOf(collection: Collection): Vocabulary {
  const types = allTypes(collection.noteTypes.values());
  const own = [...collection.presets.values()];
  const presets = [presetOf(undefined, own), ...own].map(({ name }) => name);
  return {
    decks: names(
      speltAs([...collection.decks.values()].map(({ name }) => name)).flatMap(pathAndAbove),
    ),
    tags: names(
      speltAs(collection.notes.flatMap(({ note }) => tagsOf(note))).flatMap(pathAndAbove),
    ),
    types: names(types.map(({ name }) => name)),
    templates: names(types.flatMap(({ templates }) => templates.map(({ name }) => name))),
    presets: names(presets),
    fields: fieldNamesOf(collection),
    saved: [...collection.searches.values()]
      .map(({ name, text }) => ({ name, text }))
      .sort((a, b) => compareTexts(a.name, b.name)),
  };
}

/** The names of the fields of all types. */
export function fieldNamesOf({ noteTypes }: Collection): string[] {
  const types = allTypes(noteTypes.values());
  return names(types.flatMap(({ fields }) => fields.map(({ name }) => name)));
}

function names(all: readonly string[]): string[] {
  return [...new Set(all)].sort(compareTexts);
}
