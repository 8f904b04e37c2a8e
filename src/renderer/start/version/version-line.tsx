import { useEffect, useRef, useState } from 'react';
import { followVersions, type NewVersion } from '../../../platform/service-worker.ts';
import './version-line.css';

/** Above every screen of the web shell, once a newer version is there; used when the person says so. */
export function VersionLine() {
  const [found, setFound] = useState<NewVersion>();
  const [isPutOff, setPutOff] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const use = useRef<() => void>(undefined);
  useEffect(() => {
    use.current ??= followVersions((now) => {
      setFound(now);
      setPutOff(false);
    });
  }, []);
  if (!found || isPutOff) return null;
  return (
    <div className="version-line small">
      <p role="status">{isAsked ? 'The new version is being loaded…' : WORDS[found]}</p>
      <button
        type="button"
        className="quiet"
        aria-disabled={isAsked}
        onClick={() => {
          if (isAsked) return;
          setAsked(true);
          use.current?.();
        }}
      >
        Use it now
      </button>
      {!isAsked && (
        <button type="button" className="quiet" onClick={() => setPutOff(true)}>
          Later
        </button>
      )}
    </div>
  );
}

const WORDS: Readonly<Record<NewVersion, string>> = {
  ready: 'A new version is ready.',
  'used elsewhere': 'A new version is in use in another window; this one goes on as it was.',
};
