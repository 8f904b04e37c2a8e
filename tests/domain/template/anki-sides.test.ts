import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { differenceOf, whatIsSeen } from '../../../scripts/rendering/what-is-seen.ts';
import type { NoteType } from '../../../src/domain/content/note-type.ts';
import { renderCard } from '../../../src/domain/template/render.ts';
import { slotsOfNote } from '../../../src/domain/template/slots.ts';
import type { FieldId, NoteTypeId } from '../../../src/kernel/ids.ts';
import { texts } from './note-types.ts';

interface Case {
  readonly name: string;
  readonly kind: 'standard' | 'cloze';
  readonly front: string;
  readonly back: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly tags: readonly string[];
  /** What Anki 26.9.3 made of it. */
  readonly cards: readonly {
    readonly slot: number;
    readonly front: string;
    readonly back: string;
  }[];
}

/** Templates of our own with Anki's answer; see scripts/rendering/anki-sides.py. */
const cases = JSON.parse(
  readFileSync(new URL('./anki-sides.json', import.meta.url), 'utf8'),
) as readonly Case[];

/** Where Rounds does otherwise on purpose, as docs/anki.md says: what it shows on which side. */
const OTHERWISE: Readonly<Record<string, readonly string[]>> = {
  // Escaped, as a name is not HTML: what was written as words stays words.
  text: ['a bold & plain <word>', 'a bold & plain <word> the answer'],
};

test.each(cases.map((each, at) => [each.name, each, at] as const))(
  '[TEMPLATE-35] both sides say what they say in Anki: %s',
  (name, { kind, front, back, fields, tags, cards }, at) => {
    const names = Object.keys(fields);
    const type: NoteType = {
      id: 'own' as NoteTypeId,
      name: `Type ${at}`,
      kind,
      fields: names.map((field) => ({ id: field as FieldId, name: field })),
      templates: [{ slot: 1, name: 'Card 1', front, back }],
      css: '',
      sortFieldId: 'A' as FieldId,
    };
    const note = texts(fields);
    expect(slotsOfNote(type, note, tags.length > 0)).toEqual(cards.map(({ slot }) => slot));
    const others = cards.flatMap(({ slot, ...theirs }) => {
      const deckName = 'Medicine::Neurology';
      const sides = renderCard({ type, fields: note, slot, tags, deckName });
      return (['front', 'back'] as const).flatMap((side) => {
        const [anki, ours] = [whatIsSeen(theirs[side]), whatIsSeen(sides[side])];
        const kindOf = differenceOf(anki, ours);
        return kindOf === undefined ? [] : [{ slot, side, kindOf, anki, ours }];
      });
    });
    if (OTHERWISE[name]) expect(others.map(({ ours }) => ours.text)).toEqual(OTHERWISE[name]);
    else expect(others).toEqual([]);
  },
);
