import type { Scene } from './scene';

const LOOK_MS = 1000;

/** Takes the help away once the field is fine, or gone. Asks the browser whether it is; never reads the value. */
export const watchField = ({ listen, end, onClose }: Scene, anchor: Element): void => {
  const isFine = () =>
    (anchor as HTMLInputElement).validity?.valid !== false && anchor.getAttribute('aria-invalid') !== 'true';
  // Fine to the browser from the start: refused by the shop's own code, which can only tell when the entry is done.
  const onlyShopKnows = isFine();
  let edited = false;
  const look = (event: Event) => {
    edited = edited || !onlyShopKnows || event.type === 'change';
    if (edited && isFine()) end('accepted');
  };
  listen(anchor, 'input', look);
  listen(anchor, 'change', look);
  const timer = setInterval(() => {
    if (!anchor.isConnected) end('expired');
    // A shop's own check may clear `aria-invalid` some time after the edit.
    else if (edited && isFine()) end('accepted');
  }, LOOK_MS);
  onClose(() => clearInterval(timer));
};
