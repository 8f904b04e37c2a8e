import { useState } from 'react';
import { t } from '../../../kernel/texts.ts';
import { Dialog } from '../../kit/dialog/dialog.tsx';
import { comesLater } from '../../kit/page/comes-later.tsx';
import { Part } from '../../kit/page/part.tsx';

/** What a sheet is made of: the field that narrows what is found, and what is. */
export interface SheetContent {
  readonly typed: string;
  readonly onTyped: (typed: string) => void;
  readonly onClose: () => void;
}

/** Every key there is; and whatever can be done, by its name. */
const SHEETS = {
  keys: { title: t`Keys`, Found: comesLater(async () => (await import('./all-keys.tsx')).AllKeys) },
  palette: {
    title: t`Do anything`,
    Found: comesLater(async () => (await import('../palette/palette-lines.tsx')).PaletteLines),
  },
};
export type SheetName = keyof typeof SHEETS;

/**
 * A sheet whose lines are found by typing. The dialog is there at once and keeps what is typed, and
 * the lines come into it: were it not there yet, the next key would go to what is below it.
 */
export function FindSheet(props: { readonly of: SheetName; readonly onClose: () => void }) {
  const [typed, onTyped] = useState('');
  const { title, Found } = SHEETS[props.of];
  return (
    <Dialog title={title} onClose={props.onClose} wide>
      <Part
        meanwhile={
          <input
            aria-label={title}
            value={typed}
            onChange={({ target }) => onTyped(target.value)}
            data-first
          />
        }
      >
        <Found typed={typed} onTyped={onTyped} onClose={props.onClose} />
      </Part>
    </Dialog>
  );
}
