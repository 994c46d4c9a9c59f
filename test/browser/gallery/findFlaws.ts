/** Runs in the page: what is wrong with the layout of what is shown, whatever fonts there are. */
export const findFlaws = (): string[] => {
  const host = document.querySelector('waver-popup');
  const root = host?.shadowRoot;
  const card = root?.querySelector<HTMLElement>('[part~=dialog]');
  if (!host || !root || !card) return ['nothing is shown'];
  const flaws: string[] = [];
  const say = (what: string, element: Element) =>
    flaws.push(`${what}: ${element.tagName.toLowerCase()} “${(element.textContent ?? '').trim().slice(0, 40)}”`);
  const isSeen = (element: Element) =>
    !element.closest('.sr') && !!element.getClientRects().length && getComputedStyle(element).visibility !== 'hidden';
  const frame = card.getBoundingClientRect();
  if (frame.left < 0 || frame.right > document.documentElement.clientWidth) say('wider than the view', card);
  if (getComputedStyle(host).position === 'fixed' && (frame.top < 0 || frame.bottom > innerHeight))
    say('higher than the view', card);
  for (const element of card.querySelectorAll<HTMLElement>('*')) {
    if (!isSeen(element)) continue;
    const box = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    if (box.left < frame.left - 1 || box.right > frame.right + 1) say('out of the card', element);
    if (element.scrollWidth > element.clientWidth + 1 && element.clientWidth && style.display !== 'inline')
      say('wider than its box', element);
    const isTarget = element.matches('button,a,summary,input:not([type=radio],[type=checkbox]),label');
    if (isTarget && style.display !== 'inline' && Math.min(box.width, box.height) < 24)
      say(`a target of ${Math.round(box.width)}×${Math.round(box.height)} px`, element);
    if (Number.parseFloat(style.fontSize) < 12) say(`text of ${style.fontSize}`, element);
  }
  // What can be done is seen without scrolling.
  for (const button of card.querySelectorAll('[part~=dismiss]')) {
    const box = button.getBoundingClientRect();
    if (
      getComputedStyle(host).position === 'fixed' &&
      isSeen(button) &&
      (box.bottom > innerHeight || box.bottom > frame.bottom + 1)
    )
      say('the way out is below the edge', button);
  }
  return flaws;
};
