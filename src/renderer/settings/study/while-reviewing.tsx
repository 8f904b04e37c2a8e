import type { Preset } from '../../../domain/collection/deck.ts';
import { Choice } from '../../kit/form/fields.tsx';

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
  return (
    <>
      <Choice<'self' | 'hand'>
        name="Sounds"
        help="A side’s sounds as it comes into sight, one after the other; of an answer those that its question did not have. R plays them again."
        value={preset.soundsByHand ? 'hand' : 'self'}
        onChange={(how) => turn('soundsByHand', how === 'hand')}
        choices={{ self: 'Play by themselves', hand: 'Wait until I play them' }}
      />
      <Choice<'all' | 'own'>
        name="R on an answer plays"
        help="An answer often shows its question again, sounds included."
        value={preset.replaysAnswerAlone ? 'own' : 'all'}
        onChange={(what) => turn('replaysAnswerAlone', what === 'own')}
        choices={{ all: 'The question’s sounds too', own: 'The answer’s own sounds' }}
      />
      <Choice<'no' | 'yes' | 'stops'>
        name="Timer"
        help="How long the card has been on screen, up to the longest answer counted. The answer’s time is measured either way, until you grade it."
        value={!preset.showsTimer ? 'no' : preset.stopsTimer ? 'stops' : 'yes'}
        onChange={(how) => {
          const { showsTimer: _shown, stopsTimer, ...others } = preset;
          if (how === 'no') onChange({ ...others, ...(stopsTimer && { stopsTimer }) });
          else if (how === 'yes') onChange({ ...others, showsTimer: true });
          else onChange({ ...others, showsTimer: true, stopsTimer: true });
        }}
        choices={{
          no: 'Not shown',
          yes: 'Shown until I grade',
          stops: 'Shown, stops at the answer',
        }}
      />
    </>
  );
}
