import { useState } from 'react';
import { Dialog } from '../../kit/dialog/dialog.tsx';
import { comesLater } from '../../kit/page/comes-later.tsx';
import { Part } from '../../kit/page/part.tsx';

const Commands = comesLater(async () => (await import('./commands.tsx')).Commands);

/**
 * Whatever can be done, by its name. The dialog is there at once and keeps what is typed; what it
 * finds comes into it.
 */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const [typed, setTyped] = useState('');
  return (
    <Dialog title="Do anything" onClose={onClose} wide>
      <Part
        meanwhile={
          <input
            aria-label="What to do"
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
            data-first
          />
        }
      >
        <Commands typed={typed} onTyped={setTyped} onClose={onClose} />
      </Part>
    </Dialog>
  );
}
