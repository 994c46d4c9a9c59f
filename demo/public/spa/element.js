/** `element('a', { href }, 'text', child)`: a view is a tree of these. */
export const element = (tag, attributes = {}, ...children) => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') made.addEventListener(name, value);
    else if (value !== false) made.setAttribute(name, value === true ? '' : value);
  }
  made.append(...children.filter((child) => child !== ''));
  return made;
};

export const picture = (id) => document.getElementById(`picture-${id}`).content.cloneNode(true);
