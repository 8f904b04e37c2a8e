import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from 'react';

type Announce = (message: string) => void;
const AnnounceContext = createContext<Announce>(() => {});

/** How long a message stays on screen; screen readers have read it by then. */
const SHOWN_MILLIS = 4000;

/** Says what was just done: read out politely, and shown for a moment at the foot of the window. */
export function useAnnounce(): Announce {
  return useContext(AnnounceContext);
}

export function Announcer({ children }: { readonly children: ReactNode }) {
  const [message, setMessage] = useState('');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const announce = useCallback((next: string) => {
    clearTimeout(timer.current);
    setMessage(next);
    timer.current = setTimeout(() => setMessage(''), SHOWN_MILLIS);
  }, []);
  return (
    <AnnounceContext value={announce}>
      {children}
      <div role="status" className={message === '' ? 'hidden-text' : 'toast'}>
        {message}
      </div>
    </AnnounceContext>
  );
}
