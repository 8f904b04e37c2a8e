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
import { keyOfName } from '../../domain/text/same-name.ts';
import { lastPart } from '../../kernel/path.ts';
import { named } from '../../kernel/named.ts';

/** A deck or a section, by its path. */
export interface Place {
  readonly kind: 'deck' | 'section';
  readonly path: string;
}

/**
 * Gives a deck or section another path: renaming and moving are the same. `known`: the paths there
 * are; a section that is there takes the other in.
 */
export function renameJob(
  engine: Engine,
  { kind, path }: Place,
  to: string,
  known: readonly string[],
): Job {
  const isTaken = kind === 'section' && isAnother(path, to, known);
  return {
    doing: t`Renaming ${named(lastPart(path))}`,
    said: isTaken
      ? t`“${named(path)}” and “${named(to)}” are one section now.`
      : t`“${named(path)}” is now “${named(to)}”.`,
    work: (watch) =>
      kind === 'deck'
        ? engine.run('renameDeck', path, to)
        : engine.run('renameSection', path, to, watch),
  };
}

/** Whether `to` is there already, and is not `path` in another spelling. */
export function isAnother(path: string, to: string, known: readonly string[]): boolean {
  const key = keyOfName(to);
  return key !== keyOfName(path) && known.some((each) => keyOfName(each) === key);
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
