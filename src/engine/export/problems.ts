import type { WrittenPackage } from '../../exchange/anki/writing/collection-writer.ts';
import { named } from '../../kernel/named.ts';
import { plural, t } from '../../kernel/texts.ts';

/** So many names are named in a sentence. */
const MOST_NAMED = 5;

/** What could not go out, or goes out as something else, each a sentence. */
export function countedProblems({
  cardsLeftOut,
  archivedNotes,
  homeless,
  missing,
}: Pick<WrittenPackage, 'cardsLeftOut' | 'archivedNotes'> & {
  readonly homeless: number;
  readonly missing: readonly string[];
}): readonly string[] {
  const problems: string[] = [];
  if (archivedNotes > 0) {
    problems.push(
      plural(
        archivedNotes,
        '# archived note goes out with suspended cards and the tag “archived”, because Anki archives nothing.',
        '# archived notes go out with suspended cards and the tag “archived”, because Anki archives nothing.',
      ),
    );
  }
  if (cardsLeftOut > 0) {
    problems.push(
      plural(
        cardsLeftOut,
        '# card stays here: its note no longer asks for it, and Anki would show it blank.',
        '# cards stay here: their notes no longer ask for them, and Anki would show them blank.',
      ),
    );
  }
  if (homeless > 0) {
    problems.push(
      plural(
        homeless,
        '# note stays here, because its deck is gone; check the collection under Settings.',
        '# notes stay here, because their decks are gone; check the collection under Settings.',
      ),
    );
  }
  if (missing.length > 0) {
    const shown = missing.slice(0, MOST_NAMED).map((name) => `“${named(name)}”`);
    if (missing.length > MOST_NAMED) shown.push(t`and ${missing.length - MOST_NAMED} more`);
    problems.push(
      plural(
        missing.length,
        '# file is named by notes and not here, or damaged: {names}.',
        '# files are named by notes and not here, or damaged: {names}.',
        { names: shown.join(', ') },
      ),
    );
  }
  return problems;
}
