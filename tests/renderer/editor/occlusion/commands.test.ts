import { describe, expect, test } from 'vitest';
import { commandOf } from '../../../../src/renderer/editor/occlusion/masks/commands.ts';

/** A key press as the browser tells it. */
function pressed(key: string, rest: Partial<KeyboardEvent> = {}) {
  const none = {
    code: '',
    ctrlKey: false,
    metaKey: false,
    shiftKey: false,
    altKey: false,
    repeat: false,
  };
  return { ...none, key, ...rest };
}

describe('[MASK-12] what a key asks for', () => {
  test.each([
    [pressed('r'), { kind: 'tool', tool: 'rect' }],
    [pressed('R'), { kind: 'tool', tool: 'rect' }],
    [pressed('Delete'), { kind: 'remove' }],
    [pressed('Backspace'), { kind: 'remove' }],
    [pressed('='), { kind: 'zoom', by: 1 }],
    [pressed('7'), { kind: 'assign', numbers: [7] }],
    [pressed('/', { code: 'Digit7', shiftKey: true }), { kind: 'also', number: 7 }],
    [pressed('z', { metaKey: true }), { kind: 'undo' }],
    [pressed('Z', { ctrlKey: true, shiftKey: true }), { kind: 'redo' }],
    [pressed('y', { ctrlKey: true }), { kind: 'redo' }],
  ])('%j', (key, command) => {
    expect(commandOf(key, false)).toEqual(command);
  });

  test('on a keyboard without Latin letters the place of the key counts', () => {
    expect(commandOf(pressed('к', { code: 'KeyR' }), false)).toEqual({
      kind: 'tool',
      tool: 'rect',
    });
    expect(commandOf(pressed('я', { code: 'KeyZ', ctrlKey: true }), false)).toEqual({
      kind: 'undo',
    });
    // On a French keyboard the letter counts, wherever it stands.
    expect(commandOf(pressed('z', { code: 'KeyW', ctrlKey: true }), false)).toEqual({
      kind: 'undo',
    });
  });

  test.each(['Tab', 'F5', 'x', '0', 'Shift', 'Dead'])(
    '[MASK-14] %s is left to the browser',
    (key) => {
      expect(commandOf(pressed(key), false)).toBeUndefined();
    },
  );

  test('[MASK-16] so are Ctrl+C, X and V, which its menus have too', () => {
    for (const key of ['c', 'x', 'v', 'r', 'p', '+', '5']) {
      expect(commandOf(pressed(key, { ctrlKey: true }), false)).toBeUndefined();
    }
  });
});
