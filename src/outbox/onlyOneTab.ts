/**
 * Does the work if no other tab of the shop does it just now; says whether it was done. Where there are no locks (plain
 * http, old browsers, storage refused) every tab does its own.
 */
export const onlyOneTab = async (work: () => Promise<void>): Promise<boolean> => {
  let isAsked = false;
  const hold = async (lock: unknown) => {
    isAsked = true;
    if (lock) await work();
    return !!lock;
  };
  try {
    return await (navigator.locks?.request('waver-outbox', { ifAvailable: true }, hold) ?? hold(true));
  } catch (error) {
    // The work's own.
    if (isAsked) throw error;
    return hold(true);
  }
};
