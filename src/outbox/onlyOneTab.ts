/**
 * Does the work if no other tab of the shop does it just now; says whether it was done. Where there are no locks (plain
 * http, old browsers, storage refused) every tab does its own.
 */
export const onlyOneTab = async (work: () => Promise<void>): Promise<boolean> => {
  let done: Promise<boolean> | undefined;
  const hold = (lock: unknown) => {
    done ??= lock ? work().then(() => true) : Promise.resolve(false);
    return done;
  };
  try {
    return await navigator.locks.request('waver-outbox', { ifAvailable: true }, hold);
  } catch {
    // What failed is the lock, or the work, which is not done again: it fails here too.
    return hold(true);
  }
};
