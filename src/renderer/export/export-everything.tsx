import { ExportDialog } from './export-dialog.tsx';
import { EVERYTHING } from './export-words.ts';

const OF = [EVERYTHING];

/** Reached from wherever nothing is chosen. */
export function ExportEverything({ onClose }: { readonly onClose: () => void }) {
  return <ExportDialog of={OF} onClose={onClose} />;
}
