import type { Point } from '../../../../domain/occlusion/bounds.ts';
import { TOOL_NAMES, TOOLS, type Tool } from '../tools.ts';
import { latinPlaceOf } from '../../../kit/keys/chord.ts';

/** Everything a key or button of the occlusion editor can ask for. */
export type Command =
  | { readonly kind: 'tool'; readonly tool: Tool }
  /** On these cards, or `also` on this one besides the others. */
  | { readonly kind: 'assign'; readonly numbers: readonly number[] }
  | { readonly kind: 'also'; readonly number: number }
  /** Fractions of the picture; held is a key that repeats. */
  | { readonly kind: 'nudge' | 'stretch'; readonly by: Point; readonly isHeld: boolean }
  | { readonly kind: 'zoom'; readonly by: 1 | -1 }
  | { readonly kind: 'corner'; readonly step: 1 | -1 }
  | {
      readonly kind:
        | 'add'
        | 'remove'
        | 'duplicate'
        | 'group'
        | 'ungroup'
        | 'words'
        | 'toggle'
        | 'select-all'
        | 'add-corner'
        | 'put'
        | 'close'
        | 'cancel'
        | 'fit'
        | 'undo'
        | 'redo';
    };

/** Moves and sizes by one press, as fractions of the picture. */
export const STEP = 0.01;
const FINE_STEP = 0.002;

const ARROWS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

const LETTERS: Readonly<Record<string, Command>> = {
  ...Object.fromEntries(
    TOOL_NAMES.map((tool) => [TOOLS[tool].key.toLowerCase(), { kind: 'tool', tool } as const]),
  ),
  n: { kind: 'add' },
  d: { kind: 'duplicate' },
  g: { kind: 'group' },
  u: { kind: 'ungroup' },
  i: { kind: 'add-corner' },
  f: { kind: 'fit' },
  '+': { kind: 'zoom', by: 1 },
  '=': { kind: 'zoom', by: 1 },
  '-': { kind: 'zoom', by: -1 },
  ',': { kind: 'corner', step: -1 },
  '.': { kind: 'corner', step: 1 },
  delete: { kind: 'remove' },
  backspace: { kind: 'remove' },
  escape: { kind: 'cancel' },
};

/** What a key on the picture asks for; undefined leaves the key to the browser, Tab above all. */
export function commandOf(event: KeyPress, isDrawing: boolean): Command | undefined {
  const key = keyOf(event);
  if (event.ctrlKey || event.metaKey) return commandWithMod(event, key);
  const arrow = ARROWS[event.key];
  if (arrow) {
    const step = event.shiftKey ? FINE_STEP : STEP;
    const by = { x: arrow.x * step, y: arrow.y * step };
    return { kind: event.altKey ? 'stretch' : 'nudge', by, isHeld: event.repeat };
  }
  if (event.altKey) return undefined;
  if (key === 'enter' || key === ' ') {
    if (isDrawing) return { kind: event.shiftKey && key === 'enter' ? 'close' : 'put' };
    return { kind: key === 'enter' ? 'words' : 'toggle' };
  }
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1];
  if (event.shiftKey && digit) return { kind: 'also', number: Number(digit) };
  if (/^[1-9]$/.test(key)) return { kind: 'assign', numbers: [Number(key)] };
  const byPlace = event.shiftKey ? undefined : latinPlaceOf(event);
  if (!LETTERS[key] && byPlace && /^[1-9]$/.test(byPlace)) {
    return { kind: 'assign', numbers: [Number(byPlace)] };
  }
  return LETTERS[key];
}

/** On a keyboard without Latin letters, the one that stands there on others. */
function keyOf({ key, code }: KeyPress): string {
  return ((/^Key/.test(code) && latinPlaceOf({ key, code })) || key).toLowerCase();
}

type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey' | 'repeat'
>;

/** Copying and pasting are the browser's own events, so that its menus do them too. */
function commandWithMod({ shiftKey, altKey }: KeyPress, key: string): Command | undefined {
  if (altKey) return undefined;
  if (key === 'z') return { kind: shiftKey ? 'redo' : 'undo' };
  if (key === 'y') return { kind: 'redo' };
  if (key === 'a') return { kind: 'select-all' };
  return undefined;
}
