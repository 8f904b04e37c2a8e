import { createContext, lazy, type ReactNode, Suspense, useContext, useState } from 'react';
import type { OpenLook } from '../engine/look/open-look.ts';
import type { Result } from '../kernel/problem.ts';
import type { Watch } from '../kernel/watch.ts';
import { EngineProvider } from './engine.tsx';

const LookScreen = lazy(async () => ({
  default: (await import('./look/look-screen.tsx')).LookScreen,
}));

/** Opens a copy to be looked at in place of the program, until it is closed. `title`: what it is. */
type LookAt = (content: Blob, title: string, watch: Watch) => Promise<Result<OpenLook>>;

const LookContext = createContext<LookAt | undefined>(undefined);

/** The program; or, while one is looked at, a copy in its place. */
export function Looking(props: {
  readonly open: (content: Blob, watch: Watch) => Promise<Result<OpenLook>>;
  readonly children: ReactNode;
}) {
  const [shown, setShown] = useState<{ readonly look: OpenLook; readonly title: string }>();
  const lookAt: LookAt = async (content, title, watch) => {
    const opened = await props.open(content, watch);
    if (opened.ok) setShown({ look: opened.value, title });
    return opened;
  };
  async function close(): Promise<void> {
    setShown(undefined);
    await shown?.look.close();
  }
  if (shown) {
    return (
      <EngineProvider key="look" engine={shown.look.engine}>
        <Suspense>
          <LookScreen title={shown.title} onClose={() => void close()} />
        </Suspense>
      </EngineProvider>
    );
  }
  return <LookContext value={lookAt}>{props.children}</LookContext>;
}

/** How a copy is opened to be looked at; undefined where nothing can. */
export function useLookAt(): LookAt | undefined {
  return useContext(LookContext);
}
