import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { CardId } from '../../../src/kernel/ids.ts';
import { clozeNumbersIn } from '../../../src/domain/template/cloze-html.ts';
import { renderCard } from '../../../src/domain/template/render.ts';
import { slotsOfNote } from '../../../src/domain/template/slots.ts';
import { texts, typeOf } from './note-types.ts';

/** What Anki 26.9.3 answered; see scripts/anki-templates.py. */
const { cloze, standard } = JSON.parse(
  readFileSync(new URL('./anki-cards.json', import.meta.url), 'utf8'),
) as {
  readonly cloze: readonly [text: string, numbers: readonly number[]][];
  readonly standard: readonly {
    readonly fronts: readonly string[];
    readonly fields: readonly string[];
    readonly tags: readonly string[];
    /** By slot: what its front shows. */
    readonly cards: Readonly<Record<string, string>>;
  }[];
};

test('[TEMPLATE-29] deletions make the cards that they make in Anki', () => {
  const others = cloze.filter(([text, numbers]) => clozeNumbersIn(text).join() !== numbers.join());
  expect(
    others.map(([text, numbers]) => ({ text, anki: numbers, own: clozeNumbersIn(text) })),
  ).toEqual([]);
  expect(cloze.filter(([, numbers]) => numbers.length > 1).length).toBeGreaterThan(200);
});

test('[TEMPLATE-29] templates make the cards that they make in Anki, and show the same', () => {
  const others = standard.flatMap(({ fronts, fields, tags, cards }, at): object[] => {
    const type = {
      ...typeOf('standard', ...[...fronts, '{{Z}}'].map((front) => ({ front }))),
      name: `type ${at - (at % 2)}`,
    };
    const all = {
      ...type,
      fields: [...type.fields, { ...type.fields[0], id: 'z', name: 'Z' }],
      templates: type.templates.map((each, index) => ({ ...each, name: `card ${index + 1}` })),
    } as typeof type;
    const [a = '', b = '', c = ''] = fields;
    const note = texts({ a, b, c, z: 'z' });
    const slots = slotsOfNote(all, note, tags.length > 0);
    if (slots.join() !== Object.keys(cards).join()) {
      return [{ fronts, fields, tags, anki: Object.keys(cards), own: slots }];
    }
    return slots.flatMap((slot) => {
      // What filters make of a field is another matter, and so is {{FrontSide}} on a front.
      if (/\{\{[^{}]*:/.test(fronts[slot - 1] ?? '')) return [];
      const { front } = renderCard({
        type: all,
        fields: note,
        slot,
        tags,
        deckName: 'Default',
        cardId: 'ID' as CardId,
      });
      // Anki takes control signs out of a note before it keeps it.
      return front.replace(/[\v\f]/g, '') === shown(cards[slot] ?? '')
        ? []
        : [{ front: fronts[slot - 1], anki: cards[slot], own: front }];
    });
  });
  expect(others).toEqual([]);
});

/** Without Anki's own signs for sounds, and what it says of an empty front. */
function shown(front: string): string {
  return front
    .replace(/^<div>The front of this card is blank\..*<\/div>$/, '')
    .replace(/\[anki:play:q:\d+\]/g, '[sound:a.mp3]');
}
