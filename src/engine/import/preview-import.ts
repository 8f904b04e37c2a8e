import type { IncomingCounts } from '../../domain/import/incoming.ts';
import { named } from '../../kernel/named.ts';
import { slotsOf } from '../../domain/content/cards-of-note.ts';
import { allTypes } from '../../domain/content/stock.ts';
import { parseDeck } from '../../domain/deck-text/parse-deck.ts';
import { isOfOneFile, namedList } from '../../exchange/anki/read-package.ts';
import { inPackageWords } from '../../exchange/anki/bad-package.ts';
import type { Bytes } from '../../exchange/collection-file/zip-directory.ts';
import type { Brought } from '../../exchange/incoming/brought.ts';
import { broughtByText } from '../../exchange/incoming/of-text.ts';
import { readImportFile } from '../../exchange/incoming/read-file.ts';
import { ok, type Result } from '../../kernel/problem.ts';
import type { ClockReading } from '../../kernel/study-day.ts';
import { t } from '../../kernel/texts.ts';
import { decide } from './decide/decide.ts';
import { NOTHING_HERE } from './decide/here.ts';
import { DEFAULT_CHOICES } from './import-look.ts';

/**
 * What a file would bring (ANKI-13); nothing is written to find out. A filtered deck, and an empty
 * “Default”, are none that comes.
 */
export interface ImportPreview extends IncomingCounts {
  /** What comes otherwise than it is there, or not at all: each a sentence. */
  readonly problems: readonly string[];
}

/** What the file `name` would bring to an empty collection, by what decides for a full one. */
export async function previewImport(
  bytes: Bytes,
  name: string,
  clock: ClockReading,
): Promise<Result<ImportPreview>> {
  const read = await readImportFile(bytes, name, clock);
  if (!read.ok) return read;
  const file = read.value;
  if (file.kind === 'rounds') {
    return ok({ ...file.found.counts, problems: file.found.problems });
  }
  if (file.kind === 'deck-file') return ok(ofDeckFile(file.text, file.problems));
  if (file.kind === 'text') {
    const { brought } = broughtByText(file.text, name, allTypes([]), clock.atMillis);
    const types = new Set(brought.notes.map(({ noteTypeId }) => noteTypeId)).size;
    const counts = countsOf(name, brought, 0);
    const problems = [...file.problems, ...brought.problems, ...counts.problems];
    return ok({ ...counts, types, problems });
  }
  return inPackageWords(async () => {
    const { media, damaged } = await readAll(file.brought);
    const counts = countsOf(name, file.brought, media);
    const problems = [...file.brought.problems];
    if (damaged.length > 0) {
      problems.push(
        namedList(damaged, t`file is damaged and left out`, t`files are damaged and left out`),
      );
    }
    const { scripts } = file.brought;
    if (scripts.length > 0) problems.push(...scriptsInWords(scripts));
    return { ...counts, problems: [...problems, ...counts.problems] };
  });
}

/** So many types are told of one by one, and so much of each. */
const MOST_TYPES_TOLD = 10;
const MOST_SHOWN = 8;

/** '2 note types bring scripts, which Rounds never runs: …', and what each would have shown (ANKI-12). */
function scriptsInWords(scripts: Brought['scripts']): readonly string[] {
  const rest = t`which Rounds never runs`;
  const all = namedList(
    scripts.map(({ name }) => name),
    t`note type brings scripts, ${rest}`,
    t`note types bring scripts, ${rest}`,
  );
  const each = scripts
    .filter(({ shows }) => shows.length > 0)
    .slice(0, MOST_TYPES_TOLD)
    .map(({ name, shows }) => {
      const first = shows.slice(0, MOST_SHOWN).join('; ');
      const more = shows.length > MOST_SHOWN ? t`; and ${shows.length - MOST_SHOWN} more` : '';
      return t`The script of “${named(name)}” would have shown: ${first}${more}.`;
    });
  return [all, ...each];
}

function countsOf(name: string, brought: Brought, media: number): ImportPreview {
  const { incoming, notes, cards, reviews, otherwise } = decide(
    name,
    brought,
    NOTHING_HERE,
    DEFAULT_CHOICES,
  );
  return {
    notes: notes.added,
    cards,
    reviews,
    media,
    types: incoming.types.length,
    decks: incoming.decks.length,
    problems: otherwise,
  };
}

/** Every file in it, read and compared with what its list says. */
async function readAll({ media }: Brought): Promise<{ media: number; damaged: string[] }> {
  const damaged: string[] = [];
  for (const file of media) {
    try {
      await file.read();
    } catch (error) {
      if (!isOfOneFile(error)) throw error;
      damaged.push(file.name);
    }
  }
  return { media: media.length - damaged.length, damaged };
}

function ofDeckFile(text: string, problems: readonly string[]): ImportPreview {
  const { drafts, problems: found } = parseDeck(text);
  return {
    notes: drafts.length,
    cards: drafts.reduce((sum, { content }) => sum + slotsOf(content).length, 0),
    reviews: 0,
    media: 0,
    types: new Set(drafts.map(({ content }) => content.type)).size,
    decks: drafts.length > 0 ? 1 : 0,
    problems: [...problems, ...found.map(({ line, message }) => t`Line ${line}: ${message}`)],
  };
}
