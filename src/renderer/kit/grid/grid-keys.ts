import type { KeyboardEvent } from 'react';
import type { Going, SelectionControl } from './selection.ts';
import { chordsOf } from '../keys/chord.ts';

/**
 * What the keys do in the table: arrows, PageUp, PageDown, Home, End go, with Shift they choose as
 * they go, with Ctrl they leave what is chosen; Space takes a row in or out; Ctrl+A takes all.
 */
export function gridKey(
  event: KeyboardEvent,
  selection: SelectionControl,
  listing: { readonly total: number; readonly rowsInView: number },
): boolean {
  const mod = event.ctrlKey || event.metaKey;
  if (event.altKey) return false;
  const going: Going = event.shiftKey ? 'extend' : mod ? 'keep' : 'alone';
  const place = rowAfter(event.key, selection.cursor, listing);
  if (place !== undefined) {
    selection.goTo(place, going);
    return true;
  }
  if (event.key === ' ' && !event.shiftKey) {
    selection.toggle(selection.cursor);
    return true;
  }
  if (chordsOf(event.nativeEvent).includes('mod+a')) {
    selection.chooseAll();
    return true;
  }
  return false;
}

function rowAfter(
  key: string,
  cursor: number,
  { total, rowsInView }: { readonly total: number; readonly rowsInView: number },
): number | undefined {
  const page = Math.max(1, rowsInView - 1);
  switch (key) {
    case 'ArrowDown':
      return cursor + 1;
    case 'ArrowUp':
      return cursor - 1;
    case 'PageDown':
      return cursor + page;
    case 'PageUp':
      return cursor - page;
    case 'Home':
      return 0;
    case 'End':
      return total - 1;
    default:
      return undefined;
  }
}
