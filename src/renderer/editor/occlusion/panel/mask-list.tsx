import { memo, useState } from 'react';
import { isLabel } from '../../../../domain/occlusion/numbers.ts';
import type { Sheet } from '../../../../domain/occlusion/sheet.ts';
import type { OcclusionShape } from '../../../../domain/template/occlusion/shapes.ts';
import { plural, t } from '../../../../kernel/texts.ts';
import { cardsOf, kindName, shapeName, wordsOfMasks } from '../words.ts';

/** Every mask in words, to select by ticking and to name: the picture's equal for screen readers. */
export const MaskList = memo(function MaskList(props: {
  readonly sheet: Sheet;
  readonly onToggle: (place: number) => void;
  readonly onWords: (place: number, words: string) => void;
  /** Shows on the picture which mask a line is about. */
  readonly onPoint: (place: number | undefined) => void;
}) {
  const { sheet } = props;
  const { shapes } = sheet.occlusions;
  if (shapes.length === 0) return null;
  const wordless = shapes.filter((shape) => wordsOfMasks(shape) === '').length;
  return (
    <section className="occlusion-list" aria-label={t`List of masks`}>
      <ul>
        {shapes.map((shape, place) => (
          <Line
            // biome-ignore lint/suspicious/noArrayIndexKey: a mask is its place in the field
            key={place}
            shape={shape}
            place={place}
            isSelected={sheet.selected.includes(place)}
            onToggle={props.onToggle}
            onWords={props.onWords}
            onPoint={props.onPoint}
          />
        ))}
      </ul>
      {wordless > 0 && (
        <p className="small soft">
          {t`${plural(wordless, '# mask')} without words. Words are found by search, and are all that a screen reader can say of the answer.`}
        </p>
      )}
    </section>
  );
});

const Line = memo(function Line(props: {
  readonly shape: OcclusionShape;
  readonly place: number;
  readonly isSelected: boolean;
  readonly onToggle: (place: number) => void;
  readonly onWords: (place: number, words: string) => void;
  readonly onPoint: (place: number | undefined) => void;
}) {
  const { shape, place, isSelected, onPoint } = props;
  const isText = shape.kind === 'text';
  const asks = isText ? t`What it says` : t`What it hides`;
  /** As typed, until the field is left: a label cannot be without words, its field can. */
  const [typed, setTyped] = useState<string>();
  return (
    <li
      data-place={place}
      data-selected={isSelected || undefined}
      onPointerEnter={() => onPoint(place)}
      onPointerLeave={() => onPoint(undefined)}
      onFocus={() => onPoint(place)}
      onBlur={() => onPoint(undefined)}
    >
      <label className="occlusion-item-name">
        <input
          type="checkbox"
          checked={isSelected}
          aria-label={shapeName(shape)}
          onChange={() => props.onToggle(place)}
        />
        <span className="number">{isLabel(shape) ? t`Label` : cardsOf(shape)}</span>
        {!isText && <span className="soft small">{kindName(shape)}</span>}
      </label>
      <input
        className="occlusion-item-words"
        value={typed ?? wordsOfMasks(shape).replaceAll('\n', ' ')}
        placeholder={asks}
        aria-label={`${asks}: ${isLabel(shape) ? 'label' : cardsOf(shape)}`}
        autoComplete="off"
        onChange={(event) => {
          setTyped(event.target.value);
          props.onWords(place, event.target.value);
        }}
        onBlur={() => {
          setTyped(undefined);
          if (typed !== undefined) props.onWords(place, typed.trim());
        }}
      />
    </li>
  );
});
