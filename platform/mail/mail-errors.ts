/** Where in the exchange a mail failed. */
export type MailStage = 'connection' | 'sender' | 'recipient' | 'message';

/** What the mail server said, as far as it said anything. */
export interface MailFailure {
  stage: MailStage;
  /** SMTP reply code, such as 550. */
  responseCode?: number;
  /** Enhanced status code, such as `5.1.1`. */
  statusCode?: string;
  /** The server's own words. They may quote the address, so they belong in the database only. */
  response?: string;
}

/**
 * Common part of the three ways a mail can fail. `message` carries codes only: it ends up in logs
 * and in Temporal, and a server's words quote the address of the recipient. For the same reason
 * there is no `cause`.
 */
abstract class MailError extends Error {
  readonly stage: MailStage;
  readonly responseCode?: number;
  readonly statusCode?: string;
  readonly response?: string;

  constructor(name: string, what: string, failure: MailFailure, reason?: string) {
    const codes = [failure.responseCode, failure.statusCode].filter(Boolean).join(' ');
    super(`${what} (${[failure.stage, codes, reason].filter(Boolean).join(', ')})`);
    this.name = name;
    this.stage = failure.stage;
    this.responseCode = failure.responseCode;
    this.statusCode = failure.statusCode;
    // Not enumerable, so that loggers which print the fields of an error leave it out.
    Object.defineProperty(this, 'response', { value: failure.response, enumerable: false });
  }
}

/** Refused for good (5xx): stage `recipient` is a bounce, stage `message` concerns this mail. */
export class MailRefused extends MailError {
  constructor(failure: MailFailure, reason?: string) {
    super('MailRefused', 'Mail refused for good', failure, reason);
  }
}

/** Not sent, and nothing was accepted: sending again is safe. */
export class MailUnavailable extends MailError {
  constructor(failure: MailFailure, reason?: string) {
    super('MailUnavailable', 'Mail not sent, safe to send again', failure, reason);
  }
}

/** All was handed over and no answer came: it may have arrived. Send again with the same id only. */
export class MailUnknown extends MailError {
  constructor(failure: MailFailure, reason?: string) {
    super('MailUnknown', 'Mail handed over without an answer', failure, reason);
  }
}
