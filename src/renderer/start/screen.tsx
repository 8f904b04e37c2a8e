import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { t } from '../../kernel/texts.ts';
import { Starting } from '../kit/page/starting.tsx';

const found = document.getElementById('root');
if (!found) throw new Error('index.html has no #root');
/** What the program is drawn in. */
export const container = found;

const root = createRoot(container);
/** A start that shows nothing for so long says what it does. */
export const QUICK_START_MILLIS = 1000;
/** One that takes so long says what has not answered yet. */
const LONG_START_MILLIS = 5000;
let waitsFor = '';
let isLong = false;
const showOpening = (): void =>
  root.render(
    <Starting
      {...{ doing: t`Your cards are being opened`, done: 0, total: 0 }}
      waitsFor={isLong ? waitsFor : undefined}
    />,
  );
const timers = [
  setTimeout(showOpening, QUICK_START_MILLIS),
  setTimeout(() => {
    isLong = true;
    showOpening();
  }, LONG_START_MILLIS),
];

/** What the start waits for from now on; shown only where it takes long. */
export function startWaitsFor(what: string): void {
  waitsFor = what;
  if (isLong) showOpening();
}

let isLast = false;

/** Shows `screen` in place of what is shown. `last`: nothing after it, as a start may still be under way. */
export function show(screen: ReactNode, last = false): void {
  if (isLast) return;
  isLast = last;
  for (const timer of timers) clearTimeout(timer);
  isLong = false;
  root.render(screen);
}

/** The program begins anew, on Today. */
export function startAnew(): void {
  location.hash = '';
  location.reload();
}
