import type { Deck } from '../../../domain/collection/deck.ts';
import type { CardId, NoteId } from '../../../kernel/ids.ts';
import type { Library, Mode } from '../../../domain/library/library.ts';
import { failed, type Result } from '../../../kernel/problem.ts';
import { printSearch } from '../../../domain/search/print.ts';
import type { Query } from '../../../domain/search/query.ts';
import { deleteDeck, renameDeck } from '../../../engine/commands/decks.ts';
import type { Deps } from '../../../engine/commands/deps.ts';
import { deleteNotes, renameSection } from '../../../engine/commands/notes.ts';
import { count } from '../../kit/text/format.ts';
import type { Job } from '../bulk/job/use-job.ts';
import type { DeleteChoice } from './dialogs/delete-dialog.tsx';
import { lastPart } from '../../kit/text/paths.ts';

/** A deck or a section, by its path. */
export interface Place {
  readonly kind: 'deck' | 'section';
  readonly path: string;
}

/** Gives a deck or section another path: renaming and moving are the same. */
export function renameJob(deps: Deps, { kind, path }: Place, to: string): Job {
  return {
    doing: `Renaming ${lastPart(path)}`,
    said: `“${path}” is now “${to}”.`,
    work: (onProgress) =>
      kind === 'deck' ? renameDeck(deps, path, to) : renameSection(deps, path, to, onProgress),
  };
}

export function mergeJob(
  deps: Deps,
  { kind, path }: Place,
  into: string,
  decks: readonly Deck[],
): Job {
  return {
    doing: `Merging ${lastPart(path)}`,
    said: `“${path}” merged into “${into}”.`,
    work: async (onProgress) => {
      if (kind === 'section') return renameSection(deps, path, into, onProgress);
      const target = decks.find((deck) => deck.name === into);
      return target ? deleteDeck(deps, path, target.id, onProgress) : noDeck();
    },
  };
}

export function deleteJob(
  deps: Deps,
  library: Library,
  { kind, path }: Place,
  choice: DeleteChoice,
  decks: readonly Deck[],
): Job {
  const isKept = choice.kind === 'keep';
  return {
    doing: `Deleting ${lastPart(path)}`,
    said: isKept && kind === 'section' ? `“${path}” taken off its notes.` : `“${path}” deleted.`,
    changesListing: true,
    work: async (onProgress) => {
      if (kind === 'deck') {
        const target = isKept ? decks.find((deck) => deck.name === choice.into) : undefined;
        if (isKept && !target) return noDeck();
        return deleteDeck(deps, path, target?.id, onProgress);
      }
      if (isKept) return renameSection(deps, path, undefined, onProgress);
      const noteIds = await idsFound(library, everyNoteIn(path), 'notes');
      return deleteNotes(deps, noteIds as NoteId[], onProgress);
    },
  };
}

/** The suspended cards of a section: all of them, and the new ones, in their order. */
export async function suspendedIn(
  library: Library,
  path: string,
): Promise<{ readonly cardIds: readonly CardId[]; readonly fresh: number }> {
  const suspended: Query[] = [sectionTerm(path), { kind: 'is', state: 'suspended' }];
  const [cardIds, fresh] = await Promise.all([
    idsFound(library, { kind: 'and', parts: suspended }, 'cards'),
    idsFound(
      library,
      { kind: 'and', parts: [...suspended, { kind: 'is', state: 'new' }] },
      'cards',
    ),
  ]);
  return { cardIds: cardIds as CardId[], fresh: fresh.length };
}

export function releasedWords(cards: number, newPerDay: number): string {
  return `${count(cards, 'card')} released, ${count(newPerDay, 'new one')} a day.`;
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
async function idsFound(library: Library, query: Query, mode: Mode): Promise<readonly string[]> {
  const sort = { column: 'due', descending: false } as const;
  const found = await library.find({ text: printSearch(query), mode, sort });
  return found.ok ? library.ids(found.token) : [];
}

function noDeck(): Result<never> {
  return failed('That deck is no longer there.', 'Nothing was changed.', 'Choose another deck.');
}
