import { Link } from 'wouter';
import { Dialog } from '../kit/dialog/dialog.tsx';
import { chordLabel } from '../kit/keys/chord.ts';
import { usePreferences } from '../preferences.ts';
import { SECTIONS } from './action.ts';
import { actionsWithKeys } from './registry.ts';
import './keys.css';

/** Every key, on one sheet. */
export function KeySheet({ onClose }: { readonly onClose: () => void }) {
  const { keymap } = usePreferences();
  const actions = actionsWithKeys();
  return (
    <Dialog title="Keys" onClose={onClose} wide>
      <div className="key-sheet">
        {SECTIONS.map((section) => (
          <section key={section} aria-label={section}>
            <h3 className="small soft">{section}</h3>
            <dl>
              {actions
                .filter((action) => action.section === section)
                .map(({ id, name }) => (
                  <div key={id}>
                    <dt>{name}</dt>
                    <dd>
                      {keymap[id].map((chord) => (
                        <kbd key={chord}>{chordLabel(chord)}</kbd>
                      ))}
                      {keymap[id].length === 0 && <span className="soft small">no key</span>}
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
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
