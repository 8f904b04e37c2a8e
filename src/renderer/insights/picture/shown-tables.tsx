import { createContext, type ReactNode, useContext, useEffect, useMemo } from 'react';
import type { FigureTable } from './table.ts';

/** The tables of all pictures that are shown, so that the page can be saved as a whole. */
export interface PictureTables {
  put(title: string, table: FigureTable): () => void;
  all(): readonly (readonly [title: string, table: FigureTable])[];
}

const Context = createContext<PictureTables | undefined>(undefined);

/** Holds the tables of the pictures within, in the order in which they came. */
export function usePictureTables(): PictureTables {
  return useMemo(() => {
    const tables = new Map<string, FigureTable>();
    return {
      put(title, table) {
        tables.set(title, table);
        return () => {
          if (tables.get(title) === table) tables.delete(title);
        };
      },
      all: () => [...tables],
    };
  }, []);
}

export function ShownTables(props: {
  readonly tables: PictureTables;
  readonly children: ReactNode;
}) {
  return <Context value={props.tables}>{props.children}</Context>;
}

/** Says that a picture with this table is shown. */
export function useShownTable(title: string, table: FigureTable): void {
  const tables = useContext(Context);
  useEffect(() => tables?.put(title, table), [tables, title, table]);
}
