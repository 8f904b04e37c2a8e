import { useState } from 'react';
import { count } from '../kit/text/format.ts';
import { Picker } from '../kit/combobox/picker.tsx';
import { Confirm } from '../kit/dialog/confirm.tsx';
import { lastPart } from '../../kernel/path.ts';
import { isBelow } from '../../domain/text/same-name.ts';
import { named } from '../../kernel/named.ts';

/** Puts all notes of a deck or section into another, and what was there before is gone. */
export function MergeDialog(props: {
  readonly kind: 'deck' | 'section';
  readonly path: string;
  readonly cards: number;
  readonly paths: readonly string[];
  readonly onMerge: (into: string) => void;
  readonly onClose: () => void;
}) {
  const { path } = props;
  const [chosen, setChosen] = useState<string>();
  const options = props.paths
    .filter((each) => each !== path && !isBelow(each, path))
    .map((each) => ({ id: each, name: each }));
  return (
    <Confirm
      title={`Merge “${named(lastPart(path))}” into another ${props.kind}`}
      doIt="Merge"
      isDisabled={chosen === undefined}
      onDo={() => {
        props.onClose();
        if (chosen !== undefined) props.onMerge(chosen);
      }}
      onClose={props.onClose}
    >
      <Picker name="Into" options={options} chosen={chosen} onChoose={setChosen} />
      <p className="soft small">
        {count(props.cards, 'card')} {props.cards === 1 ? 'is' : 'are'} in it.{' '}
        {props.kind === 'deck'
          ? 'All its notes, those of decks below it too, move there with their schedules.'
          : 'Its notes get that section instead; sections below it go below that one.'}
      </p>
    </Confirm>
  );
}
