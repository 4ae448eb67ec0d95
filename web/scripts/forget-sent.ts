/// <reference lib="dom" />

/**
 * Lets the browser forget what was sent to get this page. It keeps the body of a form that came back with faults, to send it again
 * when the page is loaded anew or gone back to, whoever does. After the address was said again as it is, the page counts as one
 * that was only asked for (HTML, URL and history update steps). That it is not written to the disk is seen to by `FormKey`.
 */
export function forgetSent(): void {
  if (document.querySelector('form[autocomplete=off]')) {
    history.replaceState(history.state, '', location.href);
  }
}
