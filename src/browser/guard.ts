/**
 * Every way in from the page goes through here: nothing of Waver throws into it. After five errors of its own on one
 * page it calls `giveUp`, since what fails that often only costs.
 */
export type Guard = <Args extends unknown[], Result>(
  work: (...args: Args) => Result,
) => (...args: Args) => Result | undefined;

const ENOUGH = 5;

export const createGuard = (report: (error: unknown) => void, giveUp: () => void): Guard => {
  let errors = 0;
  const failed = (error: unknown) => {
    report(error);
    if (++errors === ENOUGH) giveUp();
  };
  return (work) =>
    (...args) => {
      try {
        const result = work(...args);
        if (result instanceof Promise) result.catch(failed);
        return result;
      } catch (error) {
        failed(error);
      }
    };
};
