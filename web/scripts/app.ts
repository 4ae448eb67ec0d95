/// <reference lib="dom" />
// Everything here is an addition: every page works without it.
import {
  CharacterCount,
  Checkboxes,
  createAll,
  ErrorSummary,
  FileUpload,
  NotificationBanner,
  PasswordInput,
  Radios,
} from 'govuk-frontend';
import { refreshDeadlines } from './deadlines.js';
import { keepDrafts } from './drafts.js';
import { forgetSent } from './forget-sent.js';
import { keepLive } from './live.js';
import { resumeUploads } from './resume-uploads.js';
import { watchSending } from './sending.js';

document.body.classList.add('js-enabled');
if ('noModule' in HTMLScriptElement.prototype)
  document.body.classList.add('govuk-frontend-supported');
for (const component of [
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  FileUpload,
  NotificationBanner,
  PasswordInput,
  Radios,
]) {
  createAll(component);
}
// The words of a file button stand in blocks without a space between; speech control would take the two as one word.
for (const comma of document.querySelectorAll('.govuk-file-upload-button > [id$="-comma"]')) {
  comma.before(' ');
}
forgetSent();
refreshDeadlines();
keepDrafts();
resumeUploads();
watchSending();
keepLive();
