export const make = (tag, className = '', ...children) => {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...children);
  return made;
};

export const percent = (share) => `${Math.round(share * 100)}%`;

// Widths are set through the style object: a style attribute would break the strict policy.
const fill = (share, className) => {
  const bar = make('span', className);
  bar.style.width = `${Math.min(Math.max(share, 0), 1) * 100}%`;
  return bar;
};

export const bar = (share, className = '') => make('span', `readout-track ${className}`, fill(share, 'readout-fill'));

/** Left of the middle speaks for buying, right of it for leaving. */
export const signedBar = (share) => {
  const half = fill(Math.abs(share), `readout-fill ${share < 0 ? 'readout-down' : 'readout-up'}`);
  return make('span', 'readout-signed', make('span', 'readout-half', half));
};
