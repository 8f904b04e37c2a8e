import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  amended,
  type History,
  historyFrom,
  stepped,
  steppedBack,
  steppedForward,
} from '../../../src/domain/occlusion/history.ts';

describe('[MASK-7] the history', () => {
  test('goes back through every step to the first state, and forward to the last', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 30 }), (states) => {
        let history = historyFrom('first');
        for (const state of states) history = stepped(history, state);
        const forwards = ['first', ...states];
        const seen = [history.now];
        for (let back = steppedBack(history); back; back = steppedBack(back)) {
          history = back;
          seen.push(back.now);
        }
        expect(seen).toEqual(forwards.toReversed());
        for (const state of states) {
          history = steppedForward(history) as History<string>;
          expect(history.now).toBe(state);
        }
        expect(steppedForward(history)).toBeUndefined();
      }),
    );
  });

  test('takes changes of one run in a row as one step', () => {
    let history = historyFrom('');
    for (const text of ['a', 'ab', 'abc']) history = stepped(history, text, 'words 1');
    history = stepped(history, 'abc!', 'words 2');
    expect(steppedBack(history)?.now).toBe('abc');
    expect(steppedBack(steppedBack(history) as History<string>)?.now).toBe('');
  });

  test('a run ends when something is selected, undone or changed in another way', () => {
    const typed = stepped(historyFrom(''), 'a', 'words 1');
    for (const between of [amended(typed, 'a'), stepped(typed, 'a')]) {
      expect(steppedBack(stepped(between, 'ab', 'words 1'))?.now).toBe('a');
    }
  });

  test('what is selected is no step', () => {
    const history = amended(historyFrom('nothing'), 'something');
    expect(steppedBack(history)).toBeUndefined();
  });

  test('a new step forgets what was undone', () => {
    const undone = steppedBack(stepped(historyFrom('a'), 'b')) as History<string>;
    expect(steppedForward(stepped(undone, 'c'))).toBeUndefined();
  });
});
