import { createContext, type ReactNode, useContext } from 'react';
import type { Deps } from '../engine/deps.ts';

const DepsContext = createContext<Deps | undefined>(undefined);

export function DepsProvider({ deps, children }: { deps: Deps; children: ReactNode }) {
  return <DepsContext value={deps}>{children}</DepsContext>;
}

export function useDeps(): Deps {
  const deps = useContext(DepsContext);
  if (!deps) throw new Error('no deps above this component');
  return deps;
}
