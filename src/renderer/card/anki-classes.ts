/** By words of a browser's name for itself; the first that fits. */
const PHONES = ['iPad', 'iPhone', 'Android'];
const DESKS = { Windows: 'win', Mac: 'mac', Linux: 'linux' };
const OLDER = { win: 'isWin', mac: 'isMac', linux: 'isLin' };
const BROWSERS = ['Firefox', 'Chrome', 'Safari'];

/**
 * The classes that Anki puts on a card's page, for which deck styles are written: the platform and the
 * browser on <html> (`.mobile .extra { … }`), on <body> the platform in the older words.
 */
export function ankiClasses(
  userAgent: string,
  isDark: boolean,
): { readonly html: string; readonly body: string } {
  const says = (word: string) => userAgent.includes(word);
  const phone = PHONES.find(says);
  const desk = phone ? undefined : Object.entries(DESKS).find(([word]) => says(word))?.[1];
  const browser = BROWSERS.find((name) => says(`${name}/`));
  const platform = phone ? [phone, 'mobile'] : [desk];
  const html = [...platform, browser].map((name) => name?.toLowerCase());
  return {
    html: joined(...html, isDark && 'night-mode'),
    body: joined(desk && OLDER[desk as keyof typeof OLDER], isDark && 'nightMode night_mode'),
  };
}

function joined(...classes: readonly (string | false | undefined)[]): string {
  return classes.filter(Boolean).join(' ');
}
