/// <reference lib="dom" />

/**
 * Lets the browser forget what was sent to get this page. It keeps the body of a form that came back with faults, to ask
 * whether to send it again when the page is loaded anew, and writes it into the session file of its profile. After the address was
 * said again as it is, the page counts as one that was only asked for (HTML, URL and history update steps).
 */
export function forgetSent(): void {
  if (document.querySelector('form[autocomplete=off]')) {
    history.replaceState(history.state, '', location.href);
  }
}
