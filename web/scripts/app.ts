/// <reference lib="dom" />
// Everything here is an addition: every page works without it.
document.body.classList.add('js-enabled');
if ('noModule' in HTMLScriptElement.prototype)
  document.body.classList.add('govuk-frontend-supported');
