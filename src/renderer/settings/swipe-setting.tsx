import { useId } from 'react';
import { t } from '../../kernel/texts.ts';
import { setPreferences, usePreferences } from '../preferences.ts';

/** Only where a finger can be: a mouse never swipes (TOUCH-4). */
export function SwipeSetting() {
  const { swipesGrade } = usePreferences();
  const help = useId();
  if (navigator.maxTouchPoints === 0) return null;
  return (
    <fieldset className="radios">
      <legend>{t`Touch`}</legend>
      <label>
        <input
          type="checkbox"
          checked={swipesGrade}
          aria-describedby={help}
          onChange={({ target }) => setPreferences({ swipesGrade: target.checked })}
        />
        {t`Swipe to grade: left for Again, right for Good`}
      </label>
      <p id={help} className="small soft">
        {t`Past half of the card, and held there for a moment, it is Hard to the left and Easy to the right. The card shows the grade before you let go.`}
      </p>
    </fieldset>
  );
}
