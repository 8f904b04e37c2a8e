import type { NoteId } from '../ids.ts';
import { DuplicateIndex } from './duplicate-index.ts';
import { normalText } from './normal-text.ts';

/** Notes that say the same or nearly so. */
export interface DuplicateGroup {
  readonly kind: 'same' | 'similar';
  /** Two or more, in the order given. */
  readonly noteIds: readonly NoteId[];
  /** The least among the pairs that hold the group together; 1 where all are the same. */
  readonly similarity: number;
}

/**
 * The groups of notes whose `text` (see textOfNote) is the same (normalText), or similar from
 * `similarity` on (0.5 to 1) without a telling difference; whoever is similar to one of a group
 * belongs to it. Groups and notes in the order given; notes without text in none. Time grows about
 * as the notes do: of very many texts alike, each is compared with some hundreds only.
 */
export function findDuplicates(
  notes: Iterable<{ readonly id: NoteId; readonly text: string }>,
  { similarity }: { readonly similarity: number },
): DuplicateGroup[] {
  const atLeast = Math.min(1, Math.max(0.5, similarity));
  const sameByText = new Map<string, NoteId[]>();
  for (const { id, text } of notes) {
    const normal = normalText(text);
    if (normal === '') continue;
    const same = sameByText.get(normal);
    if (same === undefined) sameByText.set(normal, [id]);
    else same.push(id);
  }
  const links = linksBetween(sameByText, atLeast);
  return groupsOf([...sameByText.values()], links);
}

/** Pairs of texts, each by the first note that has it. */
interface Link {
  readonly a: NoteId;
  readonly b: NoteId;
  readonly similarity: number;
}

function linksBetween(sameByText: ReadonlyMap<string, readonly NoteId[]>, atLeast: number): Link[] {
  const links: Link[] = [];
  if (atLeast === 1) return links;
  const index = new DuplicateIndex();
  for (const [text, [a]] of sameByText) {
    if (a === undefined) continue;
    for (const { noteId: b, similarity } of index.similar(text, atLeast)) {
      links.push({ a, b, similarity });
    }
    index.set(a, text);
  }
  return links;
}

function groupsOf(texts: readonly (readonly NoteId[])[], links: readonly Link[]): DuplicateGroup[] {
  const leader = new Map<NoteId, NoteId>();
  const leaderOf = (id: NoteId): NoteId => {
    let at = id;
    for (let next = leader.get(at); next !== undefined; next = leader.get(at)) {
      const beyond = leader.get(next);
      if (beyond !== undefined) leader.set(at, beyond);
      at = next;
    }
    return at;
  };
  const least = new Map<NoteId, number>();
  // The strongest first, so that what holds a group together is as similar as can be.
  for (const { a, b, similarity } of [...links].sort((x, y) => y.similarity - x.similarity)) {
    const first = leaderOf(a);
    const second = leaderOf(b);
    if (first === second) continue;
    leader.set(second, first);
    least.set(first, similarity);
  }
  const members = new Map<NoteId, NoteId[]>();
  for (const ids of texts) {
    const [first] = ids;
    if (first === undefined) continue;
    const group = members.get(leaderOf(first));
    if (group === undefined) members.set(leaderOf(first), [...ids]);
    else group.push(...ids);
  }
  return [...members]
    .filter(([, noteIds]) => noteIds.length > 1)
    .map(([id, noteIds]) => {
      const similarity = least.get(id);
      return {
        kind: similarity === undefined ? 'same' : 'similar',
        noteIds,
        similarity: similarity ?? 1,
      };
    });
}
