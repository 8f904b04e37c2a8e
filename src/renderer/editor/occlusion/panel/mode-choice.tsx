import { useId } from 'react';
import { count } from '../../../kit/text/format.ts';

/** Whether the other masks hide too while one is asked for, and how many cards there are. */
export function ModeChoice(props: {
  readonly hidesAll: boolean;
  readonly cards: number;
  readonly onChange: (hidesAll: boolean) => void;
  /** Absent while there is no picture to show. */
  readonly onPreview: (() => void) | undefined;
}) {
  const name = useId();
  const choice = (hidesAll: boolean, words: string, help: string) => (
    <label className="occlusion-mode">
      <input
        type="radio"
        name={name}
        checked={props.hidesAll === hidesAll}
        onChange={() => props.onChange(hidesAll)}
      />
      <span>
        {words}
        <span className="small soft">{help}</span>
      </span>
    </label>
  );
  return (
    <fieldset className="occlusion-modes">
      <legend>On each card</legend>
      {choice(true, 'Hide all, guess one', 'The other masks give nothing away.')}
      {choice(false, 'Hide one, guess one', 'Everything else can be read.')}
      <p className="occlusion-cards">
        <span className="small soft">
          {props.cards === 0 ? 'No cards yet: add a mask.' : `Makes ${count(props.cards, 'card')}.`}
        </span>
        {props.cards > 0 && props.onPreview && (
          <button type="button" onClick={props.onPreview}>
            Preview
          </button>
        )}
      </p>
    </fieldset>
  );
}
