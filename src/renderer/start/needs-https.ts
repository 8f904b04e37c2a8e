/** Over plain http from another machine. */
export const NEEDS_HTTPS = {
  what: 'Rounds needs a safe address: to one without https the browser gives no place for cards.',
  kept: 'Nothing was opened or changed.',
  todo: 'Open the same address with https:// at its beginning.',
};
