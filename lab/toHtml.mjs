/** Text as it must stand in HTML, in quotes too. */
export const toHtml = (text) => String(text).replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
