import { type KeyboardEvent, useMemo, useState } from 'react';
import { t } from '../../../kernel/texts.ts';
import { Combobox } from './combobox.tsx';
import { matching, type PickerOption } from './matching.ts';
import { placeAfter } from './option-list.tsx';

/**
 * One of many names: a field that narrows the list below it. Arrows choose, Enter sends the form.
 * `newName`: what a name that is not there yet would be called in the list; chosen as `new:name`.
 */
export function Picker(props: {
  readonly name: string;
  readonly options: readonly PickerOption[];
  readonly chosen: string | undefined;
  readonly onChoose: (id: string | undefined) => void;
  readonly newName?: (typed: string) => string;
}) {
  const { options, chosen, newName } = props;
  const [typed, setTyped] = useState('');
  const shown = useMemo(() => matching(options, typed, newName), [options, typed, newName]);
  const at = shown.findIndex((option) => option.id === chosen);

  function onType(text: string): void {
    setTyped(text);
    props.onChoose(text.trim() === '' ? chosen : matching(options, text, newName)[0]?.id);
  }
  function onKeyDown(event: KeyboardEvent): void {
    const place = placeAfter(event.key, at, shown.length);
    if (place === undefined) return;
    event.preventDefault();
    props.onChoose(shown[place]?.id);
  }

  return (
    <div className="field">
      <Combobox
        name={props.name}
        list="standing"
        isFirst
        text={typed}
        onText={onType}
        options={shown}
        at={at}
        onTake={(option) => props.onChoose(option.id)}
        onKeyDown={onKeyDown}
      />
      {shown.length === 0 && <p className="small soft">{t`Nothing is called that.`}</p>}
    </div>
  );
}
