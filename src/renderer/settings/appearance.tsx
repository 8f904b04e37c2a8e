import { t } from '../../kernel/texts.ts';
import { SwipeSetting } from './swipe-setting.tsx';
import { type Preferences, setPreferences, usePreferences } from '../preferences.ts';

const THEMES = { system: t`As the system`, light: t`Light`, dark: t`Dark` } as const;
const SIZES = { normal: t`Normal`, large: t`Large`, larger: t`Larger` } as const;

/** Looks: theme and text size, at once and for this device. */
export function Appearance() {
  const { theme, textSize } = usePreferences();
  return (
    <section className="form" aria-labelledby="appearance">
      <h2 id="appearance">{t`Appearance`}</h2>
      <Radios
        name={t`Theme`}
        value={theme}
        choices={THEMES}
        onChange={(value) => setPreferences({ theme: value as Preferences['theme'] })}
      />
      <Radios
        name={t`Text size`}
        value={textSize}
        choices={SIZES}
        onChange={(value) => setPreferences({ textSize: value as Preferences['textSize'] })}
      />
      <SwipeSetting />
    </section>
  );
}

function Radios(props: {
  readonly name: string;
  readonly value: string;
  readonly choices: Readonly<Record<string, string>>;
  readonly onChange: (value: string) => void;
}) {
  return (
    <fieldset className="radios">
      <legend>{props.name}</legend>
      {Object.entries(props.choices).map(([value, label]) => (
        <label key={value}>
          <input
            type="radio"
            name={props.name}
            checked={props.value === value}
            onChange={() => props.onChange(value)}
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
