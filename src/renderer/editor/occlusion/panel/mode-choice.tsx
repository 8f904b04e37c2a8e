import { useId } from 'react';
import { plural, t } from '../../../../kernel/texts.ts';

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
      <legend>{t`On each card`}</legend>
      {choice(true, t`Hide all, guess one`, t`The other masks give nothing away.`)}
      {choice(false, t`Hide one, guess one`, t`Everything else can be read.`)}
      <p className="occlusion-cards">
        <span className="small soft">
          {props.cards === 0
            ? t`No cards yet: add a mask.`
            : t`Makes ${plural(props.cards, '# card')}.`}
        </span>
        {props.cards > 0 && props.onPreview && (
          <button type="button" onClick={props.onPreview}>{t`Preview`}</button>
        )}
      </p>
    </fieldset>
  );
}
