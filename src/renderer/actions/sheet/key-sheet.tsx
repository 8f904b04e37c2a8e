import { useState } from 'react';
import { Dialog } from '../../kit/dialog/dialog.tsx';
import { comesLater } from '../../kit/page/comes-later.tsx';
import { Part } from '../../kit/page/part.tsx';

const AllKeys = comesLater(async () => (await import('./all-keys.tsx')).AllKeys);

/**
 * Every key, on one sheet, found by typing. The dialog is there at once, and the list comes into it:
 * were it not there yet, the next key would go to what is below it.
 */
export function KeySheet({ onClose }: { readonly onClose: () => void }) {
  const [wanted, setWanted] = useState('');
  return (
    <Dialog title="Keys" onClose={onClose} wide>
      <input
        type="search"
        aria-label="Find an action or a key"
        placeholder="Find an action or a key"
        value={wanted}
        onChange={(event) => setWanted(event.target.value)}
        data-first
      />
      <Part meanwhile={<div className="key-sheet" aria-busy="true" />}>
        <AllKeys wanted={wanted} onClose={onClose} />
      </Part>
    </Dialog>
  );
}
