/* The shop's own cookie banner: non-modal, remembered in the shop's own cookie, told to Google Consent Mode. */
(() => {
  const banner = document.getElementById('consent');
  const opener = document.getElementById('privacy-choices');
  const states = JSON.parse(document.getElementById('consent-states').textContent);

  opener.addEventListener('click', () => {
    banner.hidden = false;
    banner.querySelector('button').focus();
  });

  banner.addEventListener('click', (event) => {
    const choice = event.target instanceof Element && event.target.closest('[data-choice]')?.dataset.choice;
    if (!choice) return;
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet
    document.cookie = `cookie-choice=${choice}; path=/; SameSite=Lax; max-age=15552000`;
    window.gtag('consent', 'update', states[choice]);
    const hadFocus = banner.contains(document.activeElement);
    banner.hidden = true;
    if (hadFocus) opener.focus({ preventScroll: true });
  });
})();
