/** The page about a screen, by how its address begins: the first that fits. */
const ABOUT_PLACES: readonly (readonly [path: string, slug: string])[] = [
  ['/review', 'reviewing'],
  ['/add', 'own-cards'],
  ['/types', 'own-cards'],
  ['/advice', 'own-cards'],
  ['/media', 'copies'],
  ['/library', 'library'],
  ['/exams', 'exams'],
  ['/insights', 'insights'],
  ['/import', 'anki'],
  ['/deck', 'own-cards'],
];

/** The page about the screen at `path`; '', the list of pages, where none is about it. */
export function slugAbout(path: string): string {
  return ABOUT_PLACES.find(([begin]) => path.startsWith(begin))?.[1] ?? '';
}
