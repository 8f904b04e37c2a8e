import { Link } from 'wouter';
import { usePreferences } from '../preferences.ts';
import { Dialog } from '../kit/dialog/dialog.tsx';
import { ACTION_NAMES, ACTIONS, chordLabel } from './keymap.ts';
import './keys.css';

/** Every key, on one sheet. */
export function KeySheet({ onClose }: { readonly onClose: () => void }) {
  const { keymap } = usePreferences();
  return (
    <Dialog title="Keys" onClose={onClose} wide>
      <dl className="key-sheet">
        {ACTION_NAMES.map((action) => (
          <div key={action}>
            <dt>{ACTIONS[action].name}</dt>
            <dd>
              {keymap[action].map((chord) => (
                <kbd key={chord}>{chordLabel(chord)}</kbd>
              ))}
              {keymap[action].length === 0 && <span className="soft small">no key</span>}
            </dd>
          </div>
        ))}
      </dl>
      <p className="small soft">
        Any key can be changed in{' '}
        <Link href="/settings" onClick={onClose}>
          Settings
        </Link>
        .
      </p>
    </Dialog>
  );
}
