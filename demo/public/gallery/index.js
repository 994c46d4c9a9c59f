import { locales, places, popups, statesOf, themes } from './facts.js';

/** The control strip: what is chosen stands in the address of the frame, and behind the `#` of this page. */

const form = document.getElementById('strip');
const frame = document.getElementById('frame');
const alone = document.getElementById('alone');
const log = document.getElementById('told');
const count = document.getElementById('count');

/** `free-shipping` → `Free shipping` */
const title = (name) => name[0].toUpperCase() + name.slice(1).replaceAll('-', ' ');

const languages = new Intl.DisplayNames('en', { type: 'language' });

const fill = (name, values, text = title) =>
  form.elements[name].replaceChildren(...values.map((value) => new Option(text(value), value)));

const all = Object.keys(popups).flatMap((popup) => Object.keys(statesOf(popup)).map((state) => [popup, state]));
const position = () =>
  all.findIndex(([popup, state]) => popup === form.elements.popup.value && state === form.elements.state.value);

const fillStates = (wanted) => {
  const states = Object.keys(statesOf(form.elements.popup.value));
  fill('state', states);
  if (states.includes(wanted)) form.elements.state.value = wanted;
};

const draw = () => {
  const { width, ...chosen } = Object.fromEntries(new FormData(form));
  const address = `/gallery/?${new URLSearchParams(chosen)}`;
  frame.style.width = width;
  log.textContent = 'Nothing yet.';
  if (frame.getAttribute('src') !== address) frame.src = address;
  alone.href = address;
  count.textContent = `${position() + 1} of ${all.length}`;
  history.replaceState(null, '', `#${new URLSearchParams({ ...chosen, width })}`);
};

const go = (by) => {
  const [popup, state] = all[(position() + by + all.length) % all.length];
  form.elements.popup.value = popup;
  fillStates(state);
  draw();
};

fill('popup', Object.keys(popups));
fill('theme', themes);
fill('locale', locales, (tag) => languages.of(tag));
fill('place', places);
const asked = new URLSearchParams(location.hash.slice(1));
for (const name of ['popup', 'theme', 'locale', 'place', 'dir', 'page', 'width']) {
  const control = form.elements[name];
  if ([...control.options].some(({ value }) => value === asked.get(name))) control.value = asked.get(name);
}
fillStates(asked.get('state'));

form.addEventListener('submit', (event) => event.preventDefault());
form.addEventListener('change', ({ target }) => {
  if (target.name === 'popup') fillStates();
  draw();
});
document.getElementById('before').addEventListener('click', () => go(-1));
document.getElementById('next').addEventListener('click', () => go(1));
addEventListener('message', ({ source, data }) => {
  if (source !== frame.contentWindow) return;
  if (log.textContent === 'Nothing yet.') log.textContent = '';
  log.textContent += `${data}\n`;
});
draw();
