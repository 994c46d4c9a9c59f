import type { DeliveryWindow } from '../src/types';
import { enDelivery } from './copy/enDelivery';
import { fill } from './fill';
import { country, deadline, shortDay } from './format';
import { safeAddress } from './safeAddress';
import type { Face, Scene } from './scene';
import { style } from './style';

/** The way of a parcel: a line with a stop for each step, the last one filled. */
const css = `
ol{margin:12px 0;list-style:none}
ol li{position:relative;display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 12px;padding-inline-start:26px}
ol li+li{margin-top:8px}
ol li:before{content:"";position:absolute;inset-inline-start:2px;top:.35em;padding:4px;border:3px solid var(--w_rim,currentColor);border-radius:50%}
ol li:last-child:before{padding:0;border-width:7px}
ol li:not(:last-child):after{content:"";position:absolute;inset-inline-start:8px;top:calc(.35em + 14px);height:calc(100% - 6px);border-inline-start:2px solid var(--w_rim,currentColor)}
ol li:last-child span{font-weight:600}
`;

/** The shopper's own calendar date at an instant. */
const isoDay = (at: number): string =>
  new Date(at - new Date(at).getTimezoneOffset() * 60_000).toISOString().slice(0, 10);

/** When it would arrive: the shop's own terms as dates, called the estimate they are, whoever words it. */
export const deliveryPromise = (scene: Scene, window: DeliveryWindow): (() => Face) => {
  const { door, showing, host, end, onClose } = scene;
  const { title, body, action, link, dismiss } = showing.copy ?? {};
  const { earliest, latest, sentBy = '', cutoff, orderBefore, timeZone, destination } = window;
  const today = isoDay(door.now());
  if (host.shadowRoot) style(host.shadowRoot, door.nonce, css);
  // From then on these dates are no promise of the shop's. An interval: a device that slept has missed its timeout.
  const timer = setInterval(() => door.now() >= orderBefore && end('expired'), 1000);
  onClose(() => clearInterval(timer));
  return () => {
    const { words } = scene;
    const { locale } = words;
    const copy = { ...enDelivery, ...words.copy };
    const time = (iso: string) => <time dateTime={iso}>{shortDay(locale, iso)}</time>;
    const when = earliest === latest ? time(latest) : [time(earliest), copy.dash, time(latest)];
    return {
      title: title ? <bdi>{title}</bdi> : fill(copy.deliveryTitle, { when }),
      body: (
        <>
          {body && <p dir="auto">{body}</p>}
          {!body && cutoff && (
            <p>{fill(copy.deliveryBy, { time: deadline(words, orderBefore, door.now(), timeZone) })}</p>
          )}
          <ol>
            <li>
              {copy.stepOrder} {time(today)}
            </li>
            <li>
              {/* West of the shopper it may be the day before still: no date is better than one that looks past. */}
              {copy.stepSend} {sentBy >= today && <span>{fill(copy.stepBy, { date: time(sentBy) })}</span>}
            </li>
            <li>
              {copy.stepArrive} <span>{when}</span>
            </li>
          </ol>
          <p class="small">
            {copy.deliveryNote}
            {copy.deliveryNote.endsWith('。') ? '' : ' '}
            {destination && fill(copy.deliveryTo, { place: country(locale, destination) })}
          </p>
        </>
      ),
      actions: [{ label: action || copy.deliveryAction, link: safeAddress(link), run: () => end('accepted') }],
      dismiss: dismiss || copy.later,
    };
  };
};
