import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import {
  amended,
  type History,
  historyFrom,
  stepped,
  steppedBack,
  steppedForward,
} from '../../../../domain/occlusion/history.ts';
import { highestNumber } from '../../../../domain/occlusion/numbers.ts';
import { type Sheet, sheetOf } from '../../../../domain/occlusion/sheet.ts';
import type { Occlusions } from '../../../../domain/template/occlusion/shapes.ts';
import { parseOcclusions, printOcclusions } from '../../../../domain/template/occlusion.ts';

export interface SheetHistory {
  readonly sheet: Sheet;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** The newest sheet, also between two paints. */
  readonly current: () => Sheet;
  /** The highest card number the field had when it was opened: not to be given again. */
  readonly used: () => number;
  /** A change worth an undo; those of one `run` in a row are one. */
  readonly step: (next: Sheet, run?: string) => void;
  /** A change of what is selected. */
  readonly amend: (next: Sheet) => void;
  /** Whether there was anything to undo or redo. */
  readonly undo: () => boolean;
  readonly redo: () => boolean;
}

/**
 * The field's masks with a history. `onChange` gets the field's text when, and only when, the masks
 * have changed. A `value` that did not come from here begins anew; one that did may come back late.
 */
export function useSheet(
  value: string,
  onChange: (html: string) => void,
  beforeReplaced: (masksLeft: number) => void,
): SheetHistory {
  const [opened, setOpened] = useState(() => opening(value));
  const [history, setHistory] = useState(opened.history);
  const newest = useRef(history);
  const told = useRef({ value, waiting: [] as string[], opened, onChange, beforeReplaced });

  useLayoutEffect(() => {
    told.current.onChange = onChange;
    told.current.beforeReplaced = beforeReplaced;
  });
  useLayoutEffect(() => {
    const { waiting } = told.current;
    const echo = waiting.indexOf(value);
    if (echo >= 0) waiting.splice(0, echo + 1);
    else if (!isSame(value, told.current.value)) {
      const next = opening(value);
      told.current = { ...told.current, value, waiting: [], opened: next };
      newest.current = next.history;
      told.current.beforeReplaced(next.history.now.occlusions.shapes.length);
      setOpened(next);
      setHistory(next.history);
    }
  }, [value]);

  const go = useCallback((next: History<Sheet>): void => {
    newest.current = next;
    setHistory(next);
    const text = textOf(next.now, told.current.opened);
    if (text === told.current.value) return;
    told.current.value = text;
    told.current.waiting.push(text);
    told.current.onChange(text);
  }, []);

  const verbs = useMemo(() => {
    const goIfThere = (next: History<Sheet> | undefined): boolean => {
      if (next) go(next);
      return next !== undefined;
    };
    return {
      current: () => newest.current.now,
      used: () => told.current.opened.used,
      step: (next: Sheet, run?: string) => {
        const { now } = newest.current;
        if (!isEqual(next.occlusions, now.occlusions)) go(stepped(newest.current, next, run));
        else go(amended(newest.current, { ...next, occlusions: now.occlusions }));
      },
      amend: (next: Sheet) => go(amended(newest.current, next)),
      undo: () => goIfThere(steppedBack(newest.current)),
      redo: () => goIfThere(steppedForward(newest.current)),
    };
  }, [go]);

  return {
    ...verbs,
    sheet: history.now,
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
  };
}

interface Opened {
  readonly value: string;
  readonly history: History<Sheet>;
  readonly used: number;
}

function opening(value: string): Opened {
  const read = parseOcclusions(value);
  const sheet = sheetOf(read.shapes.length === 0 ? { ...read, hidesAll: true } : read);
  return { value, history: historyFrom(sheet), used: highestNumber(sheet.occlusions) };
}

/** The mode counts also while there is no mask yet to carry it in the text. */
function isEqual(a: Occlusions, b: Occlusions): boolean {
  return a.hidesAll === b.hidesAll && printOcclusions(a) === printOcclusions(b);
}

/** Unchanged masks are the text they came from, to the letter. */
function textOf({ occlusions }: Sheet, opened: Opened): string {
  const first = opened.history.now.occlusions;
  return occlusions === first ? opened.value : printOcclusions(occlusions);
}

/** Whoever holds the field may write it in other words. */
function isSame(a: string, b: string): boolean {
  return a === b || printOcclusions(parseOcclusions(a)) === printOcclusions(parseOcclusions(b));
}
