import { useState } from 'react';
import { t } from '../../kernel/texts.ts';
import type { PickerOption } from '../kit/combobox/matching.ts';
import { Picker } from '../kit/combobox/picker.tsx';
import { Confirm } from '../kit/dialog/confirm.tsx';
import { joinedPath, lastPart, parentPath } from '../../kernel/path.ts';
import { isAtOrBelow } from '../../domain/text/same-name.ts';
import { named } from '../../kernel/named.ts';

const TOP: PickerOption = { id: '', name: t`Top level` };

/** Where a deck or section goes with all that is below it: the keyboard's way of dragging. */
export function MoveDialog(props: {
  readonly path: string;
  readonly paths: readonly string[];
  readonly onMove: (to: string) => void;
  readonly onClose: () => void;
}) {
  const { path } = props;
  const [chosen, setChosen] = useState<string>();
  const places = props.paths.filter(
    (each) => !isAtOrBelow(each, path) && each !== parentPath(path),
  );
  const options = [
    ...(parentPath(path) === '' ? [] : [TOP]),
    ...places.map((each) => ({ id: each, name: each })),
  ];
  return (
    <Confirm
      title={t`Move “${named(lastPart(path))}”`}
      doIt={t`Move here`}
      isDisabled={chosen === undefined}
      onDo={() => {
        props.onClose();
        props.onMove(joinedPath(chosen ?? '', lastPart(path)));
      }}
      onClose={props.onClose}
    >
      <Picker name={t`Into`} options={options} chosen={chosen} onChoose={setChosen} />
      <p className="soft small">{t`What is below it goes along.`}</p>
    </Confirm>
  );
}
