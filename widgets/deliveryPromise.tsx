import type { DeliveryWindow } from '../src/types';
import { fill } from './fill';
import { country, deadline, shortDay } from './format';
import { safeAddress } from './safeAddress';
import type { Face, Scene } from './scene';

/** When it would arrive: the shop's own terms as dates, called the estimate they are, whoever words it. */
export const deliveryPromise = ({ words, door, showing, end }: Scene, window: DeliveryWindow): (() => Face) => {
  const { copy, locale } = words;
  const { title, body, action, link, dismiss } = showing.copy ?? {};
  const { earliest, latest, cutoff, orderBefore, timeZone, destination } = window;
  const time = (iso: string) => <time dateTime={iso}>{shortDay(locale, iso)}</time>;
  const when = earliest === latest ? time(latest) : [time(earliest), copy.dash, time(latest)];
  const face: Face = {
    title: title || fill(copy.deliveryTitle, { when }),
    body: (
      <>
        {body && <p dir="auto">{body}</p>}
        {!body && cutoff && (
          <p>{fill(copy.deliveryBy, { time: deadline(words, orderBefore, door.now(), timeZone) })}</p>
        )}
        <p class="small">
          {copy.deliveryNote} {destination && fill(copy.deliveryTo, { place: country(locale, destination) })}
        </p>
      </>
    ),
    actions: [{ label: action || copy.deliveryAction, link: safeAddress(link), run: () => end('accepted') }],
    dismiss: dismiss || copy.later,
  };
  return () => face;
};
