import { sectionTitle } from '../words/share-words.ts';
import type { Open } from './open.ts';

/** What every line of a section has: its name, and the way to its cards. */
export function sectionRow(
  section: {
    readonly deckName: string;
    readonly section: string;
    readonly search?: string | undefined;
  },
  hasDecks: boolean,
  open: Open,
) {
  return {
    key: `${section.deckName} ${section.section}`,
    name: sectionTitle(section, hasDecks),
    onOpen: open(section.search),
  };
}
