import { vi } from 'vitest';

const READS = ['get', 'getAll', 'getAllKeys', 'count'] as const;
const WRITES = ['put', 'add', 'delete'] as const;

/** Every request to a database from now on, until mocks are restored: 'get decks'. */
export function requestsFromNow(): string[] {
  const asked: string[] = [];
  const listen = (proto: IDBObjectStore | IDBIndex, names: readonly string[]): void => {
    for (const name of names) {
      const ask = proto[name as 'get'];
      vi.spyOn(proto, name as 'get').mockImplementation(function (
        this: IDBObjectStore | IDBIndex,
        ...given
      ) {
        asked.push(`${name} ${this instanceof IDBIndex ? this.objectStore.name : this.name}`);
        return ask.apply(this as never, given);
      });
    }
  };
  listen(IDBObjectStore.prototype, [...READS, ...WRITES]);
  listen(IDBIndex.prototype, READS);
  return asked;
}
