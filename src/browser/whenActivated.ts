/** A prerendered page has no shopper yet. https://developer.mozilla.org/docs/Web/API/Document/prerendering */
export const whenActivated = (work: () => void): void => {
  if ((document as Document & { prerendering?: boolean }).prerendering)
    document.addEventListener('prerenderingchange', work, { once: true });
  else work();
};
