import { useSyncExternalStore } from 'react';
import type { BaseLocationHook } from 'wouter';

/**
 * wouter's location behind the '#', with the query there too: '#/exams/new?section=PML'. (The hook
 * that comes with wouter puts a query before the '#', where it stays for every screen after.)
 */
export const useHashPath: BaseLocationHook = () => [
  useSyncExternalStore(onHashChange, () => place().path),
  goTo,
];
useHashPath.hrefs = (href: string) => `#${href}`;
useHashPath.searchHook = () => useSyncExternalStore(onHashChange, () => place().query);

function place(): { readonly path: string; readonly query: string } {
  const [path = '', ...rest] = location.hash.replace(/^#?\/?/, '').split('?');
  const query = rest.join('?');
  return { path: `/${path}`, query };
}

function goTo(
  to: string,
  options: { readonly replace?: boolean; readonly state?: unknown } = {},
): void {
  const before = location.href;
  const url = new URL(before);
  url.hash = to;
  if (options.replace) history.replaceState(options.state ?? null, '', url);
  else history.pushState(options.state ?? null, '', url);
  dispatchEvent(new HashChangeEvent('hashchange', { oldURL: before, newURL: url.href }));
}

function onHashChange(listener: () => void): () => void {
  addEventListener('hashchange', listener);
  return () => removeEventListener('hashchange', listener);
}
