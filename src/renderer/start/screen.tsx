import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { Starting } from '../kit/page/starting.tsx';

const found = document.getElementById('root');
if (!found) throw new Error('index.html has no #root');
/** What the program is drawn in. */
export const container = found;

const root = createRoot(container);
/** A start that shows nothing for so long says what it does. */
export const QUICK_START_MILLIS = 1000;
const slow = setTimeout(() => {
  root.render(<Starting doing="Your cards are being opened" done={0} total={0} />);
}, QUICK_START_MILLIS);

/** Shows `screen` in place of what is shown. */
export function show(screen: ReactNode): void {
  clearTimeout(slow);
  root.render(screen);
}

/** The program begins anew, on Today. */
export function startAnew(): void {
  location.hash = '';
  location.reload();
}
