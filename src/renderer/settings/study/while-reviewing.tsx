import type { Preset } from '../../../domain/collection/deck.ts';
import { type Advance, NO_ADVANCE } from '../../../domain/collection/advance.ts';
import { canonical } from '../../../kernel/canonical.ts';
import { t } from '../../../kernel/texts.ts';
import { Choice, NumberField } from '../../kit/form/fields.tsx';

/** What may be switched on and is absent otherwise: absent and false would be two, and Save a change. */
type Switch = 'soundsByHand' | 'replaysAnswerAlone';

/** What sounds and is shown by itself while a card is at hand. */
export function WhileReviewing(props: {
  readonly preset: Preset;
  readonly onChange: (preset: Preset) => void;
}) {
  const { preset, onChange } = props;
  function turn(name: Switch, isOn: boolean): void {
    const { [name]: _before, ...others } = preset;
    onChange(isOn ? { ...others, [name]: true } : others);
  }
  const advance = preset.advance ?? NO_ADVANCE;
  function changeAdvance(part: Partial<Advance>): void {
    const { advance: _before, ...others } = preset;
    const next = { ...advance, ...part };
    onChange(canonical(next) === canonical(NO_ADVANCE) ? others : { ...others, advance: next });
  }
  return (
    <>
      <Choice<'self' | 'hand'>
        name={t`Sounds`}
        help={t`A side’s sounds as it comes into sight, one after the other; of an answer those that its question did not have. R plays them again.`}
        value={preset.soundsByHand ? 'hand' : 'self'}
        onChange={(how) => turn('soundsByHand', how === 'hand')}
        choices={{ self: t`Play by themselves`, hand: t`Wait until I play them` }}
      />
      <Choice<'all' | 'own'>
        name={t`R on an answer plays`}
        help={t`An answer often shows its question again, sounds included.`}
        value={preset.replaysAnswerAlone ? 'own' : 'all'}
        onChange={(what) => turn('replaysAnswerAlone', what === 'own')}
        choices={{ all: t`The question’s sounds too`, own: t`The answer’s own sounds` }}
      />
      <Choice<'no' | 'yes' | 'stops'>
        name={t`Timer`}
        help={t`How long the card has been on screen, up to the longest answer counted. The answer’s time is measured either way, until you grade it.`}
        value={!preset.showsTimer ? 'no' : preset.stopsTimer ? 'stops' : 'yes'}
        onChange={(how) => {
          const { showsTimer: _shown, stopsTimer, ...others } = preset;
          if (how === 'no') onChange({ ...others, ...(stopsTimer && { stopsTimer }) });
          else if (how === 'yes') onChange({ ...others, showsTimer: true });
          else onChange({ ...others, showsTimer: true, stopsTimer: true });
        }}
        choices={{
          no: t`Not shown`,
          yes: t`Shown until I grade`,
          stops: t`Shown, stops at the answer`,
        }}
      />
      <Choice<'yes' | 'no'>
        name={t`Auto-advance begins`}
        help={t`Switched on and off in the review (Shift+A), it goes on after the seconds below. 0: not by itself.`}
        value={advance.waitsForSounds ? 'yes' : 'no'}
        onChange={(waits) => changeAdvance({ waitsForSounds: waits === 'yes' })}
        choices={{ yes: t`When a side’s sounds are over`, no: t`With the side` }}
      />
      <NumberField
        name={t`Seconds for a question`}
        help={t`How long auto-advance shows it.`}
        value={advance.questionSeconds}
        onChange={(questionSeconds) => changeAdvance({ questionSeconds })}
      />
      <Choice<Advance['afterQuestion']>
        name={t`After a question`}
        help={t`What auto-advance does then.`}
        value={advance.afterQuestion}
        onChange={(afterQuestion) => changeAdvance({ afterQuestion })}
        choices={{ answer: t`Show the answer`, remind: t`Say so` }}
      />
      <NumberField
        name={t`Seconds for an answer`}
        help={t`How long auto-advance shows it.`}
        value={advance.answerSeconds}
        onChange={(answerSeconds) => changeAdvance({ answerSeconds })}
      />
      <Choice<Advance['afterAnswer']>
        name={t`After an answer`}
        help={t`What auto-advance does then. Graded by hand, a card goes on at once.`}
        value={advance.afterAnswer}
        onChange={(afterAnswer) => changeAdvance({ afterAnswer })}
        choices={{
          bury: t`Bury the card until tomorrow`,
          again: t`Grade Again`,
          hard: t`Grade Hard`,
          good: t`Grade Good`,
          remind: t`Say so`,
        }}
      />
    </>
  );
}
