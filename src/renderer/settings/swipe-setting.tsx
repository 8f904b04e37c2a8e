import { t } from '../../kernel/texts.ts';
import { setPreferences, usePreferences } from '../preferences.ts';

/** Only where a finger can be: a mouse never swipes (TOUCH-4). */
export function SwipeSetting() {
  const { swipesGrade } = usePreferences();
  if (navigator.maxTouchPoints === 0) return null;
  return (
    <fieldset className="radios">
      <legend>{t`Touch`}</legend>
      <label>
        <input
          type="checkbox"
          checked={swipesGrade}
          onChange={({ target }) => setPreferences({ swipesGrade: target.checked })}
        />
        {t`Swipe to grade: left for Again, right for Good`}
      </label>
    </fieldset>
  );
}
