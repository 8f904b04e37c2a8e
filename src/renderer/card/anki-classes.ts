/**
 * The classes that Anki puts on a card's page, for which deck styles are written: the platform and the
 * browser on <html> (`.mobile .extra { … }`), on <body> the platform in the older words.
 */
export function ankiClasses(
  userAgent: string,
  isDark: boolean,
): { readonly html: string; readonly body: string } {
  const says = (word: RegExp) => word.test(userAgent);
  const phone = ['iPad', 'iPhone', 'Android'].find((name) => userAgent.includes(name));
  const desk = phone
    ? undefined
    : says(/Windows/)
      ? 'win'
      : says(/Mac/)
        ? 'mac'
        : says(/Linux|X11|CrOS/)
          ? 'linux'
          : undefined;
  const browser = says(/Firefox\//)
    ? 'firefox'
    : says(/Chrom(e|ium)\//)
      ? 'chrome'
      : says(/Safari\//)
        ? 'safari'
        : undefined;
  const older = { win: 'isWin', mac: 'isMac', linux: 'isLin' };
  return {
    html: joined(phone?.toLowerCase(), phone && 'mobile', desk, browser, isDark && 'night-mode'),
    body: joined(desk && older[desk], isDark && 'nightMode night_mode'),
  };
}

function joined(...classes: readonly (string | false | undefined)[]): string {
  return classes.filter(Boolean).join(' ');
}
