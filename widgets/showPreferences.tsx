import { render } from 'preact';
import type { Popup, Preference, PreferencesDoor } from '../src/types';
import { enPreferences } from './copy/enPreferences';
import type { Words } from './copy/loadWords';
import { createHost } from './createHost';
import { fill } from './fill';
import { day } from './format';
import { own } from './own';

/** A link to data needs no blob and no permission, and a download is no navigation: any content policy lets it pass. */
const save = (text: string) => {
  const link = document.createElement('a');
  link.href = `data:application/json,${encodeURIComponent(text)}`;
  link.download = 'waver.json';
  link.click();
};

/** What the shopper told, to see, take along and have forgotten. Asked for by the shopper, so it may take the focus. */
export const showPreferences = (
  preferences: readonly Preference[],
  { copy: words, locale }: Words,
  door: PreferencesDoor,
): Popup => {
  const copy = { ...enPreferences, ...words };
  const { host, root, stage, show } = createHost('preferences', null, door);
  const cameFrom = document.activeElement as HTMLElement | null;
  let kept = preferences;
  let isOpen = true;
  host.dataset.place = 'modal';

  const close = () => {
    if (!isOpen) return;
    isOpen = false;
    document.removeEventListener('keydown', onKey);
    render(null, stage);
    host.remove();
    cameFrom?.focus?.({ preventScroll: true });
    door.closed();
  };
  // A modal dialog closes on Escape by itself; this is for browsers without one.
  const onKey = (event: KeyboardEvent) => event.key === 'Escape' && close();

  const keep = (left: readonly Preference[]) => {
    kept = left;
    draw();
    // The button that had the focus is gone with its answer.
    root.querySelector('h2')?.focus();
  };

  const draw = () =>
    render(
      <dialog part="dialog" class="card" aria-labelledby="title" lang={locale} dir="auto" onClose={close}>
        <h2 id="title" part="title" tabIndex={-1}>
          {copy.prefsTitle}
        </h2>
        <div part="body" class="body">
          <p role="status">{!kept.length && copy.prefsEmpty}</p>
          {kept.map((one) => (
            <div key={one.key} class="item">
              <div>
                <p dir="auto">{one.question}</p>
                <p dir="auto">
                  <b>{one.wording}</b>
                </p>
                <p class="small">
                  {fill(copy.prefsGiven, { given: day(locale, one.givenAt), until: day(locale, one.expiresAt) })}
                </p>
                <p class="small">
                  {fill(copy.prefsPurpose, { purpose: own(copy.purposes, one.purpose) ?? one.purpose })}{' '}
                  {fill(copy.prefsShared, { who: one.sharedWith.join(', ') || copy.nobody })}
                </p>
              </div>
              <button
                type="button"
                part="action"
                aria-label={`${copy.forget}: ${one.question}`}
                onClick={() => {
                  door.forget(one.key);
                  keep(kept.filter((other) => other !== one));
                }}
              >
                {copy.forget}
              </button>
            </div>
          ))}
        </div>
        <div class="row">
          {kept.length > 0 && (
            <>
              <button type="button" part="action" onClick={() => door.json().then(save)}>
                {copy.export}
              </button>
              <button
                type="button"
                part="action"
                onClick={() => {
                  door.erase();
                  keep([]);
                }}
              >
                {copy.erase}
              </button>
            </>
          )}
          <button type="button" part="dismiss" class="main" onClick={close}>
            {copy.close}
          </button>
        </div>
      </dialog>,
      stage,
    );

  document.addEventListener('keydown', onKey);
  draw();
  show();
  const dialog = root.querySelector('dialog');
  if (dialog?.showModal) dialog.showModal();
  else dialog?.setAttribute('open', '');
  return { close };
};
