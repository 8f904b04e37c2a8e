import { type Deck, deckAt } from '../../domain/collection/deck.ts';
import type { CardId, NoteId } from '../../kernel/ids.ts';
import type { Mode } from '../../domain/library/library.ts';
import { failed, type Result, ok } from '../../kernel/problem.ts';
import { printSearch } from '../../domain/search/print-query.ts';
import type { Query } from '../../domain/search/query.ts';
import type { Engine } from '../../engine/engine.ts';
import { plural, t } from '../../kernel/texts.ts';
import type { Job } from '../jobs/use-job.ts';
import type { DeleteChoice } from './delete-dialog.tsx';
import { isSameName } from '../../domain/text/same-name.ts';
import { lastPart } from '../../kernel/path.ts';
import { named } from '../../kernel/named.ts';

/** A deck or a section, by its path. */
export interface Place {
  readonly kind: 'deck' | 'section';
  readonly path: string;
}

/**
 * Gives a deck or section another path: renaming and moving are the same. A section among
 * `sections` takes in another that gets its name, and that is said.
 */
export function renameJob(
  engine: Engine,
  { kind, path }: Place,
  to: string,
  sections: readonly string[],
): Job {
  const there = sectionThere({ kind, path }, to, sections);
  return {
    doing: t`Renaming ${named(lastPart(path))}`,
    said:
      there === undefined
        ? t`“${named(path)}” is now “${named(to)}”.`
        : t`“${named(path)}” is now one with “${named(there)}”, which was there already.`,
    work: (watch) =>
      kind === 'deck'
        ? engine.run('renameDeck', path, to)
        : engine.run('renameSection', path, to, watch),
  };
}

/** The other section that is called `to` already; no deck gets the name of another. */
export function sectionThere(
  { kind, path }: Place,
  to: string,
  sections: readonly string[],
): string | undefined {
  if (kind === 'deck' || isSameName(path, to)) return undefined;
  return sections.find((each) => isSameName(each, to));
}

export function mergeJob(
  engine: Engine,
  { kind, path }: Place,
  into: string,
  decks: readonly Deck[],
): Job {
  return {
    doing: t`Merging ${named(lastPart(path))}`,
    said: t`“${named(path)}” merged into “${named(into)}”.`,
    work: async (watch) => {
      if (kind === 'section') return engine.run('renameSection', path, into, watch);
      const target = deckAt(decks, into);
      return target ? engine.run('deleteDeck', path, target.id, watch) : noDeck();
    },
  };
}

export function deleteJob(
  engine: Engine,
  { kind, path }: Place,
  choice: DeleteChoice,
  decks: readonly Deck[],
): Job {
  const isKept = choice.kind === 'keep';
  return {
    doing: t`Deleting ${named(lastPart(path))}`,
    said:
      isKept && kind === 'section'
        ? t`“${named(path)}” taken off its notes.`
        : t`“${named(path)}” deleted.`,
    changesListing: true,
    work: async (watch) => {
      if (kind === 'deck') {
        const target = choice.kind === 'keep' ? deckAt(decks, choice.into ?? '') : undefined;
        if (isKept && !target) return noDeck();
        return engine.run('deleteDeck', path, target?.id, watch);
      }
      if (isKept) return engine.run('renameSection', path, undefined, watch);
      const found = await idsFound(engine, everyNoteIn(path), 'notes');
      if (!found.ok) return found;
      return engine.run('deleteNotes', found.value as readonly NoteId[], watch);
    },
  };
}

/** The suspended cards of a section: all of them, and the new ones, in their order. */
export async function suspendedIn(
  engine: Engine,
  path: string,
): Promise<Result<{ readonly cardIds: readonly CardId[]; readonly fresh: number }>> {
  const suspended: Query[] = [sectionTerm(path), { kind: 'is', state: 'suspended' }];
  const [cardIds, fresh] = await Promise.all([
    idsFound(engine, { kind: 'and', parts: suspended }, 'cards'),
    idsFound(engine, { kind: 'and', parts: [...suspended, { kind: 'is', state: 'new' }] }, 'cards'),
  ]);
  if (!cardIds.ok) return cardIds;
  if (!fresh.ok) return fresh;
  return ok({ cardIds: cardIds.value as readonly CardId[], fresh: fresh.value.length });
}

export function releasedWords(cards: number, newPerDay: number): string {
  return t`${plural(cards, '# card')} released, ${plural(newPerDay, '# new one')} a day.`;
}

export function sectionTerm(path: string): Query {
  return { kind: 'tag', test: { how: 'plain', glob: [{ kind: 'text', text: path }] } };
}

/** Notes out of sight too, which only a search that names them finds. */
function everyNoteIn(path: string): Query {
  const absent: Query = { kind: 'is', state: 'absent' };
  return {
    kind: 'and',
    parts: [sectionTerm(path), { kind: 'or', parts: [absent, { kind: 'not', part: absent }] }],
  };
}

/** The ids of what `query` finds, new cards in the order of their deck. */
function idsFound(engine: Engine, query: Query, mode: Mode): Promise<Result<readonly string[]>> {
  return engine.ask('idsOfSearch', { text: printSearch(query), mode });
}

function noDeck(): Result<never> {
  return failed(t`That deck is no longer there.`, t`Nothing was changed.`, t`Choose another deck.`);
}
