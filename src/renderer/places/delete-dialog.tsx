import { type ReactNode, useState } from 'react';
import { plural, t } from '../../kernel/texts.ts';
import { Picker } from '../kit/combobox/picker.tsx';
import { Confirm } from '../kit/dialog/confirm.tsx';
import { lastPart } from '../../kernel/path.ts';
import { isBelow } from '../../domain/text/same-name.ts';
import { named } from '../../kernel/named.ts';

/** What becomes of the notes: kept (in another deck, or without the section), or deleted too. */
export type DeleteChoice =
  | { readonly kind: 'notes-too' }
  | { readonly kind: 'keep'; readonly into: string | undefined };

/** Asks what becomes of the notes before a deck or section goes. */
export function DeleteDialog(props: {
  readonly kind: 'deck' | 'section';
  readonly path: string;
  readonly cards: number;
  /** The decks there are, by path, for moving notes to. */
  readonly paths: readonly string[];
  readonly onDelete: (choice: DeleteChoice) => void;
  readonly onClose: () => void;
}) {
  const { kind, path } = props;
  const isDeck = kind === 'deck';
  const options = props.paths
    .filter((each) => each !== path && !isBelow(each, path))
    .map((each) => ({ id: each, name: each }));
  const canKeep = !isDeck || options.length > 0;
  const [isKept, setKept] = useState(canKeep && props.cards > 0);
  const [into, setInto] = useState<string>();
  const needsDeck = isDeck && isKept;

  return (
    <Confirm
      title={t`Delete the ${kind} “${named(lastPart(path))}”`}
      doIt={isKept && !isDeck ? t`Take it off` : isKept ? t`Move and delete` : t`Delete`}
      isDestructive
      isDisabled={needsDeck && into === undefined}
      onDo={() => {
        props.onClose();
        props.onDelete(isKept ? { kind: 'keep', into } : { kind: 'notes-too' });
      }}
      onClose={props.onClose}
    >
      <p>
        {plural(props.cards, '# card is in it{value}.', '# cards are in it{value}.', {
          value: isDeck ? t`, decks below it included` : t`, sections below it included`,
        })}
      </p>
      <fieldset className="radios radios-tall">
        <legend>{t`Its notes`}</legend>
        {canKeep && (
          <Radio isChecked={isKept} onCheck={() => setKept(true)} isFirst={isKept}>
            {isDeck ? t`move to another deck, schedules and all` : t`stay, without this section`}
          </Radio>
        )}
        <Radio
          isChecked={!isKept}
          onCheck={() => setKept(false)}
          isFirst={!isKept}
        >{t`are deleted too; undo brings them back`}</Radio>
      </fieldset>
      {needsDeck && <Picker name={t`To`} options={options} chosen={into} onChoose={setInto} />}
    </Confirm>
  );
}

function Radio(props: {
  readonly isChecked: boolean;
  readonly isFirst: boolean;
  readonly onCheck: () => void;
  readonly children: ReactNode;
}) {
  return (
    <label>
      <input
        type="radio"
        name="notes"
        data-first={props.isFirst || undefined}
        checked={props.isChecked}
        onChange={props.onCheck}
      />
      {props.children}
    </label>
  );
}
