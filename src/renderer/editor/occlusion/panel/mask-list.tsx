import { useState } from 'react';
import { isLabel } from '../../../../domain/occlusion/numbers.ts';
import { type Sheet, toggling } from '../../../../domain/occlusion/sheet.ts';
import type { OcclusionShape } from '../../../../domain/template/occlusion.ts';
import { count } from '../../../ui/format.ts';
import { cardsOf, kindName, shapeName, wordsOf } from '../words.ts';

/** Every mask in words, to select by ticking and to name: the picture's equal for screen readers. */
export function MaskList(props: {
  readonly sheet: Sheet;
  readonly onSelect: (sheet: Sheet) => void;
  readonly onWords: (place: number, words: string) => void;
  /** Shows on the picture which mask a line is about. */
  readonly onPoint: (place: number | undefined) => void;
}) {
  const { sheet } = props;
  const { shapes } = sheet.occlusions;
  if (shapes.length === 0) return null;
  const wordless = shapes.filter((shape) => wordsOf(shape) === '').length;
  return (
    <section className="occlusion-list" aria-label="List of masks">
      <ul>
        {shapes.map((shape, place) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: a mask is its place in the field
            key={place}
            data-place={place}
            data-selected={sheet.selected.includes(place) || undefined}
            onPointerEnter={() => props.onPoint(place)}
            onPointerLeave={() => props.onPoint(undefined)}
            onFocus={() => props.onPoint(place)}
            onBlur={() => props.onPoint(undefined)}
          >
            <Item
              shape={shape}
              isSelected={sheet.selected.includes(place)}
              onToggle={() => props.onSelect(toggling(sheet, place))}
              onWords={(words) => props.onWords(place, words)}
            />
          </li>
        ))}
      </ul>
      {wordless > 0 && (
        <p className="small soft">
          {count(wordless, 'mask')} without words. Words are found by search, and are all that a
          screen reader can say of the answer.
        </p>
      )}
    </section>
  );
}

function Item(props: {
  readonly shape: OcclusionShape;
  readonly isSelected: boolean;
  readonly onToggle: () => void;
  readonly onWords: (words: string) => void;
}) {
  const { shape } = props;
  const isText = shape.kind === 'text';
  /** As typed, until the field is left: a label cannot be without words, its field can. */
  const [typed, setTyped] = useState<string>();
  return (
    <>
      <label className="occlusion-item-name">
        <input
          type="checkbox"
          checked={props.isSelected}
          aria-label={shapeName(shape)}
          onChange={props.onToggle}
        />
        <span className="number">{isLabel(shape) ? 'Label' : cardsOf(shape)}</span>
        {!isText && <span className="soft small">{kindName(shape)}</span>}
      </label>
      <input
        className="occlusion-item-words"
        value={typed ?? wordsOf(shape)}
        placeholder={isText ? 'What it says' : 'What it hides'}
        aria-label={`${isText ? 'What it says' : 'What it hides'}: ${isLabel(shape) ? 'label' : cardsOf(shape)}`}
        autoComplete="off"
        onChange={(event) => {
          setTyped(event.target.value);
          props.onWords(event.target.value);
        }}
        onBlur={() => {
          setTyped(undefined);
          if (typed !== undefined) props.onWords(typed.trim());
        }}
      />
    </>
  );
}
