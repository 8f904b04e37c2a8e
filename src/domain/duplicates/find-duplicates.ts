import type { NoteId } from '../../kernel/ids.ts';
import { normalText } from './normal-text.ts';
import { type SimilarPair, similarPairs } from './similar-pairs.ts';

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
  const pairs = atLeast === 1 ? [] : similarPairs([...sameByText.keys()], atLeast);
  return groupsOf([...sameByText.values()], pairs);
}

/** `ids`: the notes of each text. The strongest pairs hold a group together. */
function groupsOf(
  ids: readonly (readonly NoteId[])[],
  pairs: readonly SimilarPair[],
): DuplicateGroup[] {
  const leader = Int32Array.from(ids, (_, text) => text);
  const leaderOf = (text: number): number => {
    let at = text;
    for (let next = leader[at] ?? at; next !== at; next = leader[at] ?? at) {
      leader[at] = leader[next] ?? next;
      at = next;
    }
    return at;
  };
  const least = new Map<number, number>();
  for (const { a, b, similarity } of [...pairs].sort((x, y) => y.similarity - x.similarity)) {
    const first = leaderOf(a);
    const second = leaderOf(b);
    if (first === second) continue;
    leader[Math.max(first, second)] = Math.min(first, second);
    least.set(Math.min(first, second), similarity);
  }
  const members = new Map<number, NoteId[]>();
  for (const [text, same] of ids.entries()) {
    const group = members.get(leaderOf(text)) ?? [];
    for (const id of same) group.push(id);
    members.set(leaderOf(text), group);
  }
  return [...members]
    .filter(([, noteIds]) => noteIds.length > 1)
    .map(([text, noteIds]) => {
      const similarity = least.get(text);
      const kind = similarity === undefined ? 'same' : 'similar';
      return { kind, noteIds, similarity: similarity ?? 1 };
    });
}
