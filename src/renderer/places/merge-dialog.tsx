import { useState } from 'react';
import { plural, t } from '../../kernel/texts.ts';
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
      title={t`Merge “${named(lastPart(path))}” into another ${props.kind}`}
      doIt={t`Merge`}
      isDisabled={chosen === undefined}
      onDo={() => {
        props.onClose();
        if (chosen !== undefined) props.onMerge(chosen);
      }}
      onClose={props.onClose}
    >
      <Picker name={t`Into`} options={options} chosen={chosen} onChoose={setChosen} />
      <p className="soft small">
        {plural(props.cards, '# card is in it. {value}', '# cards are in it. {value}', {
          value:
            props.kind === 'deck'
              ? t`All its notes, those of decks below it too, move there with their schedules.`
              : t`Its notes get that section instead; sections below it go below that one.`,
        })}
      </p>
    </Confirm>
  );
}
