import { memo, type ReactNode, useEffect, useId, useState } from 'react';
import { isLabel, numbersFrom } from '../../../../domain/occlusion/numbers.ts';
import { type Sheet, selectedPolygon, selectedShapes } from '../../../../domain/occlusion/sheet.ts';
import { MAX_CLOZE_NUMBER } from '../../../../domain/template/cloze-syntax.ts';
import { plural, t } from '../../../../kernel/texts.ts';
import { type Command, STEP } from '../masks/commands.ts';
import { kindName } from '../words.ts';
import { IconButton } from './tool-bar.tsx';
import type { IconName } from './tool-icon.tsx';
import { isComposing } from '../../../kit/keys/chord.ts';

type Run = (command: Command) => void;

/** What can be done to the selected masks, all of it without dragging. */
export const SelectionPanel = memo(function SelectionPanel(props: {
  readonly sheet: Sheet;
  readonly run: Run;
}) {
  const { sheet, run } = props;
  const shapes = selectedShapes(sheet);
  const [first] = shapes;
  const headingId = useId();
  if (!first) {
    return (
      <p className="occlusion-selection small soft">{t`Select a mask to number, move or size it here or by keys.`}</p>
    );
  }
  const name = shapes.length === 1 ? kindName(first) : plural(shapes.length, '# mask');
  const verb = (command: Command, words: string) => (
    <button type="button" className="quiet" onClick={() => run(command)}>
      {words}
    </button>
  );
  return (
    <section className="occlusion-selection" aria-labelledby={headingId}>
      <p id={headingId} className="occlusion-selection-name">
        {t`Selected: ${name}`}
      </p>
      {!shapes.every(isLabel) && <CardsField sheet={sheet} run={run} />}
      <div className="occlusion-pads">
        <Pad name={sheet.corner === undefined ? t`Move` : t`Move corner`}>
          <Nudge run={run} kind="nudge" x={-1} y={0} name={t`Left`} icon="left" />
          <Nudge run={run} kind="nudge" x={1} y={0} name={t`Right`} icon="right" />
          <Nudge run={run} kind="nudge" x={0} y={-1} name={t`Up`} icon="up" />
          <Nudge run={run} kind="nudge" x={0} y={1} name={t`Down`} icon="down" />
        </Pad>
        <Pad name={t`Size`}>
          <Nudge run={run} kind="stretch" x={1} y={0} name={t`Wider`} icon="wider" />
          <Nudge run={run} kind="stretch" x={-1} y={0} name={t`Narrower`} icon="narrower" />
          <Nudge run={run} kind="stretch" x={0} y={1} name={t`Taller`} icon="taller" />
          <Nudge run={run} kind="stretch" x={0} y={-1} name={t`Lower`} icon="lower" />
        </Pad>
        {selectedPolygon(sheet) && (
          <Pad name={t`Corner`}>
            <IconButton
              name={t`Corner before`}
              icon="left"
              onPress={() => run({ kind: 'corner', step: -1 })}
            />
            <IconButton
              name={t`Next corner`}
              icon="right"
              onPress={() => run({ kind: 'corner', step: 1 })}
            />
            <IconButton
              name={t`Add a corner`}
              icon="plus"
              onPress={() => run({ kind: 'add-corner' })}
            />
          </Pad>
        )}
      </div>
      <div className="occlusion-verbs">
        {shapes.length > 1 && verb({ kind: 'group' }, t`Group`)}
        {shapes.length > 1 && verb({ kind: 'ungroup' }, t`Ungroup`)}
        {verb({ kind: 'duplicate' }, t`Duplicate`)}
        {verb({ kind: 'remove' }, sheet.corner === undefined ? t`Remove` : t`Remove corner`)}
      </div>
    </section>
  );
});

/** The cards that ask for the selection; kept when it is left or Enter is pressed. */
function CardsField({ sheet, run }: { readonly sheet: Sheet; readonly run: Run }) {
  const each = selectedShapes(sheet).filter((shape) => !isLabel(shape));
  const [first = '', ...others] = each.map((shape) => shape.numbers.join(', '));
  const numbers = others.every((other) => other === first) ? first : '';
  const [text, setText] = useState(numbers);
  const id = useId();
  useEffect(() => setText(numbers), [numbers]);
  const wanted = numbersFrom(text);
  const isWrong = text.trim() !== '' && wanted === undefined;

  function keep(): void {
    if (wanted === undefined) setText(numbers);
    else if (wanted.join(', ') !== numbers) run({ kind: 'assign', numbers: wanted });
  }
  return (
    <div className="field occlusion-cards-field">
      <label htmlFor={id}>{t`Card`}</label>
      <input
        id={id}
        className="number"
        title={t`Masks of one number are asked together; “2, 5” asks on both.`}
        inputMode="numeric"
        autoComplete="off"
        value={text}
        placeholder={numbers === '' ? t`several` : undefined}
        aria-invalid={isWrong}
        aria-describedby={`${id}-help`}
        onChange={(event) => setText(event.target.value)}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || isComposing(event.nativeEvent)) return;
          event.preventDefault();
          keep();
        }}
      />
      <span id={`${id}-help`} className={isWrong ? 'small soft' : 'hidden-text'}>
        {isWrong
          ? t`Numbers from 1 to ${MAX_CLOZE_NUMBER}, with commas between.`
          : t`Masks of one number are asked together; “2, 5” asks on both.`}
      </span>
    </div>
  );
}

function Pad({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <fieldset className="occlusion-pad">
      <legend className="hidden-text">{name}</legend>
      {children}
    </fieldset>
  );
}

function Nudge(props: {
  readonly run: Run;
  readonly kind: 'nudge' | 'stretch';
  readonly x: number;
  readonly y: number;
  readonly name: string;
  readonly icon: IconName;
}) {
  const by = { x: props.x * STEP, y: props.y * STEP };
  const press = () => props.run({ kind: props.kind, by, isHeld: false });
  return <IconButton name={props.name} icon={props.icon} onPress={press} />;
}
