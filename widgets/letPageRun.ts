/** Lets the page have its turn. A message and no timer: timers wait four milliseconds, and longer in a busy page. */
export const letPageRun = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(0);
  });
