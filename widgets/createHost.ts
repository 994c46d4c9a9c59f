import { style } from './style';

export interface Host {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  /** Where preact draws; the style stands beside it. */
  readonly stage: HTMLElement;
  /** Puts it on the page, once it is drawn. */
  show(): void;
}

interface Look {
  readonly accent?: string;
  readonly nonce?: string;
}

/** Where the shop wants this to stand in the flow of its page. Help with a field stands beside its field. */
const slotOf = (campaign: string): Element | null =>
  campaign === 'form-help' ? null : document.querySelector(`[data-waver-slot="${campaign}"]`);

/** The one element of Waver on the page. Dressed and drawn before it is shown, so that nothing shifts. */
export const createHost = (campaign: string, intent: string | null, { accent, nonce }: Look): Host => {
  const host = document.createElement('waver-popup');
  host.dataset.campaign = campaign;
  if (intent) host.dataset.intent = intent;
  const slot = slotOf(campaign);
  if (slot) host.dataset.place = 'inline';
  const root = host.attachShadow({ mode: 'open' });
  style(root, nonce);
  const stage = root.appendChild(document.createElement('div'));
  // Beneath `--waver-accent`: the page's own style sheet goes before the option.
  if (accent) host.style.setProperty('--_own', accent);
  const show = () => (slot ?? document.body).append(host);
  return { host, root, stage, show };
};
