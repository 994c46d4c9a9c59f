import { openPopup, openPreferences } from '/dist/widgets.js';
import { doorOf } from './door.js';
import { because, NOW, statesOf } from './facts.js';

// What is shown shall be the same tomorrow: the clocks of this page stand still.
Date.now = () => NOW;
performance.now = () => 0;

const told = [];
/** To the tests, and to the control strip around this page. */
const tell = (line) => {
  told.push(line);
  parent.postMessage(line, location.origin);
};
let open;
let turn = 0;

/** Two frames: what was asked for is drawn, and what followed from it. A hidden page has none, and waits a little. */
const settled = () =>
  new Promise((resolve) => {
    setTimeout(resolve, 100);
    requestAnimationFrame(() => requestAnimationFrame(resolve));
  });

const shadow = () => document.querySelector('waver-popup')?.shadowRoot;

const pictures = () =>
  Promise.all([...(shadow()?.querySelectorAll('img') ?? [])].map((img) => img.decode().catch(() => {})));

const standField = ({ label, attributes, tag }) => {
  const place = document.getElementById('field-place');
  const control = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) control.setAttribute(name, value);
  control.id = 'field';
  if (tag === 'select') control.append(new Option('Choose…', ''), new Option('Maine', 'ME'));
  const text = document.createElement('label');
  text.htmlFor = 'field';
  text.textContent = label;
  place.replaceChildren(text, control);
  place.scrollIntoView({ block: 'center' });
  return control;
};

/** Shows just this, in the place of what was shown, and comes back when it stands still. */
const show = async ({ popup, state: wanted, locale = 'en', theme = 'auto', place = 'corner', accent, dir, page }) => {
  open?.close();
  open = undefined;
  const mine = ++turn;
  told.length = 0;
  const states = statesOf(popup);
  const [first] = Object.keys(states);
  const state = states[wanted ?? first];
  if (!state) throw new Error(`There is no “${popup}” in the state “${wanted}”; its states: ${Object.keys(states)}.`);
  const root = document.documentElement;
  root.dir = dir === 'rtl' ? 'rtl' : 'ltr';
  root.classList.toggle('dark', page === 'dark');
  const slot = document.getElementById('slot');
  if (place === 'inline') slot.dataset.waverSlot = popup;
  else delete slot.dataset.waverSlot;
  document.getElementById('field-place').replaceChildren();
  scrollTo(0, 0);
  const anchor = state.field && standField(state.field);
  const door = doorOf(state, { locale, theme, accent }, anchor, (line) => mine === turn && tell(line));
  open = state.content
    ? await openPopup(
        {
          campaign: popup,
          intent: null,
          content: state.content,
          because,
          copy: state.copy,
          place: place === 'bar' || place === 'dialog' ? place : undefined,
          // Only who asked is met by a dialog.
          asked: place === 'dialog' || undefined,
        },
        door,
      )
    : await openPreferences(door.kept, door);
  if (place === 'inline') slot.scrollIntoView({ block: 'start' });
  for (const step of state.steps ?? []) {
    await settled();
    await step(shadow());
  }
  await pictures();
  await settled();
};

/** For the tests, which show one after another without loading the page again. */
window.gallery = { show, told };

// Where a link of the popup would lead is told; it leads nowhere. Before the popup hears of it, which may go at once.
const stay = (event) => {
  const link = event.composedPath().find((one) => one.localName === 'a');
  if (!link?.getRootNode().host) return;
  event.preventDefault();
  tell(`follow ${link.href.replace(location.origin, '')}`);
};
document.addEventListener('click', stay, { capture: true });

await show(Object.fromEntries(new URLSearchParams(location.search))).catch(({ message }) => {
  const note = document.getElementById('note');
  note.textContent = message;
  note.hidden = false;
});
