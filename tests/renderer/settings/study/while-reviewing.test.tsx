import { useState } from 'react';
import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { NO_ADVANCE } from '../../../../src/domain/collection/advance.ts';
import { DEFAULT_PRESET, type Preset } from '../../../../src/domain/collection/deck.ts';
import { WhileReviewing } from '../../../../src/renderer/settings/study/while-reviewing.tsx';

let kept: Preset;
function Form() {
  const [preset, setPreset] = useState(DEFAULT_PRESET);
  kept = preset;
  return <WhileReviewing preset={preset} onChange={setPreset} />;
}

test('[SOUND-4] what is chosen and chosen back is as if nothing had been', async () => {
  const screen = await render(<Form />);
  const choose = (name: string, what: string) =>
    screen.getByLabelText(name, { exact: true }).selectOptions(what);
  await choose('Sounds', 'hand');
  await choose('R on an answer plays', 'own');
  await choose('Timer', 'stops');
  await screen.getByLabelText('Seconds for an answer').clear();
  await screen.getByLabelText('Seconds for an answer').click();
  await userEvent.keyboard('4.5');
  await choose('After an answer', 'good');
  expect(kept).toEqual({
    ...DEFAULT_PRESET,
    soundsByHand: true,
    replaysAnswerAlone: true,
    showsTimer: true,
    stopsTimer: true,
    advance: { ...NO_ADVANCE, answerSeconds: 4.5, afterAnswer: 'good' },
  });
  await choose('Sounds', 'self');
  await choose('R on an answer plays', 'all');
  await choose('Timer', 'yes');
  await choose('Timer', 'no');
  await screen.getByLabelText('Seconds for an answer').fill('0');
  await choose('After an answer', 'bury');
  expect(kept).toEqual(DEFAULT_PRESET);
});
