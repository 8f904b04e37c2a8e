import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textOfDraft } from '../../../src/domain/content/draft-text.ts';
import type { Note, NoteDraft } from '../../../src/domain/content/note.ts';
import { compareDeck } from '../../../src/domain/deck-text/compare-decks.ts';
import type { DeckId, NoteId } from '../../../src/kernel/ids.ts';

const draft = (change: Partial<NoteDraft> = {}): NoteDraft => ({
  id: 'd:a' as NoteId,
  content: { type: 'basic', front: 'front', back: 'back' },
  extra: '',
  sections: ['S'],
  source: 'Book',
  ...change,
});
/** A note last read from the file as `fromFile`; the person made it say what `own` says. */
const stored = (
  own: Partial<NoteDraft> & { archived?: boolean } = {},
  fromFile = draft(),
): Note & { fromFile: NoteDraft } => ({
  ...textOfDraft({ ...fromFile, ...own }),
  id: own.id ?? fromFile.id,
  deckId: 'd' as DeckId,
  tags: [],
  position: 0,
  archived: own.archived ?? false,
  addedAtMillis: 0,
  editedAtMillis: 0,
  fromFile,
});
const textOf = textOfDraft;
const basic = (front: string, back: string) => ({ type: 'basic', front, back }) as const;

describe('comparing a file with the store', () => {
  test('[DECK-14] new facts are added, equal ones unchanged', () => {
    const other = draft({ id: 'd:b' as NoteId });
    const result = compareDeck([draft(), other], [stored()]);
    expect(result.added).toEqual([other]);
    expect(result.unchanged.map(({ merged }) => merged)).toEqual([textOf(draft())]);
  });

  test('[DECK-15] where only the file changed, its text is taken', () => {
    const next = draft({ content: basic('front 2', 'back'), sections: ['S', 'T'], source: 'New' });
    const result = compareDeck([next], [stored()]);
    expect(result.changed.map(({ merged }) => merged)).toEqual([textOf(next)]);
    expect(result.changed[0]?.fromFile).toEqual(next);
  });

  test('[DECK-15] where only the person changed, theirs stays', () => {
    const result = compareDeck([draft()], [stored({ extra: 'mine' })]);
    expect(result.unchanged[0]?.merged.fields).toMatchObject({ extra: 'mine' });
    expect(result.kept).toEqual([]);
  });

  test('[DECK-15] where both changed, the person wins field by field and the note is reported', () => {
    const note = stored({ content: basic('mine', 'back'), extra: 'mine' });
    const next = draft({ content: basic('theirs', 'new back'), extra: '', source: 'New' });
    const { kept } = compareDeck([next], [note]);
    expect(kept).toHaveLength(1);
    expect(kept[0]?.keptFields).toEqual(['front']);
    expect(kept[0]?.merged).toEqual(
      textOf(draft({ content: basic('mine', 'new back'), extra: 'mine', source: 'New' })),
    );
  });

  test('[DECK-15] a change of kind is taken, and a cloze is merged as one text', () => {
    const reversed = draft({ content: { ...basic('front', 'back 2'), type: 'reversed' } });
    const mine = stored({ content: basic('mine', 'back') });
    expect(compareDeck([reversed], [mine]).changed[0]?.merged).toMatchObject({
      noteTypeId: 'reversed',
      fields: { front: 'mine', back: 'back 2' },
    });
    const cloze = draft({ content: { type: 'cloze', text: '{{c1::x}}' } });
    expect(compareDeck([cloze], [stored()]).changed[0]?.merged).toEqual(textOf(cloze));
    expect(compareDeck([cloze], [mine]).kept[0]?.merged.fields).toEqual(mine.fields);
  });

  test('[DECK-15] the person keeps a note made by hand under the same id', () => {
    const { fromFile: _, ...byHand } = stored({ extra: 'mine' });
    const result = compareDeck([draft({ extra: 'file' })], [byHand]);
    expect(result.kept[0]?.merged.fields).toMatchObject({ extra: 'mine' });
    expect(compareDeck([], [byHand]).removed).toEqual([]);
  });

  test('[DECK-15] loading the same file again changes nothing more', () => {
    const note = stored({ content: basic('mine', 'back') });
    const next = draft({ content: basic('theirs', 'new back') });
    const first = compareDeck([next], [note]).kept[0];
    const again = compareDeck([next], [{ ...stored({}, next), ...first?.merged }]);
    expect(again.unchanged).toHaveLength(1);
  });

  test('[DECK-16] a fact gone from the file is reported, one with an error is not', () => {
    const gone = stored({ id: 'd:gone' as NoteId });
    expect(compareDeck([draft()], [stored(), gone]).removed).toEqual([gone]);
    expect(compareDeck([draft()], [gone], new Set([gone.id])).removed).toEqual([]);
    expect(compareDeck([draft()], [{ ...gone, archived: true }]).removed).toEqual([]);
    expect(compareDeck([], [gone]).removed).toEqual([]);
  });

  test('[DECK-17] an archived note in the file is reported as returned, with the merged text', () => {
    const next = draft({ extra: 'new' });
    const { returned, changed } = compareDeck([next], [stored({ archived: true })]);
    expect(returned[0]?.merged).toEqual(textOf(next));
    expect(changed).toEqual([]);
  });

  test('[DECK-14] every fact of the file is in exactly one list, and nothing given is changed', () => {
    const value = fc.constantFrom('a', 'b', 'c');
    const name = fc.constantFrom('x', 'y', 'z', '__proto__');
    const some = fc
      .record({ id: name, front: value, extra: value })
      .map(({ id, front, extra }) =>
        draft({ id: `d:${id}` as NoteId, content: basic(front, 'back'), extra }),
      );
    const list = fc.uniqueArray(some, { selector: ({ id }) => id });
    const notes = fc
      .tuple(list, some, fc.boolean())
      .map(([own, base, archived]) =>
        own.map((mine) => stored({ ...mine, archived }, { ...base, id: mine.id })),
      );
    fc.assert(
      fc.property(list, notes, (drafts, before) => {
        const copy = structuredClone({ drafts, before });
        const result = compareDeck(drafts, before);
        const { added, changed, unchanged, kept, returned } = result;
        const all = [changed, unchanged, kept, returned].flat().map((one) => one.stored.id);
        const ids = drafts.map(({ id }) => id);
        expect([...added.map(({ id }) => id), ...all].sort()).toEqual([...ids].sort());
        expect({ drafts, before }).toEqual(copy);
      }),
    );
  });
});
