import { useId } from 'react';
import { FoldedPicker } from '../combobox/folded-picker.tsx';
import type { PickerOption } from '../combobox/matching.ts';

/** More than these are sought by a few letters of their name. */
export const MOST_IN_A_LIST = 100;

/** One of several names, of which there may be any number. */
export function Select(props: {
  readonly name: string;
  readonly value: string;
  readonly options: readonly PickerOption[];
  readonly onChange: (id: string) => void;
}) {
  const { name, value, options } = props;
  const id = useId();
  if (options.length > MOST_IN_A_LIST) {
    return (
      <div className="field">
        <FoldedPicker
          name={name}
          options={options}
          chosen={value}
          chosenName={options.find((option) => option.id === value)?.name ?? ''}
          onChoose={props.onChange}
        />
      </div>
    );
  }
  return (
    <div className="field">
      <label htmlFor={id}>{name}</label>
      <select id={id} value={value} onChange={(event) => props.onChange(event.target.value)}>
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.name}
          </option>
        ))}
      </select>
    </div>
  );
}
