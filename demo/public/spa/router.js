const root = '/spa';

const viewOf = (path) => path.slice(root.length + 1) || 'product';

/** Shows a view for every address below `/spa`, without a page load. Returns `go(view)`. */
export const startRouter = (show) => {
  const showCurrent = () => show(viewOf(location.pathname));

  const go = (view) => {
    history.pushState(null, '', view === 'product' ? root : `${root}/${view}`);
    showCurrent();
    window.scrollTo(0, 0);
  };

  addEventListener('popstate', showCurrent);
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element && event.target.closest('a[data-view]');
    const isPlain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
    if (!link || !isPlain) return;
    event.preventDefault();
    go(link.dataset.view);
  });
  return { go, showCurrent };
};
