import { draw } from './draw.js';

const { records, stored, store } = window.demoReadout;
const panel = document.getElementById('readout');
const toggle = document.getElementById('readout-toggle');
const brief = document.getElementById('readout-brief');
const suggestions = document.getElementById('readout-try');

let isOpen = stored('demo-readout-open') === 'yes';
let score = '';

const showState = () => {
  panel.toggleAttribute('data-open', isOpen);
  toggle.setAttribute('aria-expanded', String(isOpen));
  brief.textContent = isOpen ? 'Close' : `Show${score}`;
};

const redraw = () => {
  score = draw(records());
  showState();
};

toggle.addEventListener('click', () => {
  isOpen = !isOpen;
  store('demo-readout-open', isOpen ? 'yes' : null);
  showState();
});

suggestions.open = stored('demo-readout-try') !== 'closed';
suggestions.addEventListener('toggle', () => store('demo-readout-try', suggestions.open ? null : 'closed'));

document.getElementById('readout-start-over').addEventListener('submit', () => {
  store('demo-readout', null);
  store('demo-readout-start-over', 'yes');
});

addEventListener('demo-readout', () => requestAnimationFrame(redraw));
redraw();
panel.hidden = false;
