import { t } from '../../../../kernel/texts.ts';
import { KEYS, KEYS_IN_SHORT } from '../tools.ts';

/** The picture's keys: to be looked up by everyone, and read out with the picture's name. */
export function KeyList({ id }: { readonly id: string }) {
  return (
    <>
      <p id={id} className="hidden-text">
        {KEYS_IN_SHORT}
      </p>
      <details className="occlusion-keys">
        <summary className="small soft">{t`Keys on the picture`}</summary>
        <p className="small soft">{t`They work while the picture has the focus; Tab leads in and out.`}</p>
        <dl className="small">
          {KEYS.map(([keys, words]) => (
            <div key={keys}>
              <dt>
                {keys.split(' ').map((key) => (key === '–' ? ' – ' : <kbd key={key}>{key}</kbd>))}
              </dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
      </details>
    </>
  );
}
