/** By what the list of locks calls this page: found by a lock that nobody else can have. */
export async function ownClientId(): Promise<string | undefined> {
  const name = `rounds-window-${crypto.randomUUID()}`;
  return navigator.locks.request(name, async () => {
    const { held = [] } = await navigator.locks.query();
    return held.find((lock) => lock.name === name)?.clientId;
  });
}
